import { FITTED_MODEL } from '../../packages/analysis/src/simulation/class-model.ts';
import { randomValues } from '../../packages/analysis/src/simulation/random-values.ts';
import { simulateClass, type SimulatedClass } from '../../packages/analysis/src/simulation/simulate-class.ts';
import {
  ASSUMED_ANSWERS,
  type AnswerModel,
} from '../../packages/analysis/src/simulation/simulated-answers.ts';

export type MadeClass = SimulatedClass & {
  readonly criteria: number;
  readonly mostChoices: number | null;
  readonly absence: number;
};

const CRITERIA = ['recess', 'sit-beside', 'work'];

/** A class such as schools have; sizes, limits and absence are drawn, so that no setting is tuned for. */
export function makeClass(seed: number, answers: AnswerModel = ASSUMED_ANSWERS): MadeClass {
  const { below, uniform } = randomValues(seed);
  const criteria = uniform() < 0.7 ? 3 : 1 + below(2);
  const mostChoices = [3, 5, null][below(3)] ?? null;
  const absence = uniform() < 0.8 ? 0.06 : 0.2;
  const made = simulateClass(
    {
      model: FITTED_MODEL,
      answers,
      size: 16 + below(13),
      rounds: 3,
      criteria: CRITERIA.slice(0, criteria),
      mostChoices,
      absence,
      planted: 0.4,
    },
    seed + 1,
  );
  return { ...made, criteria, mostChoices, absence };
}
