import type { Demand } from '../groups/conflict.ts';
import { costCount, stageValues, writeCosts } from '../groups/costs.ts';
import { placingOf } from '../groups/placing.ts';
import type { StageValues } from '../groups/proposal.ts';
import { roomGraphOf } from './room-graph-of.ts';
import { seatingDemands } from './seating-demands.ts';
import type { SeatingInput, SeatOfPupil } from './seating-input.ts';

export type SeatingEvaluation = {
  readonly values: StageValues;
  /** Pupils with a wish, none of which is fulfilled, in order of id. */
  readonly without: readonly string[];
  readonly broken: readonly Demand[];
};

/**
 * The stage values of a seating made by hand, and the demands it breaks. Pupils without a seat have nobody beside them.
 *
 * @throws RangeError as {@link proposeSeating} does, and when a pupil or a seat is used twice.
 */
export function evaluateSeating(input: SeatingInput, seating: readonly SeatOfPupil[]): SeatingEvaluation {
  const placing = placingOf(input, (input.earlier ?? []).flat());
  const { pupils } = placing;
  const demands = seatingDemands(input);
  const { neighbours } = roomGraphOf(input, pupils, demands);
  const seatNumbers = new Map(input.room.seats.map(({ id }, s) => [id, s]));
  const numbers = new Map(pupils.map((id, i) => [id, i]));
  const seatOf = new Map<string, number>();
  const pupilAt = new Map<number, number>();
  for (const { pupil, seat } of seating) {
    const [i, s] = [numbers.get(pupil), seatNumbers.get(seat)];
    if (i === undefined || s === undefined)
      throw new RangeError(`Not in the list or the room: ${pupil}, ${seat}`);
    if (seatOf.has(pupil) || pupilAt.has(s)) throw new RangeError(`Used twice: ${pupil} or ${seat}`);
    seatOf.set(pupil, s);
    pupilAt.set(s, i);
  }
  const total = new Int32Array(costCount);
  const own = new Int32Array(costCount);
  const without = pupils.filter((id, i) => {
    const near = (neighbours[seatOf.get(id) ?? -1] ?? []).map((seat) => pupilAt.get(seat) ?? -1);
    writeCosts(placing, i, near, own, 0);
    own.forEach((cost, k) => (total[k] = (total[k] ?? 0) + cost));
    return own[1] === 1;
  });
  const besideEachOther = ([a, b]: readonly [string, string]): boolean =>
    neighbours[seatOf.get(a) ?? -1]?.includes(seatOf.get(b) ?? -1) === true;
  const broken = demands.filter((demand) => {
    switch (demand.kind) {
      case 'together':
        return !besideEachOther(demand.pupils);
      case 'apart':
        return besideEachOther(demand.pupils);
      case 'fixed-seat':
        return seatOf.get(demand.pupil) !== seatNumbers.get(demand.seat);
      case 'near-front':
        return input.room.seats[seatOf.get(demand.pupil) ?? -1]?.front !== true;
      default:
        return seating.length < pupils.length;
    }
  });
  return { values: stageValues(total), without, broken };
}
