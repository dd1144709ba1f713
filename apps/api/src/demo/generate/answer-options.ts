import type { DemoAnswer, DemoItem, DemoOption } from './demo-school.ts';
import type { RandomStream } from './random-stream.ts';

/** How a pupil has it at the time of a round, as far as the answers to choice items depend on it. */
export type PupilCondition = {
  /** Wellbeing in standard deviations of pupils; 0 is usual. */
  readonly mood: number;
  /** Mutual choices in everyday company. */
  readonly friends: number;
  readonly exposedToBullying: boolean;
  /** What the pupil says of having someone to be with, when the story decides it: a score 1–5. */
  readonly saidCompanionship: number | null;
};

const level = { mean: 4.05, mood: 0.5, item: 0.9 };
const chance = { declined: 0.015, unscored: 0.02, exposureShows: 0.7, mild: 0.06 };

type ScoredOption = { readonly optionId: string; readonly score: number };

const scored = (options: readonly DemoOption[]): ScoredOption[] =>
  options.flatMap(({ optionId, score }) => (score === null ? [] : [{ optionId, score }]));

const nearest = (options: readonly ScoredOption[], value: number): ScoredOption | undefined =>
  options.toSorted((a, b) => Math.abs(a.score - value) - Math.abs(b.score - value))[0];

function answerBullying(
  options: readonly ScoredOption[],
  condition: PupilCondition,
  random: RandomStream,
): ScoredOption | undefined {
  const bestFirst = options.toSorted((a, b) => b.score - a.score);
  const draw = random.uniform();
  if (condition.exposedToBullying && draw < chance.exposureShows) {
    // The third option from the best and below is «two or three times a month» or more on a scale of five.
    const worse = bestFirst.slice(bestFirst.length > 3 ? 2 : 1);
    const depth = random.uniform();
    return worse[depth < 0.6 ? 0 : depth < 0.85 ? 1 : 2] ?? worse.at(-1) ?? bestFirst.at(-1);
  }
  return draw > 1 - chance.mild ? (bestFirst[1] ?? bestFirst[0]) : bestFirst[0];
}

/**
 * One pupil's answer to a choice item. `themeLevel` is how the school stands on the item's theme, added to the score.
 * An item without scores is answered by chance. Throws when the item has no option.
 */
export function answerChoiceItem(
  item: DemoItem,
  condition: PupilCondition,
  themeLevel: number,
  random: RandomStream,
): DemoAnswer {
  const options = item.options ?? [];
  const scale = scored(options);
  const decided = item.companionship === true ? condition.saidCompanionship : null;
  if (decided === null) {
    if (random.uniform() < chance.declined) return { itemId: item.itemId, type: 'declined' };
    const unscored = options.filter(({ score }) => score === null);
    if (unscored.length > 0 && random.uniform() < chance.unscored) {
      return { itemId: item.itemId, type: 'option', optionId: random.pick(unscored).optionId };
    }
  }
  if (scale.length === 0 && options.length > 0) {
    return { itemId: item.itemId, type: 'option', optionId: random.pick(options).optionId };
  }
  const company = item.companionship === true ? 0.35 * (Math.min(condition.friends, 4) - 2) : 0;
  const value =
    decided ??
    level.mean +
      themeLevel +
      level.mood * (condition.mood - (condition.exposedToBullying ? 0.6 : 0)) +
      company +
      level.item * random.normal();
  const option = item.bullying === true ? answerBullying(scale, condition, random) : nearest(scale, value);
  if (option === undefined) throw new Error(`choice item ${item.itemId} has no option`);
  return { itemId: item.itemId, type: 'option', optionId: option.optionId };
}
