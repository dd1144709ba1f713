import type { ProblemCode } from '@samhold/contract';

/** What a use case refuses, by stable code. Only app.ts turns it into an answer. */
export class AppError extends Error {
  readonly code: ProblemCode;
  readonly details: readonly string[] | undefined;

  constructor(code: ProblemCode, details?: readonly string[]) {
    super(code);
    this.code = code;
    this.details = details;
  }
}
