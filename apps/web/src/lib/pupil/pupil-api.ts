import type { JoinedClass, PupilForm, ProblemCode, PutResponse, ResponseReceipt } from '@samhold/contract';
import type { Outcome } from './answer-queue.ts';

/** `no_network` when no answer came at all. */
export type Failure = { readonly ok: false; readonly code: ProblemCode | 'no_network' };
export type Reply<T> = { readonly ok: true; readonly value: T } | Failure;

const patience = 20_000;

async function call<T>(method: string, path: string, body?: unknown): Promise<Reply<T>> {
  try {
    const answer = await fetch(`/api/v1${path}`, {
      method,
      cache: 'no-store',
      credentials: 'same-origin',
      signal: AbortSignal.timeout(patience),
      ...(body === undefined
        ? {}
        : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
    const text = await answer.text();
    // The server checks every answer against the contract before it is sent.
    if (answer.ok) return { ok: true, value: (text === '' ? undefined : JSON.parse(text)) as T };
    return { ok: false, code: problemCode(text) ?? (answer.status >= 500 ? 'unavailable' : 'internal') };
  } catch {
    return { ok: false, code: 'no_network' };
  }
}

function problemCode(text: string): ProblemCode | null {
  try {
    // Read as a code of the contract; one that is unknown here is handled as trouble by every reader.
    const problem = JSON.parse(text) as { code?: ProblemCode };
    return problem.code ?? null;
  } catch {
    return null;
  }
}

export const joinClass = (classCode: string) => call<JoinedClass>('POST', '/join', { classCode });
export const enterByBadge = (token: string) => call<undefined>('POST', '/badge', { token });
export const fetchForm = () => call<PupilForm>('GET', '/pupil-session/form');
export const endSession = () => call<undefined>('DELETE', '/pupil-session');
export const startSession = (classCode: string, pupilId: string, pictures: readonly string[]) =>
  call<undefined>('POST', '/pupil-session', { classCode, pupilId, pictures });
export const putResponse = (responseId: string, body: PutResponse) =>
  call<ResponseReceipt>('PUT', `/responses/${responseId}`, body);

const temporary: ReadonlySet<string> = new Set([
  'no_network',
  'unavailable',
  'internal',
  'too_many_requests',
]);
const final: ReadonlySet<string> = new Set([
  'pupil_session_ended',
  'not_signed_in',
  'sitting_closed',
  'response_submitted',
  'response_exists',
  'not_found',
  'forbidden_origin',
]);

/** What a failed hand-over means for the queue; `stale_revision` is settled by the caller, who can ask for the latest. */
export function outcomeOf(code: Failure['code']): Outcome {
  if (temporary.has(code)) return { kind: 'later' };
  if (final.has(code)) return { kind: 'ended', code };
  return { kind: 'refused' };
}
