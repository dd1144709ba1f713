import { randomUUID } from 'node:crypto';
import type { BareResponse } from '../../packages/db/src/index.ts';
import type { AnswerPart, PutParts } from '../../packages/contract/src/index.ts';
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

type Part = PutParts['parts'][number];

const sealed = async (
  { publicKey }: SeatedPupil,
  responseId: string,
  number: number,
  part: Omit<AnswerPart, 'language'>,
): Promise<Part> => ({
  number,
  sealed: await sealPart(publicKey, { responseId, number }, { language: 'nb', ...part }),
});

const request = ({ token }: SeatedPupil, responseId: string, parts: readonly Part[]): TabletRequest => ({
  path: `/api/v1/responses/${responseId}/parts`,
  token,
  body: JSON.stringify({ parts, waiting: 0 }),
});

/** The whole response in one sealed part. */
export const wholeRequest = async (
  questionnaire: Questionnaire,
  pupil: SeatedPupil,
  place: number,
): Promise<TabletRequest> => {
  const [responseId, answers] = [randomUUID(), answersOf(questionnaire, pupil, place)];
  return request(pupil, responseId, [await sealed(pupil, responseId, 1, { answers, submit: true })]);
};

/**
 * The response as a tablet sends it while the pupil answers: each answer a part, the first by itself, then `together` of them in
 * a request, and with the last that it is handed in.
 */
export const partRequests = async (
  questionnaire: Questionnaire,
  pupil: SeatedPupil,
  place: number,
  together: number,
): Promise<readonly TabletRequest[]> => {
  const responseId = randomUUID();
  const answers = answersOf(questionnaire, pupil, place).map((answer) => ({
    answers: [answer],
    submit: false,
  }));
  const parts = await Promise.all(
    [...answers, { answers: [], submit: true }].map((part, i) => sealed(pupil, responseId, i + 1, part)),
  );
  const [first, rest] = [parts.slice(0, 1), parts.slice(1)];
  const later = Array.from({ length: Math.ceil(rest.length / together) }, (_, i) =>
    rest.slice(i * together, (i + 1) * together),
  );
  return [first, ...later].map((some) => request(pupil, responseId, some));
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
