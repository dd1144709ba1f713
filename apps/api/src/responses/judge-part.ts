import { createHash } from 'node:crypto';
import { AnswerPart, type PutParts } from '@samhold/contract';
import { validateResponse } from '@samhold/survey';
import { Compile } from 'typebox/compile';
import type { OpenedPart } from './merge-parts.ts';
import type { AnswerKeys } from './upload-token.ts';

export type SentPart = PutParts['parts'][number];
export type RefusalCode =
  'part_unreadable' | 'part_malformed' | ReturnType<typeof validateResponse>[number]['code'];

/** A part as it was opened, or the code of why it can never be stored. */
export type JudgedPart = OpenedPart | { readonly number: number; readonly refusal: RefusalCode };

export const hashOfPart = ({ sealed }: SentPart): Buffer => createHash('sha256').update(sealed).digest();

const answerPart = Compile(AnswerPart);

const opened = ({ open }: AnswerKeys, responseId: string, { number, sealed }: SentPart) => {
  try {
    return open({ responseId, number }, sealed);
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
export const judgePart = (
  keys: AnswerKeys,
  responseId: string,
  sent: SentPart,
  questionnaire: Parameters<typeof validateResponse>[0],
  context: Parameters<typeof validateResponse>[1],
): JudgedPart => {
  const { number } = sent;
  const text = opened(keys, responseId, sent);
  if (text === undefined) return { number, refusal: 'part_unreadable' };
  const part = parsed(text);
  // What no text column can hold is no answer either.
  if (!answerPart.Check(part) || text.includes('\\u0000')) return { number, refusal: 'part_malformed' };
  const [problem] = validateResponse(questionnaire, context, { answers: part.answers });
  return problem === undefined ? { number, part } : { number, refusal: problem.code };
};
