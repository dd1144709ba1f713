/** Every way somebody can stand to a class, as rows of relation, class and school. */
export const seats = [
  'contact teacher of the class',
  'contact teacher of another class',
  'contact teacher until yesterday',
  'substitute of the class',
  'employee',
  'case participant',
  'social teacher',
  'environment team',
  'leadership',
  'principal',
  'administrator',
  'council reader',
  'owner',
  'contact teacher of another school',
  'pupil',
  'nobody',
] as const;

export type Seat = (typeof seats)[number];
export type Answer = 'allowed' | 'not found' | 'not signed in' | 'no pupil session' | 'no upload token';
export type AccessRow = Readonly<Record<Seat, Answer>>;

const rowOf = (answer: (seat: Seat) => Answer): AccessRow =>
  // One entry for each of the seats.
  Object.fromEntries(seats.map((seat) => [seat, answer(seat)])) as AccessRow;

const outside = (seat: Seat): boolean => seat === 'pupil' || seat === 'nobody';

export const anyone = rowOf(() => 'allowed');
export const pupil = rowOf((seat) => (seat === 'pupil' ? 'allowed' : 'no pupil session'));
/** A cookie does not help: the tablet shows the token of the one response. */
export const upload = rowOf(() => 'no upload token');
export const staff = rowOf((seat) => (outside(seat) ? 'not signed in' : 'allowed'));
export const only = (...allowed: readonly Seat[]): AccessRow =>
  rowOf((seat) => {
    if (outside(seat)) return 'not signed in';
    // A principal is one of the leadership; who takes part in the case is an employee.
    const isAllowed =
      allowed.includes(seat) ||
      (seat === 'principal' && allowed.includes('leadership')) ||
      (seat === 'case participant' && allowed.includes('employee'));
    return isAllowed ? 'allowed' : 'not found';
  });
