import type { Tx } from '@samhold/db';
import { indexQuestionnaire, type ChoiceItem, type Questionnaire } from '@samhold/survey';
import { pinnedQuestionnaire } from '../questionnaires/service.ts';
import { readSittingAnswers } from '../responses/sitting-answers.ts';
import type { SittingRow } from '../rounds/sittings.ts';

/** One round as it was asked, and each pupil's scores in it by item; empty once the answers themselves are deleted. */
export type ScoredRound = {
  readonly sitting: SittingRow;
  readonly questionnaire: Questionnaire;
  readonly pupils: ReadonlyMap<string, ReadonlyMap<string, number>>;
};

export const readScoredRound = async (
  tx: Tx,
  schoolId: string,
  sitting: SittingRow,
): Promise<ScoredRound> => {
  const questionnaire = await pinnedQuestionnaire(
    tx,
    schoolId,
    sitting.questionnaire_id,
    sitting.questionnaire_version,
  );
  const index = indexQuestionnaire(questionnaire);
  const { pupils } = await readSittingAnswers(tx, schoolId, sitting.sitting_id);
  const scoresOf = (answers: (typeof pupils)[number]['answers']): ReadonlyMap<string, number> =>
    new Map(
      (answers ?? []).flatMap(({ itemId, optionId }): (readonly [string, number])[] => {
        const score = optionId === null ? null : index.get(itemId)?.scoreByOptionId.get(optionId);
        return score === null || score === undefined ? [] : [[itemId, score]];
      }),
    );
  return {
    sitting,
    questionnaire,
    pupils: new Map(pupils.map(({ pupilId, answers }) => [pupilId, scoresOf(answers)])),
  };
};

const scaleOf = (questionnaire: Questionnaire, item: ChoiceItem): string =>
  JSON.stringify(questionnaire.scales[item.scaleId]?.options.map(({ id, score }) => [id, score]));

const scored = (questionnaire: Questionnaire): readonly ChoiceItem[] =>
  questionnaire.items.filter(
    (item): item is ChoiceItem =>
      item.type === 'choice' &&
      (questionnaire.scales[item.scaleId]?.options ?? []).every(({ score }) => score !== null),
  );

/** The scored items of `now` that `before` asked too, with the same options: only these can be compared. */
export const comparableItems = (now: Questionnaire, before: Questionnaire): readonly ChoiceItem[] => {
  const earlier = new Map(scored(before).map((item) => [item.id, scaleOf(before, item)]));
  return scored(now).filter((item) => earlier.get(item.id) === scaleOf(now, item));
};

/** The mean of a pupil's scores on these items; null when fewer than half are answered. */
export const meanOfHalf = (
  scores: ReadonlyMap<string, number>,
  items: readonly { readonly id: string }[],
): number | null => {
  const given = items.flatMap(({ id }) => scores.get(id) ?? []);
  if (given.length === 0 || given.length * 2 < items.length) return null;
  return given.reduce((sum, score) => sum + score, 0) / given.length;
};
