import { byCodeUnit } from '../networks/clean-network.ts';
import type { Demand } from '../groups/conflict.ts';
import { roomGraphOf } from './room-graph-of.ts';
import type { SeatingInput } from './seating-input.ts';

/** Steps of the search after which it gives up. */
const mostSteps = 50_000;

/**
 * The seat number of each pupil, in order of id, such that the demands are kept; false when there is no such seating,
 * null when that was not settled. Only pupils in a demand are searched for, the one with fewest seats left first;
 * the others take what is over.
 */
export function seatDemanding(input: SeatingInput, demands: readonly Demand[]): number[] | false | null {
  const pupils = input.pupils.toSorted(byCodeUnit);
  const seats = input.room.seats.length;
  const counted = demands.some(({ kind }) => kind === 'number-of-seats');
  if (pupils.length > seats && counted) return false;
  const { neighbours, allowed } = roomGraphOf(input, pupils, demands);
  const numbers = new Map(pupils.map((id, i) => [id, i]));
  // A pair that is asked for twice is one neighbour, not two.
  const related = (kind: Demand['kind']): number[][] => {
    const lists = pupils.map(() => new Set<number>());
    for (const demand of demands) {
      if (demand.kind !== kind || !('pupils' in demand) || typeof demand.pupils === 'number') continue;
      const [i = -1, j = -1] = demand.pupils.map((id) => numbers.get(id));
      lists[i]?.add(j);
      lists[j]?.add(i);
    }
    return lists.map((others) => [...others]);
  };
  const [apart, together] = [related('apart'), related('together')];
  const demanding = pupils.flatMap((_, i) => {
    const limited = allowed !== undefined && allowed.subarray(i * seats, (i + 1) * seats).includes(0);
    return limited || apart[i]?.length || together[i]?.length ? [i] : [];
  });
  const seatOf = pupils.map(() => -1);
  const taken = new Set<number>();
  const fits = (i: number, seat: number): boolean =>
    !taken.has(seat) &&
    (allowed === undefined || allowed[i * seats + seat] === 1) &&
    (neighbours[seat]?.length ?? 0) >= (together[i]?.length ?? 0) &&
    (together[i] ?? []).every((j) => seatOf[j] === -1 || neighbours[seat]?.includes(seatOf[j] ?? -1)) &&
    (apart[i] ?? []).every((j) => seatOf[j] === -1 || !neighbours[seat]?.includes(seatOf[j] ?? -1));
  let steps = 0;

  const place = (left: readonly number[]): boolean | null => {
    if (left.length === 0) return true;
    steps += 1;
    if (steps > mostSteps) return null;
    const options = left.map((i) => ({
      i,
      seats: input.room.seats.flatMap((_, seat) => (fits(i, seat) ? [seat] : [])),
    }));
    const next = options.reduce((best, one) => (one.seats.length < best.seats.length ? one : best));
    for (const seat of next.seats) {
      seatOf[next.i] = seat;
      taken.add(seat);
      const placed = place(left.filter((i) => i !== next.i));
      if (placed !== false) return placed;
      taken.delete(seat);
      seatOf[next.i] = -1;
    }
    return false;
  };
  const placed = place(demanding);
  if (placed !== true) return placed;
  const free = input.room.seats.flatMap((_, seat) => (taken.has(seat) ? [] : [seat]));
  return seatOf.map((seat) => (seat >= 0 ? seat : (free.shift() ?? -1)));
}
