import type { CriterionChoices, EarlierRound } from '../signals/signal-input.ts';
import { modelOfClass, nextLife, startLife } from './class-life.ts';
import type { ClassModel } from './class-model.ts';
import { likings } from './liking.ts';
import { applyPlanted, isAlone, plantPupils, type PlantedPupil } from './planted-pupils.ts';
import { randomValues, type RandomValues } from './random-values.ts';
import { networkOf, pupilName, type Given } from './simulate-rounds.ts';
import {
  companionshipScore,
  nextInclinations,
  startInclinations,
  type AnswerModel,
} from './simulated-answers.ts';

export type ClassSetting = {
  readonly model: ClassModel;
  readonly answers: AnswerModel;
  readonly size: number;
  readonly rounds: number;
  readonly criteria: readonly string[];
  /** The most choices allowed on a criterion; null when there is no limit. */
  readonly mostChoices: number | null;
  /** Share of the pupils who do not answer in a round. */
  readonly absence: number;
  /** The probability of each kind of planted pupil. */
  readonly planted: number;
};

export type SimulatedClass = {
  readonly pupils: readonly string[];
  readonly planted: readonly PlantedPupil[];
  /** Oldest first; each is what `detectSignals` takes of a round. */
  readonly rounds: readonly Required<
    Omit<EarlierRound, 'companionship'> & { companionship: [string, number][] }
  >[];
};

/** One class over several rounds with known pupils alone; repeats for the same seed. */
export function simulateClass(setting: ClassSetting, seed: number): SimulatedClass {
  const { size, criteria } = setting;
  const random = randomValues(seed);
  const model = modelOfClass(setting.model, random);
  const planted = plantPupils(size, setting.planted, random);
  const breadth = random.normals(size);
  let life = startLife(size, criteria.length, random);
  let inclinations = startInclinations(size, random);
  const rounds: SimulatedClass['rounds'][number][] = [];
  for (let round = 0; round < setting.rounds; round += 1) {
    if (round > 0) {
      life = nextLife(life, model, random);
      inclinations = nextInclinations(inclinations, setting.answers, random);
    }
    const alone = new Set(planted.filter((one) => isAlone(one, round)).map(({ pupil }) => pupil));
    const there = Array.from({ length: size }, () => random.uniform() >= setting.absence);
    const none = there.map(
      (is, i) => is && random.uniform() < shareGivingNone(alone.has(i), setting.answers),
    );
    const networks = criteria.map((criterionId, c): CriterionChoices => {
      const liking = likings(life, model, c);
      applyPlanted(liking, size, planted, round, random);
      const given = there.map((is, i) =>
        !is ? null : none[i] === true ? 0 : choicesGiven(breadth[i]!, setting.mostChoices, random),
      );
      return { criterionId, network: networkOf(liking, given) };
    });
    rounds.push({
      criteria: networks,
      companionship: companionshipOf(networks, there, alone, inclinations, setting.answers, random),
      gaveNone: none.flatMap((gave, i) => (gave ? [pupilName(i)] : [])),
    });
  }
  return { pupils: Array.from({ length: size }, (_, i) => pupilName(i)), planted, rounds };
}

const shareGivingNone = (alone: boolean, answers: AnswerModel): number =>
  alone ? answers.noneWhenAlone : answers.noneOtherwise;

/** With a limit most use it up; without, about 4½ with as wide a spread as in Knecht's class. */
function choicesGiven(
  breadth: number,
  most: number | null,
  random: RandomValues,
): NonNullable<Given[number]> {
  const usual = most === null ? 4 * Math.exp(0.55 * breadth) : most + 0.4 + 0.9 * breadth;
  const count = Math.max(1, Math.round(usual + 0.6 * random.normal()));
  return most === null ? Math.min(12, count) : Math.min(most, count);
}

function companionshipOf(
  criteria: readonly CriterionChoices[],
  there: readonly boolean[],
  alone: ReadonlySet<number>,
  inclinations: Float64Array,
  answers: AnswerModel,
  random: RandomValues,
): [string, number][] {
  const ties = new Set(
    criteria.flatMap(({ network }) => network.choices.map(({ from, to }) => `${from} ${to}`)),
  );
  const hasMutual = new Set(
    [...ties].flatMap((tie) => {
      const [from = '', to = ''] = tie.split(' ');
      return ties.has(`${to} ${from}`) ? [from] : [];
    }),
  );
  return there.flatMap((is, i): [string, number][] => {
    if (!is || random.uniform() < answers.skipped) return [];
    const low = alone.has(i)
      ? answers.lowWhenAlone
      : hasMutual.has(pupilName(i))
        ? answers.lowOtherwise
        : answers.lowWithoutMutual;
    return [[pupilName(i), companionshipScore(inclinations[i]!, low)]];
  });
}
