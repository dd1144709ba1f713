import type { OwnMail } from '@samhold/contract';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { bodyOf, codeOf } from '../testing/answering.ts';
import { json } from '../testing/browser.ts';
import { openClass } from '../testing/class-with-teacher.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';

let house: TestHouse;

beforeAll(async () => {
  house = await openTestHouse(inject('superuserUrl'));
});
afterAll(() => house.close());

test('where no mail server is set, the answer says so and an address is not taken', async () => {
  const { teacher } = await openClass(house, 'without mail', 2);
  expect(await bodyOf<OwnMail>(await teacher('/api/v1/me/mail'))).toEqual({
    mailIsSet: false,
    email: null,
    confirmed: false,
  });
  const answer = await teacher('/api/v1/me/mail', json('PUT', { email: 'kari@skole.test' }));
  expect([answer.status, await codeOf(answer)]).toEqual([409, 'mail_not_set']);
});
