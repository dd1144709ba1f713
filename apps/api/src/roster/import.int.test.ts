import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { bodyOf, cardsOf, codeOf } from '../testing/answering.ts';
import type { Browser } from '../testing/browser.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { addStaff, makeSchool } from '../testing/test-school.ts';

const header = 'klasse,trinn,fornavn,etternavn,id\n';
const first = `${header}5A,5,Ask,Lie,p1\n5A,5,Bo,Dal,p2\n5B,5,Cato,Vik,p3\n`;

let house: TestHouse;
let browser: Browser;
let classIds: ReadonlyMap<string, string>;

beforeAll(async () => {
  house = await openTestHouse(inject('superuserUrl'));
  const school = await makeSchool(house, 'Prøve', first);
  ({ classIds } = school);
  await addStaff(house, school, 'both', [
    { kind: 'administrator' },
    { kind: 'contact_teacher', classId: classIds.get('5A') ?? '' },
    { kind: 'contact_teacher', classId: classIds.get('5B') ?? '' },
  ]);
  browser = await house.staffBrowser('both');
});
afterAll(() => house.close());

const upload = (body: string | Buffer) =>
  browser('/api/v1/roster', { method: 'POST', headers: { 'content-type': 'text/csv' }, body });
const cardsIn = (className: string) => cardsOf(browser, classIds.get(className) ?? '');
const listed = async (className: string) => (await cardsIn(className)).map((card) => card.pupil.label);

test('the same roster again changes nothing', async () => {
  const before = await cardsIn('5A');
  for (const _again of [1, 2])
    expect(await bodyOf(await upload(first))).toEqual({
      classes: 2,
      added: 0,
      moved: 0,
      leaving: 0,
      unchanged: 3,
    });
  expect(await cardsIn('5A')).toEqual(before);
});

test('a pupil who changes class is moved and keeps the picture code', async () => {
  const before = (await cardsIn('5A')).find((card) => card.pupil.label === 'Bo');
  const receipt = await bodyOf(await upload(first.replace('5A,5,Bo', '5B,5,Bo')));
  expect(receipt).toEqual({ classes: 2, added: 0, moved: 1, leaving: 0, unchanged: 2 });
  expect(await listed('5A')).toEqual(['Ask']);
  expect((await cardsIn('5B')).find((card) => card.pupil.label === 'Bo')).toEqual(before);
});

test('a pupil who moves back on the same day is in the first class again, and there only', async () => {
  expect(await bodyOf(await upload(first))).toMatchObject({ moved: 1, unchanged: 2 });
  expect([await listed('5A'), await listed('5B')]).toEqual([['Ask', 'Bo'], ['Cato']]);
});

test('a pupil who leaves is off the list, and comes back as the same pupil', async () => {
  const before = await cardsIn('5A');
  const receipt = await bodyOf(await upload(first.replace('5A,5,Bo,Dal,p2\n', '')));
  expect(receipt).toEqual({ classes: 2, added: 0, moved: 0, leaving: 1, unchanged: 2 });
  expect(await listed('5A')).toEqual(['Ask']);
  expect(await bodyOf(await upload(first))).toMatchObject({ added: 1, unchanged: 2 });
  expect(await cardsIn('5A')).toEqual(before);
});

test.each([
  ['a fault in one row', 422, 'roster_rejected', first.replace('5B,5', '5B,9')],
  ['bytes that are not UTF-8', 400, 'invalid_request', Buffer.from(first.replace('Ask', 'Åse'), 'latin1')],
  ['a character no text can hold', 400, 'invalid_request', first.replace('5B,', '5\0B,')],
  ['six megabytes', 413, 'body_too_large', first + '5A,5,Ask,Lie,p1\n'.repeat(400_000)],
])('%s refuses the whole file', async (_fault, status, code, body) => {
  const before = [await cardsIn('5A'), await cardsIn('5B')];
  const response = await upload(body);
  expect([response.status, await codeOf(response)]).toEqual([status, code]);
  expect([await cardsIn('5A'), await cardsIn('5B')]).toEqual(before);
});
