import { summariseItem, type SeenChange } from '@samhold/analysis';
import type { ClassWellbeing } from '@samhold/contract';
import { bulliedOptionIds, textIn, type ChoiceItem, type Questionnaire } from '@samhold/survey';

/** Counts by item and outcome. */
export type Counts = ReadonlyMap<string, number>;

/** How the answers to one item are spread over its options. */
export const distribution = (
  questionnaire: Questionnaire,
  item: ChoiceItem,
  counts: Counts,
  change: SeenChange | null,
): ClassWellbeing['items'][number] => {
  const of = (outcome: string): number => counts.get(`${item.id} ${outcome}`) ?? 0;
  const scale = questionnaire.scales[item.scaleId];
  const options = (scale?.options ?? []).map((option) => ({
    optionId: option.id,
    text: textIn(option.text, 'nb').text,
    score: option.score,
    count: of(option.id),
  }));
  const skipped = of('declined');
  const notReached = of('not_reached');
  const figures = summariseItem({ counts: options, skipped, notReached });
  const bulliedIds = bulliedOptionIds(questionnaire, item);
  const bullied = options.filter(({ optionId }) => bulliedIds.includes(optionId));
  return {
    itemId: item.id,
    theme: item.theme,
    text: textIn(item.text, 'nb').text,
    sensitive: item.sensitive,
    options,
    declined: skipped,
    notReached,
    answered: figures.answered,
    mean: figures.mean,
    sd: figures.sd,
    median: figures.median,
    shareLow: figures.shareLow,
    bullied:
      bullied[0] === undefined
        ? null
        : { count: bullied.reduce((sum, { count }) => sum + count, 0), from: bullied[0].text },
    change,
  };
};
