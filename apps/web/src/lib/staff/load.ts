import { problemStatus, type ProblemCode, type StaffSession } from '@samhold/contract';
import { error, redirect } from '@sveltejs/kit';
import { problemText } from '../problem-texts.ts';
import { ProblemError } from '../problem.ts';
import { readSession } from '../staff-calls.ts';

/** Waits for a resource of a page; a problem becomes the error page with its own sentence. */
export const forPage = async <T>(resource: Promise<T>, address: string): Promise<T> => {
  try {
    return await resource;
  } catch (thrown) {
    if (!(thrown instanceof ProblemError)) throw thrown;
    if (thrown.code === 'not_signed_in') redirect(307, `/?returnTo=${encodeURIComponent(address)}`);
    // An unknown code or no network has no status of its own.
    const status = problemStatus[thrown.code as ProblemCode] ?? 503;
    error(status, { message: problemText(thrown), code: thrown.code });
  }
};

/** The session, or null for someone who is not signed in. */
export const sessionOrNull = async (): Promise<StaffSession | null> => {
  try {
    return await readSession();
  } catch (thrown) {
    if (thrown instanceof ProblemError && thrown.code === 'not_signed_in') return null;
    if (thrown instanceof ProblemError) error(503, { message: problemText(thrown), code: thrown.code });
    throw thrown;
  }
};
