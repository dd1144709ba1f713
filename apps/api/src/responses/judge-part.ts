import { createHash } from 'node:crypto';
import { AnswerPart, type PutParts } from '@samhold/contract';
import { openPart, type AnswerKeys } from '@samhold/contract/sealed-part';
import { validateResponse, type Questionnaire } from '@samhold/survey';
import Value from 'typebox/value';
import type { OpenedPart } from './merge-parts.ts';

export type SentPart = PutParts['parts'][number];
export type RefusalCode =
  'part_unreadable' | 'part_malformed' | ReturnType<typeof validateResponse>[number]['code'];

/** A part as it was opened, or the code of why it can never be stored. */
export type JudgedPart = OpenedPart | { readonly number: number; readonly refusal: RefusalCode };

export const hashOfPart = ({ sealed }: SentPart): Buffer => createHash('sha256').update(sealed).digest();

const opened = async (keys: AnswerKeys, responseId: string, { number, sealed }: SentPart) => {
  try {
    return await openPart(keys, { responseId, number }, sealed);
  } catch {
    return undefined;
  }
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Opens a part and holds it against the questionnaire and the class. */
export const judgePart = async (
  keys: AnswerKeys,
  responseId: string,
  sent: SentPart,
  questionnaire: Questionnaire,
  context: Parameters<typeof validateResponse>[1],
): Promise<JudgedPart> => {
  const { number } = sent;
  const text = await opened(keys, responseId, sent);
  if (text === undefined) return { number, refusal: 'part_unreadable' };
  const part = parsed(text);
  // What no text column can hold is no answer either.
  if (!Value.Check(AnswerPart, part) || text.includes('\\u0000'))
    return { number, refusal: 'part_malformed' };
  const [problem] = validateResponse(questionnaire, context, { answers: part.answers });
  return problem === undefined ? { number, part } : { number, refusal: problem.code };
};
