import type { Problem } from '@samhold/contract';

/** An answer from the server that was not the one asked for, or no answer (`offline`). */
export class ProblemError extends Error {
  readonly code: string;
  readonly details: readonly string[];

  constructor(code: string, details: readonly string[] = []) {
    super(code);
    this.name = 'ProblemError';
    this.code = code;
    this.details = details;
  }
}

export const problemOf = (body: unknown, status: number): ProblemError => {
  if (typeof body === 'object' && body !== null && 'code' in body && typeof body.code === 'string') {
    const details = (body as Partial<Problem>).details; // a body with a code is a Problem by contract
    return new ProblemError(body.code, details ?? []);
  }
  return new ProblemError(status >= 500 ? 'unavailable' : 'internal');
};
