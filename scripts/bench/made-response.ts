import { randomUUID } from 'node:crypto';
import type { BareResponse } from '../../packages/db/src/index.ts';
import type { AnswerPart } from '../../packages/contract/src/index.ts';
import { sealPart } from '../../packages/contract/src/sealed-part.ts';
import type { Questionnaire } from '../../packages/survey/src/index.ts';
import type { SeatedPupil } from './made-school.ts';
import type { TabletRequest } from './tablets.ts';

type Answers = AnswerPart['answers'];

const CHOSEN = 5;

/** An answer to every item: the options and classmates go round with the pupil's place, so that they spread. */
const answersOf = (questionnaire: Questionnaire, pupil: SeatedPupil, place: number): Answers =>
  questionnaire.items.map((item, i) => {
    if (item.type === 'nomination') {
      const pupilIds = Array.from(
        { length: CHOSEN },
        (_, k) => pupil.classmates[(place + 7 * i + k) % pupil.classmates.length]!,
      );
      return { itemId: item.id, type: 'choices', pupilIds };
    }
    const options = questionnaire.scales[item.scaleId]?.options ?? [];
    return { itemId: item.id, type: 'option', optionId: options[(place + i) % options.length]!.id };
  });

const request = async (
  { token, publicKey }: SeatedPupil,
  responseId: string,
  number: number,
  part: AnswerPart,
): Promise<TabletRequest> => ({
  path: `/api/v1/responses/${responseId}/parts`,
  token,
  body: JSON.stringify({
    parts: [{ number, sealed: await sealPart(publicKey, { responseId, number }, part) }],
    waiting: 0,
  }),
});

/** The whole response in one sealed part. */
export const wholeRequest = (
  questionnaire: Questionnaire,
  pupil: SeatedPupil,
  place: number,
): Promise<TabletRequest> => {
  const answers = answersOf(questionnaire, pupil, place);
  return request(pupil, randomUUID(), 1, { language: 'nb', answers, submit: true });
};

/** The response an item at a time and then that it is handed in, as a tablet sends it while the pupil answers. */
export const partRequests = (
  questionnaire: Questionnaire,
  pupil: SeatedPupil,
  place: number,
): Promise<readonly TabletRequest[]> => {
  const responseId = randomUUID();
  const parts = answersOf(questionnaire, pupil, place).map((answer) => ({
    answers: [answer],
    submit: false,
  }));
  return Promise.all(
    [...parts, { answers: [], submit: true }].map((part, i) =>
      request(pupil, responseId, i + 1, { language: 'nb', ...part }),
    ),
  );
};

/** The rows that the same response becomes. */
export const bareResponse = (
  questionnaire: Questionnaire,
  pupil: SeatedPupil,
  place: number,
): BareResponse => {
  const answers = answersOf(questionnaire, pupil, place);
  const nominations = answers.flatMap((answer) => {
    if (answer.type !== 'choices') return [];
    const item = questionnaire.items.find(({ id }) => id === answer.itemId);
    const criterionId = item?.type === 'nomination' ? item.criterionId : '';
    return answer.pupilIds.map((nomineeId, position) => ({ criterionId, nomineeId, position }));
  });
  return {
    responseId: randomUUID(),
    sittingId: pupil.sittingId,
    pupilId: pupil.pupilId,
    itemIds: answers.map((answer) => answer.itemId),
    types: answers.map((answer) => answer.type),
    optionIds: answers.map((answer) => (answer.type === 'option' ? answer.optionId : null)),
    criterionIds: nominations.map((row) => row.criterionId),
    nomineeIds: nominations.map((row) => row.nomineeId),
    positions: nominations.map((row) => row.position),
  };
};
