/** The server says that it has done nothing of it. */
const undone = new Set(['40001', '40P01']);
const lost = new Set(['08000', '08003', '08006', '57P01', '57P02', '57P03', 'ECONNRESET', 'EPIPE']);

const codeOf = (error: unknown): string | undefined =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined;

/** True when the connection ended before the answer came: what was asked may have been done or not. */
export const isLost = (error: unknown): boolean =>
  lost.has(codeOf(error) ?? '') ||
  (error instanceof Error &&
    /Connection terminated|connection timeout|connection error and is not queryable/i.test(error.message));

/** True for serialization failures, deadlocks and connections lost before the answer came. */
const isTransient = (error: unknown): boolean => undone.has(codeOf(error) ?? '') || isLost(error);

/** The connection was lost while a transaction was committed: nobody knows whether it was, so it must not be run again. */
export class CommitUnknown extends Error {
  constructor(cause: unknown) {
    super('The connection was lost at the end of a transaction, which may be done or not.', { cause });
  }
}

/** PostgreSQL's for what an operator must mend: no room, no connection or memory left, only readable, not there or starting. */
const outOfService = /^(53|57P|58)|^25006$|^(ECONNREFUSED|ENOTFOUND|ETIMEDOUT|EHOSTUNREACH|EAI_AGAIN)$/;

/** True when the database cannot do it now and may later: nothing is acknowledged, and the same request is worth sending again. */
export const isUnavailable = (error: unknown): boolean =>
  error instanceof CommitUnknown ||
  isTransient(error) ||
  outOfService.test(codeOf(error) ?? '') ||
  (error instanceof Error && error.message.includes('timeout exceeded when trying to connect'));

/**
 * Runs a whole transaction again when it failed for a reason that passes: at most `tries` times, waiting a little longer
 * each time. The operation must hold all its effects in the transaction, so that running it again is harmless.
 */
export const withRetry = async <T>(operation: () => Promise<T>, tries = 4): Promise<T> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await operation();
    } catch (error) {
      if (attempt >= tries || !isTransient(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, 10 * 3 ** attempt));
    }
  }
};
