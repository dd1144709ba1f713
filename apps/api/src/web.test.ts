import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Fastify from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Api } from './api.ts';
import { serveWeb } from './web.ts';

const directory = mkdtempSync(join(tmpdir(), 'samhold-web-'));
const app = Fastify() as unknown as Api;

beforeAll(async () => {
  mkdirSync(join(directory, '_app/immutable'), { recursive: true });
  const files = { '200.html': 'staff', 'pupil.html': 'pupil', 'pupil-assets.json': '{}' };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(directory, name), text);
  writeFileSync(join(directory, '_app/immutable/a.js'), 'code');
  mkdirSync(join(directory, '_app/immutable/workers'));
  for (const name of ['picture.worker-Bx3_-k9z', 'propose-arrangement.worker-C0ffee12'])
    writeFileSync(join(directory, `_app/immutable/workers/${name}.js`), 'code');
  await serveWeb(app, directory);
});
afterAll(async () => {
  await app.close();
  rmSync(directory, { recursive: true });
});

test.each([
  ['/', 'staff', 'no-cache'],
  ['/s', 'pupil', 'no-cache'],
  ['/s?code=ABCD1234', 'pupil', 'no-cache'],
  ['/school/people', 'staff', 'no-cache'],
  ['/s/other', 'staff', 'no-cache'],
  ['/pupil-assets.json', '{}', 'no-cache'],
  ['/_app/immutable/a.js', 'code', 'public, max-age=31536000, immutable'],
])('%s is answered with %s, kept as %s', async (path, text, kept) => {
  const { statusCode, body, headers } = await app.inject(path);
  expect([statusCode, body, headers['cache-control']]).toEqual([200, text, kept]);
});

test('a slash too many still leads to the pupil page, with the code', async () => {
  const { statusCode, headers } = await app.inject('/s/?code=ABCD1234');
  expect([statusCode, headers.location]).toEqual([302, '/s?code=ABCD1234']);
});

test.each(['/api/v1/none', '/.well-known/security.txt', '/_app/immutable/gone.js', '/%E0%A4%A'])(
  '%s is not found',
  async (path) => {
    expect((await app.inject(path)).statusCode).not.toBe(200);
  },
);

test('the camera is for the pupil page, the microphone for the others', async () => {
  const allowed = async (path: string) => (await app.inject(path)).headers['permissions-policy'];
  expect(await allowed('/s')).toBe('camera=(self), microphone=(), geolocation=()');
  expect(await allowed('/')).toBe('camera=(), microphone=(self), geolocation=()');
});

test('a worker may run our own code, and only the one that proposes groups may run WebAssembly', async () => {
  const policy = async (path: string) =>
    (await app.inject(`/_app/immutable/${path}`)).headers['content-security-policy'];
  const strict = (more: string) =>
    `default-src 'none'; script-src 'self'${more}; connect-src 'self'; frame-ancestors 'none'`;
  expect(await policy('workers/picture.worker-Bx3_-k9z.js')).toBe(strict(''));
  expect(await policy('workers/propose-arrangement.worker-C0ffee12.js')).toBe(strict(" 'wasm-unsafe-eval'"));
  expect(await policy('a.js')).toBeUndefined();
});
