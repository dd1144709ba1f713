import { ProblemError, problemOf } from './problem.ts';

type Verb = 'GET' | 'POST' | 'PUT' | 'DELETE';

const send = async (verb: Verb, path: string, body?: unknown): Promise<Response> => {
  const isForm = body instanceof FormData;
  // A browser writes the type of a form itself, with what parts it.
  const withBody = body === undefined || isForm ? {} : { 'content-type': 'application/json' };
  const answer = await fetch(`/api/v1${path}`, {
    method: verb,
    credentials: 'same-origin',
    headers: { accept: 'application/json', ...withBody },
    ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
  }).catch(() => {
    throw new ProblemError('offline');
  });
  if (!answer.ok) throw problemOf(await answer.json().catch(() => null), answer.status);
  return answer;
};

const read = async <T>(answer: Response): Promise<T> =>
  // The server validates what it sends against the same contract that T comes from.
  (answer.status === 204 ? undefined : await answer.json()) as T;

/** Reads a resource. @throws ProblemError */
export const get = async <T>(path: string): Promise<T> => read<T>(await send('GET', path));

/** @throws ProblemError */
export const post = async <T = undefined>(path: string, body?: unknown): Promise<T> =>
  read<T>(await send('POST', path, body));

/** A file made by the server. @throws ProblemError */
export const postForFile = async (path: string, body?: unknown): Promise<Blob> =>
  (await send('POST', path, body)).blob();

/** A file the server keeps. @throws ProblemError */
export const getFile = async (path: string): Promise<Blob> => (await send('GET', path)).blob();

/** A file the server makes, and what the server calls it. @throws ProblemError */
export const getNamedFile = async (path: string): Promise<{ readonly name: string; readonly file: Blob }> => {
  const answer = await send('GET', path);
  const [, name = 'fil'] = /filename="([^"]*)"/.exec(answer.headers.get('content-disposition') ?? '') ?? [];
  return { name, file: await answer.blob() };
};

/** @throws ProblemError */
export const put = async <T = undefined>(path: string, body: unknown): Promise<T> =>
  read<T>(await send('PUT', path, body));

/** @throws ProblemError */
export const del = async (path: string): Promise<void> => {
  await send('DELETE', path);
};
