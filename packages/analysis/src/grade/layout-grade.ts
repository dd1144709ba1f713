import { graphDistances } from '../layout/graph-distance.ts';
import { majoriseStress } from '../layout/majorise.ts';
import { pointInDisc, seededRandom } from '../layout/seeded-random.ts';
import type { Point } from '../layout/sociogram.ts';
import type { Coordinates } from '../layout/stress.ts';
import { compareIds, tiePairs, withIds, type Tie } from '../layout/tie-pairs.ts';
import type { Choice } from '../network.ts';
import { partMarks } from './part-marks.ts';
import { sideBySide } from './side-by-side.ts';

export type GradePupil = { readonly id: string; readonly className: string };

export type GradeLayout = {
  /** Of a pupil's mark. */
  readonly nodeRadius: number;
  readonly pupils: readonly (GradePupil & Point)[];
  readonly ties: readonly Tie[];
  /** Where the name of a class stands: over the middle of its pupils. */
  readonly classes: readonly ({ readonly className: string } & Point)[];
};

const nodeRadius = 10;
/** Px per unit of wanted distance, and the least distance between two marks' centres. */
const unit = 80;
const leastApart = 46;
/** Units between pupils of two classes that are not tied, besides the paths between them: classes stay together. */
const betweenClasses = 1.5;
const sweeps = 60;

/**
 * Places of a whole grade, in px from any origin: each class by stress majorisation over its own shortest paths. Where no
 * choice leaves a class, the classes stand side by side in a grid and do not overlap. Where choices cross, stress over the
 * whole grade draws tied classes to each other. No two marks are nearer than 46 px. The same input gives the same picture
 * in every engine, whatever the order of pupils and choices.
 *
 * Choices of oneself, repeated choices and choices by or of someone not among the pupils are ignored.
 * Source: Gansner, Koren & North 2004 (stress majorisation).
 */
export function layoutGrade(pupils: readonly GradePupil[], choices: readonly Choice[]): GradeLayout {
  const sorted = [...pupils].sort((a, b) => compareIds(a.id, b.id));
  const ids = sorted.map(({ id }) => id);
  const ties = tiePairs(ids, choices);
  const members = new Map<string, number[]>();
  for (const [i, { className }] of sorted.entries())
    members.set(className, [...(members.get(className) ?? []), i]);
  const byName = [...members].sort(([a], [b]) => compareIds(a, b));
  const classOf = (i: number): string => sorted[i]?.className ?? '';
  const crosses = ties.some(({ from, to }) => classOf(from) !== classOf(to));
  const places = sideBySide(
    byName.map(([, own]) => ({ own, places: placesOfClass(own, ids, choices) })),
    ids.length,
  );
  if (crosses) {
    const distances = graphDistances(ids.length, ties);
    const tied = new Set(ties.map(({ from, to }) => from * ids.length + to));
    const apart = (i: number, j: number): boolean =>
      classOf(i) !== classOf(j) && !tied.has(i * ids.length + j) && !tied.has(j * ids.length + i);
    for (let i = 0; i < ids.length; i += 1)
      for (let j = 0; j < ids.length; j += 1)
        if (apart(i, j))
          distances[i * ids.length + j] = (distances[i * ids.length + j] ?? 0) + betweenClasses;
    majoriseStress(places, distances, unit, sweeps);
    partMarks(places, leastApart);
  }
  const at = (i: number): Point => ({ x: hundredths(places.xs[i]), y: hundredths(places.ys[i]) });
  return {
    nodeRadius,
    pupils: sorted.map((pupil, i) => ({ ...pupil, ...at(i) })),
    ties: withIds(ids, ties),
    classes: byName.map(([className, own]) => {
      const points = own.map(at);
      const x = points.reduce((sum, point) => sum + point.x, 0) / Math.max(1, points.length);
      const top = Math.min(...points.map(({ y }) => y));
      const y = crosses
        ? points.reduce((sum, point) => sum + point.y, 0) / Math.max(1, points.length)
        : top - 3 * nodeRadius;
      return { className, x: hundredths(x), y: hundredths(y) };
    }),
  };
}

/** One class around its own middle, in px. */
function placesOfClass(
  own: readonly number[],
  ids: readonly string[],
  choices: readonly Choice[],
): Coordinates {
  const ownIds = own.map((i) => ids[i] ?? '');
  const random = seededRandom(own.length);
  const scattered = ownIds.map(() => pointInDisc(random));
  const spread = Math.sqrt(own.length) * unit;
  const places = {
    xs: Float64Array.from(scattered, ({ x }) => x * spread),
    ys: Float64Array.from(scattered, ({ y }) => y * spread),
  };
  majoriseStress(places, graphDistances(own.length, tiePairs(ownIds, choices)), unit, sweeps);
  partMarks(places, leastApart);
  return places;
}

function hundredths(value = 0): number {
  return Math.round(value * 100) / 100;
}
