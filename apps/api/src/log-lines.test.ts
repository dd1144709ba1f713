import { createKeyring, type Database } from '@samhold/db';
import { expect, test } from 'vitest';
import { buildApp } from './app.ts';
import { openIdentityProviders } from './session/identity-providers.ts';

const planted = 'Q7PLANTED';

const failing = (): never => {
  throw Object.assign(new Error(`duplicate key value: ${planted}`), {
    code: '23505',
    detail: `Key (given_name)=(${planted}) already exists.`,
    constraint: 'pupil_pkey',
    parameters: [planted],
  });
};

test('a failure is logged with its kind, code and place, and without a word, secret or address of anybody', async () => {
  const lines: string[] = [];
  const db = { inScope: failing, beforeScope: failing, ready: failing } as unknown as Database; // none of the others is called
  const app = await buildApp(
    {
      db,
      keyring: createKeyring(Buffer.alloc(32)),
      now: () => new Date(),
      identityProviders: openIdentityProviders('http://localhost'),
    },
    { logger: { write: (line) => void lines.push(line) } },
  );
  const headers = {
    host: 'localhost',
    origin: 'http://localhost',
    cookie: `__Host-samhold-staff=${planted}; __Host-staff=${planted}`,
    authorization: `Upload ${planted}`,
    'user-agent': planted,
    referer: `http://localhost/${planted}`,
  };
  for (const [method, url, payload] of [
    ['GET', `/api/v1/calendar/feed/${planted}`, undefined],
    ['GET', `/api/v1/sign-in?returnTo=/${planted}`, undefined],
    ['POST', '/api/v1/join', { classCode: planted }],
    ['POST', `/api/v1/join?code=${planted}`, { classCode: 'ABCDEFGH' }],
    ['GET', `/api/v1/classes/${planted}/pupils`, undefined],
  ] as const)
    await app.inject({ method, url, headers, ...(payload === undefined ? {} : { payload }) });
  await app.close();
  expect(lines.length).toBeGreaterThan(1);
  const text = lines.join('');
  expect(text).not.toContain(planted);
  expect(text).not.toMatch(/127\.0\.0\.1|remoteAddress|"cookie/i);
  expect(text).toContain('"message":"23505"');
  expect(text).toContain('pupil_pkey');
  expect(text).toMatch(/"stack":"at /);
});
