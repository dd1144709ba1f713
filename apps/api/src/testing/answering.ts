import { randomUUID } from 'node:crypto';
import type { PictureCards, PupilForm, PutResponse, SittingStatus, StartSitting } from '@samhold/contract';
import type { Questionnaire } from '@samhold/survey';
import { json, type Browser } from './browser.ts';
import type { TestHouse } from './test-house.ts';

export type Card = PictureCards['cards'][number];

const read = async (response: Response): Promise<unknown> => {
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
  return response.status === 204 ? undefined : response.json();
};

export const cardsOf = async (teacher: Browser, classId: string): Promise<readonly Card[]> =>
  // Checked by the route's response schema.
  ((await read(await teacher(`/api/v1/classes/${classId}/picture-cards`))) as PictureCards).cards;

export const readSitting = async (teacher: Browser, sittingId: string): Promise<SittingStatus> =>
  // Checked by the route's response schema.
  (await read(await teacher(`/api/v1/sittings/${sittingId}`))) as SittingStatus;

/** Starts a sitting and returns its status with the class code. Throws when it is refused. */
export const openSitting = async (
  teacher: Browser,
  classId: string,
  wish: StartSitting,
): Promise<SittingStatus & { readonly classCode: string; readonly sittingId: string }> => {
  const started = await read(await teacher(`/api/v1/classes/${classId}/sittings`, json('POST', wish)));
  // Checked by the route's response schema.
  const { sittingId } = started as { sittingId: string };
  const status = await readSitting(teacher, sittingId);
  return { ...status, sittingId, classCode: status.classCode ?? '' };
};

/** A tablet on which this pupil has shown the picture code. Throws when it is refused. */
export const openTablet = async (house: TestHouse, classCode: string, card: Card): Promise<Browser> => {
  const tablet = house.tablet();
  const wish = { classCode, pupilId: card.pupil.pupilId, pictures: card.pictures };
  await read(await tablet('/api/v1/pupil-session', json('POST', wish)));
  return tablet;
};

/** The form, with its questionnaire as published. */
export const readForm = async (
  tablet: Browser,
): Promise<Omit<PupilForm, 'questionnaire'> & { readonly questionnaire: Questionnaire }> => {
  // Checked by the route's response schema; the server sends a published questionnaire.
  const form = (await read(await tablet('/api/v1/pupil-session/form'))) as PupilForm;
  return { ...form, questionnaire: form.questionnaire as Questionnaire };
};

export type Choose = (criterionId: string) => readonly string[];

/** A whole response: the first option of every item, and these choices for each criterion asked. */
export const wholeResponse = (
  form: Awaited<ReturnType<typeof readForm>>,
  choose: Choose = () => [],
): PutResponse => ({
  revision: 1,
  language: 'nb',
  submit: true,
  answers: form.questionnaire.items.flatMap((item): PutResponse['answers'] => {
    if (item.type === 'choice') {
      const [first] = form.questionnaire.scales[item.scaleId]?.options ?? [];
      return first === undefined ? [] : [{ itemId: item.id, type: 'option', optionId: first.id }];
    }
    if (!form.settings.criteria.includes(item.criterionId)) return [];
    const pupilIds = [...choose(item.criterionId)];
    return [
      pupilIds.length === 0
        ? { itemId: item.id, type: 'none' }
        : { itemId: item.id, type: 'choices', pupilIds },
    ];
  }),
});

export const put = (tablet: Browser, body: unknown, responseId: string = randomUUID()): Promise<Response> =>
  tablet(`/api/v1/responses/${responseId}`, json('PUT', body));

/** The pupil joins, answers everything and hands in. Throws when anything is refused. */
export const handIn = async (
  house: TestHouse,
  classCode: string,
  card: Card,
  choose?: Choose,
): Promise<void> => {
  const tablet = await openTablet(house, classCode, card);
  await read(await put(tablet, wholeResponse(await readForm(tablet), choose)));
};

/** The body as the shape its route's response schema has checked. */
export const bodyOf = async <T>(response: Response): Promise<T> => (await response.json()) as T;

export const codeOf = async (response: Response): Promise<string> =>
  (await bodyOf<{ code: string }>(response)).code;
