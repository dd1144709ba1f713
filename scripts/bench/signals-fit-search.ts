import type { ClassModel } from '../../packages/analysis/src/simulation/class-model.ts';
import { randomValues } from '../../packages/analysis/src/simulation/random-values.ts';
import { compareClasses, compareLikeness, deviation, mean, type Compared } from './signals-fit-compare.ts';
import type { ReferenceClass } from './signals-reference.ts';

/** What one step of difference is for each fitted figure; about what two classes of one school differ by. */
const STEP = { spread: 0.25, reciprocity: 0.1, transitivity: 0.08 } as const;
const FITTED = Object.keys(STEP) as (keyof typeof STEP)[];

/** Families count by the root of how many classes they have, so that no origin decides alone. */
function misfitOfClasses(compared: readonly Compared[]): number {
  const families = [...Map.groupBy(compared, ({ family }) => family).values()];
  const weights = families.map((family) => Math.sqrt(family.length));
  const misfits = families.map((family) =>
    mean(
      FITTED.map((moment) => {
        const real = mean(family.map((one) => one.real[moment]));
        const made = mean(family.map((one) => mean(one.made.map((own) => own[moment]))));
        return ((real - made) / STEP[moment]) ** 2;
      }),
    ),
  );
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return misfits.reduce((sum, misfit, i) => sum + (misfit * weights[i]!) / total, 0);
}

/** How far the classes of one family lie from each other, beside generated ones. */
function misfitOfVariety(compared: readonly Compared[]): number {
  const families = [...Map.groupBy(compared, ({ family }) => family).values()].filter((f) => f.length > 10);
  return mean(
    families.flatMap((family) =>
      FITTED.map((moment) => {
        const real = deviation(family.map((one) => one.real[moment]));
        const made = mean(
          family[0]!.made.map((_, r) => deviation(family.map((one) => one.made[r]![moment]))),
        );
        return ((real - made) / STEP[moment]) ** 2;
      }),
    ),
  );
}

function misfit(model: ClassModel, references: readonly ReferenceClass[], seed: number): number {
  const compared = compareClasses(model, references, 4, seed);
  const { rounds, criteria } = compareLikeness(model, references, 12, seed);
  const likeness = [rounds, criteria].flatMap(([real, made]) => [
    ((real.jaccard - made.jaccard) / 0.08) ** 2,
    ((real.received - made.received) / 0.15) ** 2,
  ]);
  return misfitOfClasses(compared) + misfitOfVariety(compared) + mean(likeness);
}

/** A random search: one or two parameters at a time are moved, and a move that lowers the misfit is kept. */
export function searchModel(
  start: ClassModel,
  references: readonly ReferenceClass[],
  steps: number,
  seed: number,
): ClassModel {
  const random = randomValues(seed);
  const names = Object.keys(start) as (keyof ClassModel)[];
  let best = start;
  let lowest = misfit(best, references, seed);
  for (let step = 0; step < steps; step += 1) {
    const width = 0.4 * (1 - step / steps) + 0.05;
    const moved: { -readonly [name in keyof ClassModel]: number } = { ...best };
    for (const name of random.shuffled(names).slice(0, 2)) {
      const value = moved[name];
      moved[name] = name.endsWith('tability')
        ? Math.min(0.995, 1 - (1 - value) * Math.exp(width * random.normal()))
        : value * Math.exp(width * random.normal());
    }
    const found = misfit(moved, references, seed);
    if (found < lowest) [best, lowest] = [moved, found];
    if (step % 20 === 19)
      console.error(`step ${step + 1}: misfit ${lowest.toFixed(3)} ${JSON.stringify(best)}`);
  }
  return best;
}
