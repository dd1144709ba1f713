import { arrange } from '../groups/arrange.ts';
import { placingOf } from '../groups/placing.ts';
import type { ProposalOptions } from '../groups/proposal.ts';
import { pupilOutcomes } from '../groups/pupil-outcomes.ts';
import { roomGraphOf } from './room-graph-of.ts';
import { seatDemanding } from './seat-demanding.ts';
import { explainSeatingContradiction, seatingDemands } from './seating-demands.ts';
import type { SeatingInput, SeatingProposal } from './seating-input.ts';

export const seatingVersion = 'seating-1';

/**
 * Seats for a class that fulfil wishes in the order of {@link StageName}, a wish being fulfilled when the two sit beside
 * each other. Answers, bounds, contradictions and what is left out are as for {@link proposeGroups}. Rooms whose parts
 * have at most five seats, such as pairs, are settled by set partitioning over all seatings of a part; longer rows by the pieces
 * that wishes join; any other room, such as a horseshoe, has the bound of pairs, exact when those pairs fit in the room.
 *
 * @throws RangeError as {@link proposeGroups}, and when a seat is listed twice or something named is not in the room or the list.
 */
export function proposeSeating(input: SeatingInput, options: ProposalOptions): SeatingProposal {
  const head = { version: seatingVersion, seed: options.seed };
  const placing = placingOf(input, (input.earlier ?? []).flat());
  const { pupils } = placing;
  const demands = seatingDemands(input);
  const room = roomGraphOf(input, pupils, demands);
  const packed = seatDemanding(input, demands);
  if (packed === false) {
    const conflict = explainSeatingContradiction(input) ?? { demands, minimal: false };
    return { outcome: 'contradiction', ...head, conflict };
  }
  const start = new Int32Array(input.room.seats.length).fill(-1);
  (packed ?? pupils.map((_, i) => i)).forEach((seat, i) => {
    start[seat] = i;
  });
  const { seated, stages } = arrange(placing, room, start, options);
  const misplaced = pupils.some((_, i) => {
    return room.allowed?.[i * room.neighbours.length + (seated.seatOf[i] ?? 0)] === 0;
  });
  if (misplaced || (seated.total[0] ?? 0) > 0) {
    return { outcome: 'unsettled', ...head };
  }
  const near = pupils.map((_, i) =>
    (room.neighbours[seated.seatOf[i] ?? 0] ?? []).flatMap((seat) => {
      const pupil = seated.pupilAt[seat] ?? -1;
      return pupil < 0 ? [] : [pupil];
    }),
  );
  const id = (i: number): string => pupils[i] ?? '';
  const canBeTogether = (i: number, j: number): boolean =>
    seatDemanding(input, [...demands, { kind: 'together', pupils: [id(i), id(j)] }]) !== false;
  return {
    outcome: 'proposed',
    ...head,
    seating: pupils.map((pupil, i) => ({
      pupil,
      seat: input.room.seats[seated.seatOf[i] ?? 0]?.id ?? '',
    })),
    stages,
    proven: stages.every(({ gap }) => gap === 0),
    pupils: pupilOutcomes(placing, near, canBeTogether, stages[0]?.gap === 0),
    dropped: placing.dropped,
  };
}
