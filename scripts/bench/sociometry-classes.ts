import type { ChoiceNetwork } from '../../packages/analysis/src/index.ts';
import { FITTED_MODEL } from '../../packages/analysis/src/simulation/class-model.ts';
import { randomValues } from '../../packages/analysis/src/simulation/random-values.ts';
import { simulateClass } from '../../packages/analysis/src/simulation/simulate-class.ts';
import { ASSUMED_ANSWERS } from '../../packages/analysis/src/simulation/simulated-answers.ts';

/** Choices of one criterion in classes of 28 fitted to real ones: up to five choices each, 6 % absent. */
export const classesOf28 = (count: number): readonly ChoiceNetwork[] =>
  Array.from({ length: count }, (_, seed) => {
    const { rounds } = simulateClass(
      {
        model: FITTED_MODEL,
        answers: ASSUMED_ANSWERS,
        size: 28,
        rounds: 1,
        criteria: ['recess'],
        mostChoices: 5,
        absence: 0.06,
        planted: 0.4,
      },
      seed,
    );
    return rounds[0]!.criteria[0]!.network;
  });

/** Everybody chooses one to five, most of them in circles of six: the same whatever the size. */
export function circles(size: number, seed: number): ChoiceNetwork {
  const { below } = randomValues(seed);
  const roster = Array.from({ length: size }, (_, i) => `p${String(i).padStart(4, '0')}`);
  const choices = roster.flatMap((from, i) => {
    const chosen = new Set<number>();
    for (let k = 1 + below(5); k > 0; k -= 1) {
      const near = Math.min(size - 1, 6 * Math.floor(i / 6) + below(6));
      chosen.add(below(10) < 6 ? near : below(size));
    }
    chosen.delete(i);
    return [...chosen].map((j) => ({ from, to: roster[j]! }));
  });
  return { roster, respondents: roster, choices };
}
