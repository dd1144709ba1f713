import { afterEach, expect, test, vi } from 'vitest';
import { putParts } from './pupil-api.ts';

afterEach(() => vi.unstubAllGlobals());

const answer = (status: number, body: string) => () => Promise.resolve(new Response(body, { status }));
const problem = (status: number, code: string) => answer(status, JSON.stringify({ code }));
const cut = () => {
  const body = new ReadableStream({
    start(stream) {
      stream.enqueue(new TextEncoder().encode('{"parts":[{"number":1,"outc'));
      stream.error(new TypeError('network error'));
    },
  });
  return Promise.resolve(new Response(body));
};

test.each([
  ['what is taken in has a receipt', answer(200, '{"parts":[],"submitted":false}'), 'receipt'],
  ['an answer that is cut waits', cut, 'later'],
  ['an answer that ends too early waits', answer(200, '{"parts":[{"num'), 'later'],
  ['503 waits', problem(503, 'unavailable'), 'later'],
  ['another part at the same moment waits', problem(409, 'response_exists'), 'later'],
  ['409 that says nothing waits', answer(409, ''), 'later'],
  ['410 from something on the way waits', answer(410, '<h1>Gone</h1>'), 'later'],
  ['410 of the contract waits', problem(410, 'setup_link_invalid'), 'later'],
  ['403 of the school’s network waits', problem(403, 'forbidden_origin'), 'later'],
  ['what breaks the contract is never taken', problem(400, 'invalid_request'), 'never'],
  ['what is too large is never taken', problem(413, 'body_too_large'), 'never'],
  ['an upload nobody knows is never taken', problem(401, 'upload_unknown'), 'never'],
])('%s', async (_what, fetch, kind) => {
  vi.stubGlobal('fetch', fetch);
  expect(await putParts('token', 'r', { parts: [], waiting: 0 })).toMatchObject({ kind });
});
