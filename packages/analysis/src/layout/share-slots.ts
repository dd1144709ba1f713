import type { Point } from './sociogram.ts';
import type { Coordinates } from './stress.ts';
import { targetRings } from './target-rings.ts';
import type { Target } from './target-slots.ts';
import { reachOf, turnOf } from './target-slots.ts';

/** Where pupils stand in the rings of a target, inside out. */
export type RingPlaces = {
  readonly coordinates: Coordinates;
  /** The reach where each ring ends. */
  readonly limits: readonly number[];
  /** How far within its ring's limits a pupil can be kept; 0 in a ring too crowded for the whole circle. */
  readonly margins: readonly number[];
};

/**
 * For classes that seatInRings cannot seat: gives every pupil a slot in the pupil's ring, near the direction wanted (`wanted`, see turnOf). `slots` run from the
 * centre outwards; each ring takes as many in turn as it has pupils, and a share of those to spare.
 */
export function shareSlots(
  slots: readonly Point[],
  ringNumber: readonly number[],
  wanted: Float64Array,
  target: Target,
  margin: number,
): RingPlaces {
  const coordinates = { xs: new Float64Array(ringNumber.length), ys: new Float64Array(ringNumber.length) };
  const limits: number[] = [];
  const margins: number[] = [];
  const byRing = targetRings.map((_, k) => [...ringNumber.keys()].filter((i) => ringNumber[i] === k));
  const spare = (slots.length - ringNumber.length) / (ringNumber.length + targetRings.length);
  let taken = 0;
  let share = 0;
  for (const [k, pupils] of byRing.entries()) {
    share += pupils.length + spare * (pupils.length + 1);
    const end = k === targetRings.length - 1 ? slots.length : Math.floor(share + 1e-9);
    const own = slots.slice(taken, end);
    const [last, next] = [slots[end - 1], slots[end]];
    const beyond = next === undefined ? target.corner : reachOf(next, target);
    const outer =
      next === undefined ? beyond : (beyond + (last === undefined ? 0 : reachOf(last, target))) / 2;
    const inner = limits[k - 1] ?? -1;
    const within = own.filter((slot) => {
      const reach = reachOf(slot, target);
      return reach > inner + margin && reach < outer - margin;
    });
    const roomy = within.length >= pupils.length;
    margins.push(roomy ? margin : 0);
    limits.push(outer);
    seat(pupils, roomy ? within : own);
    taken = end;
  }
  return { coordinates, limits, margins };

  function seat(pupils: readonly number[], free: readonly Point[]): void {
    const left = free.map((slot) => ({ slot, turn: turnOf(slot, target) }));
    for (const i of [...pupils].sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0) || a - b)) {
      const apart = left.map(({ turn }) => {
        const between = Math.abs(turn - (wanted[i] ?? 0));
        return Math.min(between, 4 - between);
      });
      const [seat] = left.splice(apart.indexOf(Math.min(...apart)), 1);
      coordinates.xs[i] = seat?.slot.x ?? 0;
      coordinates.ys[i] = seat?.slot.y ?? 0;
    }
  }
}
