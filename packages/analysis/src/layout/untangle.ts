import type { Tangle } from './count-tangle.ts';
import { countTangle } from './count-tangle.ts';
import type { Anchors } from './majorise.ts';
import type { MarkRoom } from './mark-room.ts';
import { pointInDisc } from './seeded-random.ts';
import { clampX, clampY, overlapsAny } from './separate.ts';
import type { Coordinates } from './stress.ts';
import { bestScale, stressAtScale } from './stress.ts';
import { tangleCounter } from './tangle.ts';
import type { TiePair } from './tie-pairs.ts';
import { mayUntangle } from './tie-pairs.ts';

/** Where pupils may stand. */
export type Ground = {
  readonly room: MarkRoom;
  /** How far in px a line should keep from the centre of a pupil it does not belong to. */
  readonly clearance: number;
  /** Whether pupil v may stand at (x, y), overlaps and the frame apart; everywhere unless given. */
  readonly allowed?: (v: number, x: number, y: number) => boolean;
  readonly anchors?: Anchors;
};

/** What a line over a circle weighs beside a crossing: little, since most such lines can be bent. */
const overWeight = 0.5;
/** What doubling the stress weighs beside undoing every crossing, in a class with a hundred of them. */
const stressWeight = 1.1;
/** Places tried in turn for one pupil. */
const placesTried = 3;

/**
 * Lowers crossings and lines over pupils in place, weighed against stress, by moving one pupil at a time, by threshold
 * accepting (Dueck & Scheuer 1990): a worse drawing is accepted while it is worse by less than a shrinking limit. No
 * step makes an overlap or leaves the frame. Ends with the best drawing met. `work` is the number of elementary steps
 * to spend; see TangleCounter.cost. Classes that mayUntangle refuses are left as they are.
 */
export function untangle(
  coordinates: Coordinates,
  distances: Float64Array,
  ties: readonly TiePair[],
  { room, clearance, allowed, anchors }: Ground,
  random: () => number,
  work: number,
): void {
  const { xs, ys } = coordinates;
  const n = xs.length;
  if (n < 3 || work <= 0 || !mayUntangle(ties)) return;
  const scale = bestScale(coordinates, distances);
  const counter = tangleCounter(coordinates, ties, clearance);
  const tangleUnit = unitOfTangle(countTangle(coordinates, ties, clearance), n);
  const startStress = Math.max(0.01, stressAtScale(coordinates, distances, scale));
  const stressUnit = (startStress * n * (n - 1)) / 2 / stressWeight;

  let energy = 0;
  let bestEnergy = 0;
  const best = { xs: xs.slice(), ys: ys.slice() };
  let spent = 0;

  /** The energy that depends on where v stands; from `most` upwards only that it is so. */
  function energyAt(v: number, x: number, y: number, most: number): number {
    const steady = stressAround(v, x, y) / stressUnit + anchorAround(v, x, y);
    spent += 4 * n;
    if (steady >= most) return steady;
    spent += counter.cost(v);
    const { crossings, over } = counter.around(v, x, y, (most - steady) * tangleUnit);
    return steady + (crossings + overWeight * over) / tangleUnit;
  }

  function stressAround(v: number, x: number, y: number): number {
    let sum = 0;
    for (let j = 0; j < n; j += 1) {
      if (j === v) continue;
      const dx = x - (xs[j] ?? 0);
      const dy = y - (ys[j] ?? 0);
      const error = Math.sqrt(dx * dx + dy * dy) / (scale * (distances[v * n + j] ?? 1)) - 1;
      sum += error * error;
    }
    return sum;
  }

  function anchorAround(v: number, x: number, y: number): number {
    const anchorX = anchors?.xs[v] ?? NaN;
    if (anchors === undefined || Number.isNaN(anchorX)) return 0;
    const dx = (x - anchorX) / scale;
    const dy = (y - (anchors.ys[v] ?? 0)) / scale;
    return (anchors.pull * (dx * dx + dy * dy)) / n;
  }

  for (let turn = 0; spent < work; turn += 1) {
    const v = turn % n;
    let here = energyAt(v, xs[v] ?? 0, ys[v] ?? 0, Infinity);
    for (let k = 0; k < placesTried; k += 1) {
      const left = Math.max(0, 1 - spent / work);
      const reach = scale * (0.06 + 1.2 * left * random());
      const step = pointInDisc(random);
      const x = clampX((xs[v] ?? 0) + reach * step.x, v, room);
      const y = clampY((ys[v] ?? 0) + reach * step.y, room);
      // Places refused for overlap cost too, else a crowded frame would never end.
      spent += n;
      if (allowed?.(v, x, y) === false || overlapsAny(x, y, v, coordinates, room)) continue;
      const most = here + ((0.8 * left * left) / n) * random();
      const there = energyAt(v, x, y, most);
      if (there >= most) continue;
      energy += there - here;
      here = there;
      xs[v] = x;
      ys[v] = y;
      counter.moved(v);
      if (energy >= bestEnergy - 1e-12) continue;
      bestEnergy = energy;
      best.xs.set(xs);
      best.ys.set(ys);
    }
  }
  xs.set(best.xs);
  ys.set(best.ys);
}

/**
 * How much tangle weighs one. It grows with the root of the tangle only: where nearly all chose nearly all, distances tell
 * little and crossings are many, so crossings weigh more there than in a class with few of them.
 */
function unitOfTangle({ crossings, over }: Tangle, n: number): number {
  return 10 * Math.sqrt(crossings + overWeight * over + n / 4);
}
