import { randomUUID } from 'node:crypto';
import type { SignalView, VerifySignal } from '@samhold/contract';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { bodyOf, codeOf } from '../testing/answering.ts';
import { json } from '../testing/browser.ts';
import { openSeatedSchool, type SeatedSchool } from '../testing/seated-school.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';

let house: TestHouse;
let seated: SeatedSchool;

beforeAll(async () => {
  house = await openTestHouse(inject('superuserUrl'));
  seated = await openSeatedSchool(house);
});
afterAll(() => house.close());

const seen = (state: VerifySignal['state'], observed: string): VerifySignal => ({
  ...{ verificationId: randomUUID(), state, observed },
});
const verify = (body: VerifySignal): Promise<Response> =>
  seated.browserOf('contact teacher of the class')(
    `/api/v1/signals/${seated.ids.signalId}/verifications`,
    json('POST', body),
  );
const logged = () =>
  house.database.ask(
    `select count(*)::int as count from access_log where action = 'signal.verify' and subject_id = '${seated.ids.signalId}'`,
  );

test('what is sent again, or twice at once, is recorded once, and the later record stands', async () => {
  const first = seen('being_verified', 'Sto ved gjerdet.');
  const both = await Promise.all([verify(first), verify(first)]);
  expect(both.map(({ status }) => status)).toEqual([201, 201]);
  const later = seen('not_confirmed', 'Lekte hele uka.');
  expect((await verify(later)).status).toBe(201);
  // An old request that comes late does not set the state back.
  const again = await bodyOf<SignalView>(await verify(first));
  expect(again.state).toBe('not_confirmed');
  expect(again.verifications.map(({ observed }) => observed)).toEqual([first.observed, later.observed]);
  expect(await logged()).toEqual([{ count: 2 }]);
});

test('an id that has been used is refused for other words and for another state', async () => {
  const used = seen('confirmed', 'Gikk alene.');
  await verify(used);
  for (const other of [
    { ...used, observed: 'Noe annet.' },
    { ...used, state: 'not_confirmed' as const },
  ]) {
    const answer = await verify(other);
    expect([answer.status, await codeOf(answer)]).toEqual([409, 'text_changed']);
  }
});
