import { isAlone, type PlantedKind } from '../../packages/analysis/src/simulation/planted-pupils.ts';
import { randomValues } from '../../packages/analysis/src/simulation/random-values.ts';
import { pupilName } from '../../packages/analysis/src/simulation/simulate-rounds.ts';
import type { MadeClass } from './signals-classes.ts';
import type { Method } from './signals-methods.ts';

/** The rounds scored: those with an earlier round to compare with. */
const SCORED = [1, 2] as const;

/** What one method does in one class, summed over the scored rounds. */
export type ClassTally = {
  readonly pointedOut: number;
  /** Pointed out and not planted as alone in that round. */
  readonly wrong: number;
  /** Planted as alone in that round and the one before: how many, and how many were found. */
  readonly aloneTwice: number;
  readonly foundTwice: number;
  readonly byKind: Readonly<Record<PlantedKind, readonly [found: number, of: number]>>;
  /** Alone in this round for the first time. */
  readonly aloneOnce: number;
  readonly foundOnce: number;
};

export function tallyClass(
  made: MadeClass,
  { pointedOut }: Method,
  scored: readonly number[] = SCORED,
): ClassTally {
  const byKind: Record<PlantedKind, [number, number]> = {
    'never-chosen': [0, 0],
    'one-sided': [0, 0],
    'pushed-out': [0, 0],
  };
  const tally = { pointedOut: 0, wrong: 0, aloneTwice: 0, foundTwice: 0, aloneOnce: 0, foundOnce: 0 };
  for (const round of scored) {
    const pupils = pointedOut(made, round);
    const alone = made.planted.filter((one) => isAlone(one, round));
    const right = alone.filter(({ pupil }) => pupils.has(pupilName(pupil)));
    tally.pointedOut += pupils.size;
    tally.wrong += pupils.size - right.length;
    for (const one of alone) {
      const found = Number(right.includes(one));
      if (round > 0 && isAlone(one, round - 1)) {
        tally.aloneTwice += 1;
        tally.foundTwice += found;
        byKind[one.kind][0] += found;
        byKind[one.kind][1] += 1;
      } else {
        tally.aloneOnce += 1;
        tally.foundOnce += found;
      }
    }
  }
  return { ...tally, byKind };
}

export type Interval = { readonly value: number; readonly from: number; readonly to: number };

/**
 * A ratio of sums over classes with a 95 % interval: percentile bootstrap over whole classes, since pupils and rounds
 * of one class hang together.
 */
export function ratioOverClasses(parts: readonly number[], wholes: readonly number[], seed = 1): Interval {
  const { below } = randomValues(seed);
  const count = parts.length;
  const ratios = Array.from({ length: 1000 }, () => {
    let [part, whole] = [0, 0];
    for (let i = 0; i < count; i += 1) {
      const drawn = below(count);
      part += parts[drawn]!;
      whole += wholes[drawn]!;
    }
    return part / whole;
  }).sort((a, b) => a - b);
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  return { value: sum(parts) / sum(wholes), from: ratios[24]!, to: ratios[974]! };
}

export type Score = {
  readonly method: Method;
  readonly tallies: readonly ClassTally[];
  readonly recall: Interval;
  readonly recallOnce: Interval;
  readonly precision: Interval;
  /** Per class and round. */
  readonly wrong: Interval;
  readonly byKind: Readonly<Record<PlantedKind, number>>;
};

export function scoreMethod(classes: readonly MadeClass[], method: Method): Score {
  const tallies = classes.map((made) => tallyClass(made, method));
  const all = (read: (tally: ClassTally) => number): number[] => tallies.map(read);
  const recallOf = (kind: PlantedKind): number => {
    const [found, of] = [0, 1].map((at) => tallies.reduce((sum, one) => sum + one.byKind[kind][at]!, 0));
    return found! / of!;
  };
  return {
    method,
    tallies,
    recall: ratioOverClasses(
      all((one) => one.foundTwice),
      all((one) => one.aloneTwice),
    ),
    recallOnce: ratioOverClasses(
      all((one) => one.foundOnce),
      all((one) => one.aloneOnce),
    ),
    precision: ratioOverClasses(
      all((one) => one.pointedOut - one.wrong),
      all((one) => one.pointedOut),
    ),
    wrong: ratioOverClasses(
      all((one) => one.wrong),
      all(() => SCORED.length),
    ),
    byKind: {
      'never-chosen': recallOf('never-chosen'),
      'one-sided': recallOf('one-sided'),
      'pushed-out': recallOf('pushed-out'),
    },
  };
}

/** The baseline whose recall lies nearest, and the ratio of wrong signals to it. */
export function againstNearest(score: Score, baselines: readonly Score[]) {
  const apart = (other: Score): number => Math.abs(other.recall.value - score.recall.value);
  const nearest = baselines.reduce((best, one) => (apart(one) < apart(best) ? one : best));
  const wrong = (one: Score): number[] => one.tallies.map((tally) => tally.wrong);
  return { nearest, ratio: ratioOverClasses(wrong(score), wrong(nearest)) };
}
