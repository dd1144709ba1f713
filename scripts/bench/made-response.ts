import { randomUUID } from 'node:crypto';
import type { BareResponse } from '../../packages/db/src/index.ts';
import type { PutResponse } from '../../packages/contract/src/index.ts';
import type { Questionnaire } from '../../packages/survey/src/index.ts';
import { pupilCookie } from '../../apps/api/src/session/tokens.ts';
import type { SeatedPupil } from './made-school.ts';
import type { TabletRequest } from './tablets.ts';

type Answers = PutResponse['answers'];

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

const request = (pupil: SeatedPupil, responseId: string, body: PutResponse): TabletRequest => ({
  path: `/api/v1/responses/${responseId}`,
  cookie: `${pupilCookie}=${pupil.cookie}`,
  body: JSON.stringify(body),
});

/** The whole response in one request. */
export const wholeRequest = (
  questionnaire: Questionnaire,
  pupil: SeatedPupil,
  place: number,
): TabletRequest =>
  request(pupil, randomUUID(), {
    revision: 1,
    language: 'nb',
    answers: answersOf(questionnaire, pupil, place),
    submit: true,
  });

/** The response an item at a time, as a tablet sends it while the pupil answers. */
export const partRequests = (
  questionnaire: Questionnaire,
  pupil: SeatedPupil,
  place: number,
): readonly TabletRequest[] => {
  const responseId = randomUUID();
  return answersOf(questionnaire, pupil, place).map((answer, i) =>
    request(pupil, responseId, { revision: i + 1, language: 'nb', answers: [answer], submit: false }),
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
