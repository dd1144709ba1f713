import { minimalConflict, type Conflict, type Demand } from '../groups/conflict.ts';
import { seatDemanding } from './seat-demanding.ts';
import type { SeatingInput } from './seating-input.ts';

/** Everything that the seating asked for must keep. */
export function seatingDemands(input: SeatingInput): Demand[] {
  return [
    { kind: 'number-of-seats', seats: input.room.seats.length, pupils: input.pupils.length },
    ...(input.nearFront ?? []).map((pupil): Demand => ({ kind: 'near-front', pupil })),
    ...(input.fixed ?? []).map((one): Demand => ({ kind: 'fixed-seat', ...one })),
    ...(input.together ?? []).map((pupils): Demand => ({ kind: 'together', pupils })),
    ...(input.apart ?? []).map((pupils): Demand => ({ kind: 'apart', pupils })),
  ];
}

/** Fewest demands on a seating that contradict each other, or null when there is no contradiction or none was shown within the steps of the search. */
export function explainSeatingContradiction(input: SeatingInput): Conflict | null {
  return minimalConflict(seatingDemands(input), (demands) => {
    const seated = seatDemanding(input, demands);
    return seated === null ? null : seated !== false;
  });
}
