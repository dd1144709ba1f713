import { countTangle } from './count-tangle.ts';
import { fitFrame } from './fit-frame.ts';
import type { Anchors } from './majorise.ts';
import { majoriseStress } from './majorise.ts';
import type { MarkRoom } from './mark-room.ts';
import { pointInDisc } from './seeded-random.ts';
import type { Coordinates } from './stress.ts';
import { bestScale, normalisedStress } from './stress.ts';
import type { TiePair } from './tie-pairs.ts';
import { mayUntangle } from './tie-pairs.ts';

const sweeps = 60;
/** Enough to tell a good start from a bad one. */
const firstSweeps = 20;

/** Where nearly all are tied to all, starts differ little and counting their crossings takes long. */
const startsFor = (ties: readonly TiePair[]): number => (ties.length > 250 ? 3 : 10);

/** Places of least stress from several random starts; the start with the best of stress and crossings is kept. */
export function freshPlaces(
  distances: Float64Array,
  ties: readonly TiePair[],
  room: MarkRoom,
  random: () => number,
): Coordinates {
  const n = room.labels.length;
  const tries = Array.from({ length: n < 3 ? 1 : startsFor(ties) }, () => {
    const scattered = Array.from({ length: n }, () => pointInDisc(random));
    const coordinates = {
      xs: Float64Array.from(scattered, (point) => point.x * Math.sqrt(n)),
      ys: Float64Array.from(scattered, (point) => point.y * Math.sqrt(n)),
    };
    majoriseStress(coordinates, distances, 1, firstSweeps);
    const { crossings } = mayUntangle(ties) ? countTangle(coordinates, ties, 0) : { crossings: 0 };
    return { coordinates, crossings, stress: normalisedStress(coordinates, distances) };
  });
  const leastCrossings = Math.min(...tries.map((found) => found.crossings)) + n / 4;
  const leastStress = Math.min(...tries.map((found) => found.stress)) + 0.01;
  const burden = (found: { crossings: number; stress: number }): number =>
    found.crossings / leastCrossings + (2 * found.stress) / leastStress;
  const best = tries.reduce((kept, found) => (burden(found) < burden(kept) ? found : kept));
  majoriseStress(best.coordinates, distances, 1, sweeps);
  fitFrame(best.coordinates, room);
  return best.coordinates;
}

/**
 * Places that lower stress from those of an earlier round, each pupil drawn back to its own. Newcomers start among
 * those they are tied to.
 */
export function placesFromEarlier(
  distances: Float64Array,
  ties: readonly TiePair[],
  room: MarkRoom,
  anchors: Anchors,
  random: () => number,
): Coordinates {
  const known = [...anchors.xs.keys()].filter((i) => !Number.isNaN(anchors.xs[i] ?? NaN));
  const scale = scaleAmong(known, anchors, distances, room);
  const xs = anchors.xs.slice();
  const ys = anchors.ys.slice();
  for (let i = 0; i < xs.length; i += 1) {
    // A hair's breadth apart even where two were given the same place, which majorisation could not part.
    const jitter = pointInDisc(random);
    const near = Number.isNaN(anchors.xs[i] ?? NaN) ? tiedTo(i, ties, known) : [i];
    const around = near.length > 0 ? near : known;
    const spread = near.length === 1 && near[0] === i ? 0.01 : near.length > 0 ? 0.5 : 2;
    xs[i] = mean(anchors.xs, around) + spread * scale * jitter.x;
    ys[i] = mean(anchors.ys, around) + spread * scale * jitter.y;
  }
  majoriseStress({ xs, ys }, distances, scale, sweeps, anchors);
  return { xs, ys };
}

/** Px per unit of wanted distance in the earlier drawing, within what the frame can bear. */
function scaleAmong(
  known: readonly number[],
  anchors: Coordinates,
  distances: Float64Array,
  room: MarkRoom,
): number {
  const n = anchors.xs.length;
  const between = Float64Array.from(known.flatMap((i) => known.map((j) => distances[i * n + j] ?? 1)));
  const drawn = bestScale(
    {
      xs: Float64Array.from(known, (i) => anchors.xs[i] ?? 0),
      ys: Float64Array.from(known, (i) => anchors.ys[i] ?? 0),
    },
    between,
  );
  const largest = room.height / 2;
  return drawn > room.up && drawn < largest ? drawn : largest / 3;
}

function tiedTo(i: number, ties: readonly TiePair[], among: readonly number[]): number[] {
  const found = ties.flatMap((tie) => (tie.from === i ? [tie.to] : tie.to === i ? [tie.from] : []));
  return found.filter((j) => among.includes(j));
}

function mean(values: Float64Array, indices: readonly number[]): number {
  return indices.reduce((sum, i) => sum + (values[i] ?? 0), 0) / Math.max(1, indices.length);
}
