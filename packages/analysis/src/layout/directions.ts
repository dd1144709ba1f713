import type { Coordinates } from './stress.ts';
import type { Target } from './target-slots.ts';
import { turnOf } from './target-slots.ts';

/**
 * The direction wanted for each pupil in a target (see turnOf), even round the circle: subgroups in the order of the
 * direction of their middles in the force picture, and in a subgroup each pupil in the order of its own direction.
 */
export function wantedDirections(
  subgroups: readonly (readonly number[])[],
  places: Coordinates,
  target: Target,
): Float64Array {
  const turn = (members: readonly number[]): number =>
    turnOf({ x: mean(places.xs, members), y: mean(places.ys, members) }, target);
  const order = subgroups
    .map((members) => ({ members, middle: turn(members) }))
    .sort((a, b) => a.middle - b.middle)
    .flatMap(({ members, middle }) => {
      // Seen from the subgroup's middle, so that it is not cut where the turns begin anew.
      const aside = new Map(members.map((i) => [i, (turn([i]) - middle + 6) % 4]));
      return [...members].sort((a, b) => (aside.get(a) ?? 0) - (aside.get(b) ?? 0) || a - b);
    });
  const wanted = new Float64Array(order.length);
  for (const [k, i] of order.entries()) wanted[i] = (4 * (k + 0.5)) / order.length;
  return wanted;
}

function mean(values: Float64Array, members: readonly number[]): number {
  return members.reduce((sum, i) => sum + (values[i] ?? 0), 0) / members.length;
}
