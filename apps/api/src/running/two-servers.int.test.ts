import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { createKeyring } from '@samhold/db';
import { handIn, openSitting } from '../testing/answering.ts';
import { openBrowser } from '../testing/browser.ts';
import { openClass } from '../testing/class-with-teacher.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { serve, type Served } from '../serve.ts';

let house: TestHouse;
let other: Served;

beforeAll(async () => {
  house = await openTestHouse(inject('superuserUrl'));
  other = await serve({
    databaseUrl: house.database.serve,
    keyring: createKeyring(Buffer.alloc(32, 7)),
    port: 0,
    host: '127.0.0.1',
    publicUrl: 'http://localhost',
    webDirectory: '/nowhere',
    demo: false,
    addsJobsOnly: true,
    log: () => undefined,
  });
});
afterAll(async () => {
  await other.close();
  await house.close();
});

test('who signed in at one server follows at another what is answered at the first, until that one stops', async () => {
  const own = await openClass(house, 'two servers', 4);
  const [first, second] = own.cards;
  if (first === undefined || second === undefined) throw new Error('The class has no pupils.');
  const { sittingId, classCode } = await openSitting(own.teacher, own.classId, { kind: 'sociogram' });
  const path = `/api/v1/sittings/${sittingId}/events`;
  const stream = (await own.teacher(new URL(path, other.address).href)).body;
  if (stream === null) throw new Error('There is no stream.');
  const reader = stream.pipeThrough(new TextDecoderStream()).getReader();
  const next = async (): Promise<string> => (await reader.read()).value ?? '';
  let heard = '';
  const hear = async (word: string): Promise<void> => {
    while (!heard.includes(word)) heard += await next();
  };
  await hear('"not_started"');
  heard = '';
  await handIn(house, classCode, first, () => [second.pupil.pupilId]);
  await hear('"responded"');
  const closing = other.close();
  for (;;) if ((await reader.read()).done) break;
  await closing;
  await expect(openBrowser(other.address)('/api/v1/live')).rejects.toThrow();
});
