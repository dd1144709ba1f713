import type { NominationItem } from './questionnaire.ts';
import { indexQuestionnaire, type AskedQuestionnaire, type IndexedItem } from './questionnaire-index.ts';
import type { Answer, ResponseBody } from './response.ts';

/** Who answers, and what the round allows. The list may hold the pupil's own id; choosing it is refused. */
export type ResponseContext = {
  readonly pupilId: string;
  readonly rosterIds: ReadonlySet<string>;
  readonly maxChoices: number;
  readonly criteria: readonly string[];
};

/** Stable: clients and logs rely on them. */
export const responseProblemCodes = [
  'unknown_item',
  'duplicate_item',
  'wrong_item_type',
  'unknown_option',
  'criterion_not_asked',
  'too_many_choices',
  'self_nomination',
  'nominee_not_on_list',
  'duplicate_nominee',
] as const;

export type ResponseProblemCode = (typeof responseProblemCodes)[number];

/** `pupilId` is the nominee a problem is about. */
export type ResponseProblem = {
  readonly code: ResponseProblemCode;
  readonly itemId: string;
  readonly pupilId?: string;
};

function problemsOfChoices(
  context: ResponseContext,
  { id: itemId, maxChoices = context.maxChoices }: Pick<NominationItem, 'id' | 'maxChoices'>,
  pupilIds: readonly string[],
  problems: ResponseProblem[],
): void {
  if (pupilIds.length > Math.min(maxChoices, context.maxChoices))
    problems.push({ code: 'too_many_choices', itemId });
  const seen = new Set<string>();
  for (const pupilId of pupilIds) {
    if (seen.has(pupilId)) problems.push({ code: 'duplicate_nominee', itemId, pupilId });
    else if (pupilId === context.pupilId) problems.push({ code: 'self_nomination', itemId, pupilId });
    else if (!context.rosterIds.has(pupilId)) problems.push({ code: 'nominee_not_on_list', itemId, pupilId });
    seen.add(pupilId);
  }
}

function problemsOfAnswer(
  context: ResponseContext,
  { item, scoreByOptionId }: IndexedItem,
  answer: Answer,
  problems: ResponseProblem[],
): void {
  const itemId = item.id;
  if (item.type === 'nomination' && !context.criteria.includes(item.criterionId)) {
    problems.push({ code: 'criterion_not_asked', itemId });
    return;
  }
  if (answer.type === 'declined') return;
  if (item.type === 'choice' && answer.type === 'option') {
    if (!scoreByOptionId.has(answer.optionId)) problems.push({ code: 'unknown_option', itemId });
    return;
  }
  if (item.type === 'nomination' && answer.type === 'none') return;
  if (item.type === 'nomination' && answer.type === 'choices') {
    problemsOfChoices(context, item, answer.pupilIds, problems);
    return;
  }
  problems.push({ code: 'wrong_item_type', itemId });
}

/**
 * What keeps a response from being stored, in the order of its answers; empty when it may be. Choice items take
 * `option` or `declined`, nominations `choices`, `none` or `declined`. Items without an answer are no problem: a pupil
 * may skip anything. Of an item answered twice only the second answer is reported. Linear in the size of the body.
 */
export function validateResponse(
  questionnaire: AskedQuestionnaire,
  context: ResponseContext,
  body: ResponseBody,
): readonly ResponseProblem[] {
  const index = indexQuestionnaire(questionnaire);
  const problems: ResponseProblem[] = [];
  const answered = new Set<string>();
  for (const answer of body.answers) {
    const { itemId } = answer;
    const indexed = index.get(itemId);
    if (!indexed) problems.push({ code: 'unknown_item', itemId });
    else if (answered.has(itemId)) problems.push({ code: 'duplicate_item', itemId });
    else problemsOfAnswer(context, indexed, answer, problems);
    answered.add(itemId);
  }
  return problems;
}
