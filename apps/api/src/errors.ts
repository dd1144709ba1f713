import type { ProblemCode } from '@samhold/contract';

/** PostgreSQL's codes for a value it cannot hold: a NUL character, a day outside its calendar, another form of id. */
const unstorable = new Set(['22021', '22P05', '22P02', '22007', '22008']);

/** True for a value that fits its schema and still cannot be stored: the sender's fault, not the server's. */
export const isUnstorableValue = (error: object): boolean =>
  'code' in error && typeof error.code === 'string' && unstorable.has(error.code);

/** Whom a refusal is about, by id, where that is known and nobody is signed in. */
export type Whose = { readonly schoolId: string; readonly staffId: string };

/** What a use case refuses, by stable code. Only app.ts turns it into an answer. */
export class AppError extends Error {
  readonly code: ProblemCode;
  readonly details: readonly string[] | undefined;
  readonly whose: Whose | undefined;

  constructor(code: ProblemCode, details?: readonly string[], cause?: unknown, whose?: Whose) {
    super(code, { cause });
    this.code = code;
    this.details = details;
    this.whose = whose;
  }
}
