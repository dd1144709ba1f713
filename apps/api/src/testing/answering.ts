import { randomUUID } from 'node:crypto';
import type {
  AnswerPart,
  ClassSociograms,
  PartsReceipt,
  PictureCards,
  PupilForm,
  SittingStatus,
  SociogramRound,
  StartSitting,
} from '@samhold/contract';
import { sealPart } from '@samhold/contract/sealed-part';
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
  talkWith?: string,
): AnswerPart => ({
  language: 'nb',
  submit: true,
  ...(talkWith === undefined ? {} : { talkWith }),
  answers: form.questionnaire.items.flatMap((item): AnswerPart['answers'] => {
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

/** A tablet that can hand over parts of one response, also after its session has ended. */
export type Hander = {
  readonly authorization: string;
  readonly responseId: string;
  readonly number: () => number;
  readonly seal: (
    part: unknown,
    number?: number,
  ) => Promise<{ readonly number: number; readonly sealed: string }>;
  readonly send: (parts: readonly object[], waiting?: number, setAside?: number) => Promise<Response>;
};

export const openHander = async (tablet: Browser, responseId: string = randomUUID()): Promise<Hander> => {
  const { upload } = await readForm(tablet);
  let next = upload.nextPart;
  const number = () => (next += 1) - 1;
  const authorization = `Upload ${upload.token}`;
  return {
    authorization,
    responseId,
    number,
    seal: async (part, given = number()) => ({
      number: given,
      // Tests also send what is no part.
      sealed: await sealPart(upload.publicKey, { responseId, number: given }, part as AnswerPart),
    }),
    send: (parts, waiting = 0, setAside = 0) => {
      const { headers, ...request } = json('PUT', { parts, waiting, setAside });
      return tablet(`/api/v1/responses/${responseId}/parts`, {
        ...request,
        headers: { ...headers, authorization },
      });
    },
  };
};

export const receiptOf = async (response: Response): Promise<PartsReceipt> =>
  // Checked by the route's response schema.
  (await read(response)) as PartsReceipt;

/** Sends one part and says what became of it. Throws when the request is refused. */
export const handOver = async (hander: Hander, part: unknown): Promise<PartsReceipt['parts'][number]> => {
  const [outcome] = (await receiptOf(await hander.send([await hander.seal(part)]))).parts;
  if (outcome === undefined) throw new Error('The receipt is empty.');
  return outcome;
};

/** Hands over one part as this pupil's tablet. Throws when it is not stored. */
export const put = async (tablet: Browser, part: AnswerPart): Promise<void> => {
  const outcome = await handOver(await openHander(tablet), part);
  if (outcome.outcome !== 'stored')
    throw new Error(`The part was ${outcome.outcome}: ${outcome.code ?? ''}.`);
};

/** The pupil joins, answers everything and hands in. Throws when anything is refused. */
export const handIn = async (
  house: TestHouse,
  classCode: string,
  card: Card,
  choose?: Choose,
): Promise<void> => {
  const tablet = await openTablet(house, classCode, card);
  await put(tablet, wholeResponse(await readForm(tablet), choose));
};

/** The body as the shape its route's response schema has checked. */
export const bodyOf = async <T>(response: Response): Promise<T> => (await response.json()) as T;

/** The sociogram of a closed sitting as its class's teacher reads it. */
export const readSociogram = async (
  teacher: Browser,
  classId: string,
  sittingId: string,
): Promise<SociogramRound> => {
  const { rounds } = await bodyOf<ClassSociograms>(await teacher(`/api/v1/classes/${classId}/sociograms`));
  const round = rounds.find(({ sitting }) => sitting.sittingId === sittingId);
  if (round === undefined) throw new Error('The sitting has no sociogram.');
  return round;
};

export const codeOf = async (response: Response): Promise<string> =>
  (await bodyOf<{ code: string }>(response)).code;
