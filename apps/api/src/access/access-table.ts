/** Every way somebody can stand to a class, as rows of relation, class and school. */
export const seats = [
  'contact teacher of the class',
  'contact teacher of another class',
  'contact teacher until yesterday',
  'substitute of the class',
  'employee',
  'social teacher',
  'environment team',
  'leadership',
  'administrator',
  'council reader',
  'contact teacher of another school',
  'pupil',
  'nobody',
] as const;

export type Seat = (typeof seats)[number];
export type Answer = 'allowed' | 'not found' | 'not signed in' | 'no pupil session';
export type AccessRow = Readonly<Record<Seat, Answer>>;

const rowOf = (answer: (seat: Seat) => Answer): AccessRow =>
  // One entry for each of the seats.
  Object.fromEntries(seats.map((seat) => [seat, answer(seat)])) as AccessRow;

const outside = (seat: Seat): boolean => seat === 'pupil' || seat === 'nobody';

const anyone = rowOf(() => 'allowed');
const pupil = rowOf((seat) => (seat === 'pupil' ? 'allowed' : 'no pupil session'));
const staff = rowOf((seat) => (outside(seat) ? 'not signed in' : 'allowed'));
const only = (...allowed: readonly Seat[]): AccessRow =>
  rowOf((seat) => {
    if (outside(seat)) return 'not signed in';
    return allowed.includes(seat) ? 'allowed' : 'not found';
  });

const runsTheSitting = only('contact teacher of the class', 'substitute of the class');
const readsNamedResults = only('contact teacher of the class');
const leads = only('leadership');

/**
 * Who is answered what, for each route, about one class of one school. The tests walk all of it over HTTP, and refuse a
 * route that is missing here.
 */
export const accessTable: Readonly<Record<string, AccessRow>> = {
  'GET /api/v1/live': anyone,
  'GET /api/v1/ready': anyone,

  'GET /api/v1/sign-in': anyone,
  'GET /api/v1/sign-in/callback': anyone,
  'GET /api/v1/session': staff,
  'POST /api/v1/sign-out': staff,

  'POST /api/v1/roster': only('administrator'),
  'GET /api/v1/classes/:classId/picture-cards': runsTheSitting,

  'GET /api/v1/classes/:classId/home': runsTheSitting,
  'POST /api/v1/classes/:classId/sittings': runsTheSitting,
  'GET /api/v1/sittings/:sittingId': runsTheSitting,
  'POST /api/v1/sittings/:sittingId/close': runsTheSitting,
  'POST /api/v1/sittings/:sittingId/pupils/:pupilId/unlock': runsTheSitting,
  'POST /api/v1/sittings/:sittingId/pupils/:pupilId/answer-later': runsTheSitting,

  'GET /api/v1/sittings/:sittingId/sociogram': readsNamedResults,
  'GET /api/v1/sittings/:sittingId/wellbeing': readsNamedResults,
  'GET /api/v1/classes/:classId/signals': readsNamedResults,
  'POST /api/v1/signals/:signalId/verifications': readsNamedResults,
  'POST /api/v1/sittings/:sittingId/talk-wishes/:pupilId/handled': readsNamedResults,

  'GET /api/v1/rounds': leads,
  'POST /api/v1/rounds': leads,
  'POST /api/v1/rounds/:roundId/end': leads,
  'GET /api/v1/rounds/:roundId/release': leads,

  'POST /api/v1/join': anyone,
  'POST /api/v1/pupil-session': anyone,
  'GET /api/v1/pupil-session/form': pupil,
  'PUT /api/v1/responses/:responseId': pupil,
  'DELETE /api/v1/pupil-session': pupil,
};
