import type { JoinedClass } from '@samhold/contract';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { bodyOf, openSitting, openTablet, readForm } from '../testing/answering.ts';
import { json, type Browser } from '../testing/browser.ts';
import { openClass, type ClassWithTeacher } from '../testing/class-with-teacher.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { addStaff } from '../testing/test-school.ts';

let house: TestHouse;
let own: ClassWithTeacher;
let leader: Browser;
let classCode: string;

beforeAll(async () => {
  house = await openTestHouse(inject('superuserUrl'));
  own = await openClass(house, 'teacher', 3);
  await addStaff(house, own.school, 'leader', [{ kind: 'leadership' }]);
  leader = await house.staffBrowser('leader');
  ({ classCode } = await openSitting(own.teacher, own.classId, { kind: 'wellbeing' }));
});
afterAll(() => house.close());

const path = '/api/v1/school/languages';
const switchOn = (languages: readonly string[]) => leader(path, json('PUT', { languages }));
const joined = async () =>
  bodyOf<JoinedClass>(await house.tablet()('/api/v1/join', json('POST', { classCode })));

test('pupils are offered the checked languages only, until the school switches drafts on', async () => {
  expect(await (await leader(path)).json()).toEqual({ languages: [] });
  expect((await joined()).languages).toEqual(['nb', 'nn', 'en']);

  expect((await switchOn(['ta', 'ar'])).status).toBe(200);
  expect(await (await leader(path)).json()).toEqual({ languages: ['ar', 'ta'] });
  expect((await joined()).languages).toEqual(['nb', 'nn', 'en', 'ar', 'ta']);

  const [card] = own.cards;
  if (card === undefined) throw new Error('The class has no pupils.');
  const tablet = await openTablet(house, classCode, card);
  expect((await readForm(tablet)).languages).toEqual(['nb', 'nn', 'en', 'ar', 'ta']);
  await switchOn([]);
  expect((await readForm(tablet)).languages).toEqual(['nb', 'nn', 'en']);
});

test('a checked language is offered anyway and never kept as a draft', async () => {
  expect(await (await switchOn(['nb', 'uk', 'uk'])).json()).toEqual({ languages: ['uk'] });
  expect((await joined()).languages).toEqual(['nb', 'nn', 'en', 'uk']);
});

test('a language that is none is refused, and nothing is changed', async () => {
  await switchOn(['pl']);
  expect((await switchOn(['pl', 'xx'])).status).toBe(400);
  expect(await (await leader(path)).json()).toEqual({ languages: ['pl'] });
});

test('another school’s pupils are offered what their own school has chosen', async () => {
  await switchOn(['so']);
  const other = await openClass(house, 'other teacher', 3);
  const { classCode: otherCode } = await openSitting(other.teacher, other.classId, { kind: 'wellbeing' });
  const answer = await house.tablet()('/api/v1/join', json('POST', { classCode: otherCode }));
  expect((await bodyOf<JoinedClass>(answer)).languages).toEqual(['nb', 'nn', 'en']);
});
