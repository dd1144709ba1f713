import { problemStatus } from '@samhold/contract';
import type { Operation } from './operations.ts';

export type Answered = {
  readonly status: number;
  readonly contentType: string;
  readonly text: string;
};

export type Expected = {
  /** The table refuses this seat. */
  readonly refused: boolean;
  /** The ids are another school's, or nobody's. */
  readonly notYours: boolean;
};

const json = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
};

const problemFault = ({ status, contentType, text }: Answered): string | undefined => {
  if (!contentType.startsWith('application/problem+json'))
    return `an error that is no problem: ${contentType}`;
  const { code = '', status: said } = (json(text) ?? {}) as { code?: string; status?: number };
  const known: Readonly<Record<string, number>> = problemStatus;
  if (known[code] === undefined) return `an unknown code: ${code}`;
  if (known[code] !== status || said !== status) return `${code} with status ${status}`;
  // Words of the database or of a program's insides.
  return /select |insert |pg_|node_modules|\.ts:\d/i.test(text) ? `tells of its insides: ${text}` : undefined;
};

/** What is wrong with an answer; nothing when all holds. */
export const judge = (
  { declared, faultOf }: Operation,
  answered: Answered,
  { refused, notYours }: Expected,
): string | undefined => {
  const { status, contentType, text } = answered;
  if (status >= 500) return `status ${status}: ${text}`;
  if (!declared.has(status)) return `undeclared status ${status}: ${text.slice(0, 200)}`;
  if (status >= 400) return problemFault(answered);
  if (refused) return `answered ${status} to a seat the table refuses`;
  if (notYours) return `answered ${status} about what is another school’s or nobody’s`;
  return faultOf(status, contentType.startsWith('application/json') ? json(text) : undefined);
};
