import type { Demand } from '../groups/conflict.ts';
import type { RoomGraph } from '../groups/room-graph.ts';
import type { SeatingInput } from './seating-input.ts';

/**
 * The room as a graph, with the seats each pupil may take under the demands on fixed seats and the front.
 *
 * @throws RangeError when a seat is listed twice, or a seat or pupil named is not in the room or the list.
 */
export function roomGraphOf(
  { room }: SeatingInput,
  pupils: readonly string[],
  demands: readonly Demand[],
): RoomGraph {
  const numbers = new Map(room.seats.map(({ id }, s) => [id, s]));
  if (numbers.size < room.seats.length) throw new RangeError('A seat is listed twice');
  const seatNumber = (id: string): number => {
    const seat = numbers.get(id);
    if (seat === undefined) throw new RangeError(`Not a seat of the room: ${id}`);
    return seat;
  };
  const beside = room.seats.map(() => new Set<number>());
  for (const [a, b] of room.beside) {
    const [s, t] = [seatNumber(a), seatNumber(b)];
    if (s === t) throw new RangeError(`A seat beside itself: ${a}`);
    beside[s]?.add(t);
    beside[t]?.add(s);
  }
  const neighbours = beside.map((set) => [...set].sort((a, b) => a - b));
  const seats = room.seats.length;
  let allowed: Uint8Array | undefined;
  const limit = (pupil: string, may: (seat: number) => boolean): void => {
    const i = pupils.indexOf(pupil);
    if (i < 0) throw new RangeError(`Not in the list: ${pupil}`);
    allowed ??= new Uint8Array(pupils.length * seats).fill(1);
    for (let seat = 0; seat < seats; seat += 1) if (!may(seat)) allowed[i * seats + seat] = 0;
  };
  for (const demand of demands) {
    if (demand.kind === 'near-front') limit(demand.pupil, (seat) => room.seats[seat]?.front === true);
    if (demand.kind === 'fixed-seat') {
      const fixed = seatNumber(demand.seat);
      limit(demand.pupil, (seat) => seat === fixed);
    }
  }
  return allowed === undefined ? { neighbours } : { neighbours, allowed };
}
