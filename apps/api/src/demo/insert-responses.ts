import { randomUUID } from 'node:crypto';
import type { Tx } from '@samhold/db';
import { findQuestionnaire, type Questionnaire } from '@samhold/survey';
import type { DemoResponse } from './generate/demo-school.ts';

const criteriaOf = (questionnaire: Questionnaire): ReadonlyMap<string, string> =>
  new Map(
    questionnaire.items.flatMap((item) =>
      item.type === 'nomination' ? [[item.id, item.criterionId] as const] : [],
    ),
  );

/** Stores generated responses of one sitting as if their pupils had handed them in at `at`. */
export const insertResponses = async (
  tx: Tx,
  schoolId: string,
  sittingId: string,
  responses: readonly DemoResponse[],
  pupilIds: ReadonlyMap<string, string>,
  at: Date,
): Promise<void> => {
  if (responses.length === 0) return;
  const pin = await tx
    .selectFrom('sitting')
    .select(['questionnaire_id', 'questionnaire_version'])
    .where('school_id', '=', schoolId)
    .where('sitting_id', '=', sittingId)
    .executeTakeFirstOrThrow();
  const questionnaire = findQuestionnaire(pin.questionnaire_id, pin.questionnaire_version);
  const criteria = questionnaire === undefined ? new Map<string, string>() : criteriaOf(questionnaire);
  const idOf = (key: string): string => pupilIds.get(key) ?? '';
  const listed = responses.map((response) => ({ responseId: randomUUID(), response }));
  await tx
    .insertInto('response')
    .values(
      listed.map(({ responseId, response }, index) => ({
        school_id: schoolId,
        response_id: responseId,
        sitting_id: sittingId,
        pupil_id: idOf(response.pupilKey),
        language: 'nb',
        started_at: at,
        submitted_at: new Date(at.getTime() + (10 + (index % 20)) * 60_000),
      })),
    )
    .execute();
  const answers = listed.flatMap(({ responseId, response }) =>
    response.answers.map((answer) => ({
      school_id: schoolId,
      response_id: responseId,
      item_id: answer.itemId,
      type: answer.type,
      option_id: answer.type === 'option' ? answer.optionId : null,
    })),
  );
  if (answers.length > 0) await tx.insertInto('answer').values(answers).execute();
  const nominations = listed.flatMap(({ responseId, response }) =>
    response.answers.flatMap((answer) =>
      answer.type === 'choices'
        ? answer.pupilKeys.map((key, position) => ({
            school_id: schoolId,
            response_id: responseId,
            sitting_id: sittingId,
            criterion_id: criteria.get(answer.itemId) ?? answer.itemId,
            nominee_id: idOf(key),
            position,
          }))
        : [],
    ),
  );
  if (nominations.length > 0) await tx.insertInto('nomination').values(nominations).execute();
};
