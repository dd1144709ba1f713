import type {
  FormFault,
  JoinedClass,
  PartsReceipt,
  ProblemCode,
  PupilForm,
  PupilSignIn,
  PutParts,
} from '@samhold/contract';
import { badgeCodeLength } from './badge-address.ts';
import type { SendOutcome } from './queue/part-sender.ts';

/** `no_network` when no answer came at all. */
export type Failure = { readonly ok: false; readonly code: ProblemCode | 'no_network' };
export type Reply<T> = { readonly ok: true; readonly value: T } | Failure;

const usualPatience = 20_000;

async function call<T>(
  method: string,
  path: string,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
  patience = usualPatience,
): Promise<Reply<T>> {
  try {
    const answer = await fetch(`/api/v1${path}`, {
      method,
      cache: 'no-store',
      credentials: 'same-origin',
      signal: AbortSignal.timeout(patience),
      ...(body === undefined
        ? { headers }
        : { body: JSON.stringify(body), headers: { 'content-type': 'application/json', ...headers } }),
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
/** By the token its QR code carries, or by the short code under it. */
export const enterByBadge = (badge: string) =>
  call<undefined>('POST', '/badge', badge.length === badgeCodeLength ? { code: badge } : { token: badge });
/** How pupils sign in by their school account, if they do. */
export const fetchSignIn = () => call<PupilSignIn>('GET', '/pupil-sign-in');
export const signInPath = (ownerId?: string): string =>
  `/api/v1/sign-in/pupil${ownerId === undefined ? '' : `?owner=${ownerId}`}`;
/** By the account that has just been signed in to. */
export const enterByAccount = () => call<undefined>('POST', '/pupil-session/identity');
export const fetchForm = (patience?: number) =>
  call<PupilForm>('GET', '/pupil-session/form', undefined, {}, patience);
/** For staff: why these pages could not show the form. */
export const reportFormFaults = (faults: readonly FormFault[]) =>
  call<undefined>('POST', '/pupil-session/form-faults', { faults });
export const endSession = () => call<undefined>('DELETE', '/pupil-session');
export const startSession = (classCode: string, pupilId: string, pictures: readonly string[]) =>
  call<undefined>('POST', '/pupil-session', { classCode, pupilId, pictures });

/** What will never be otherwise. Anything else, also an answer of something between here and the server, may be another next time. */
const lastWords: ReadonlySet<string> = new Set(['invalid_request', 'body_too_large', 'upload_unknown']);

/** Hands over sealed parts by the token of their upload; no session is needed. */
export async function putParts(token: string, responseId: string, body: PutParts): Promise<SendOutcome> {
  const headers = { authorization: `Upload ${token}` };
  const reply = await call<PartsReceipt>('PUT', `/responses/${responseId}/parts`, body, headers);
  if (reply.ok) return { kind: 'receipt', receipt: reply.value };
  return { kind: lastWords.has(reply.code) ? 'never' : 'later' };
}
