import type { ClassSignalList, Helpers } from '@samhold/contract';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { bodyOf, codeOf, handIn, openSitting, readSitting, type Card } from '../testing/answering.ts';
import { json } from '../testing/browser.ts';
import { openClass, type ClassWithTeacher } from '../testing/class-with-teacher.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { addStaff } from '../testing/test-school.ts';

let house: TestHouse;
let opened: ClassWithTeacher;
let sittingId: string;
let assistantId: string;

beforeAll(async () => {
  house = await openTestHouse(inject('superuserUrl'));
  opened = await openClass(house, 'Lærer', 12);
  assistantId = await addStaff(house, opened.school, 'Assistent', [{ kind: 'employee' }]);
  const sitting = await openSitting(opened.teacher, opened.classId, { kind: 'sociogram' });
  ({ sittingId } = sitting);
  // All but the last choose in a ring that leaves the last out, who chooses nobody: this gives a signal.
  const ring = opened.cards.slice(0, -1).map(({ pupil }) => pupil.pupilId);
  for (const [at, card] of opened.cards.entries())
    await handIn(house, sitting.classCode, card, () =>
      at === ring.length ? [] : [1, 2, 3, 4, 5].map((step) => ring[(at + step) % ring.length] ?? ''),
    );
});
afterAll(() => house.close());

const last = (): Card => opened.cards.at(-1) as Card;
const record = (staffId: string | null, pupilId = last().pupil.pupilId) =>
  opened.teacher(`/api/v1/sittings/${sittingId}/pupils/${pupilId}/helper`, json('PUT', { staffId }));
const helperInList = async (): Promise<string | null | undefined> =>
  (await readSitting(opened.teacher, sittingId)).pupils.find(
    ({ pupil }) => pupil.pupilId === last().pupil.pupilId,
  )?.helper;

test('everyone who works at the school can have helped, and nobody else', async () => {
  const { staff } = await bodyOf<Helpers>(await opened.teacher(`/api/v1/sittings/${sittingId}/helpers`));
  expect(staff.map(({ name }) => name)).toEqual(['Assistent Prøve', 'Lærer Prøve']);
  expect(await codeOf(await record(opened.classId))).toBe('invalid_request');
  expect(await codeOf(await record(assistantId, assistantId))).toBe('not_found');
  expect(await helperInList()).toBeNull();
});

test('the helper stands in the list and beside what is read of the pupil’s answers, until it is taken back', async () => {
  expect((await record(assistantId)).status).toBe(200);
  expect((await record(assistantId)).status).toBe(200);
  expect(await helperInList()).toBe('Assistent Prøve');
  await opened.teacher(`/api/v1/sittings/${sittingId}/close`, { method: 'POST' });
  const { signals } = await bodyOf<ClassSignalList>(
    await opened.teacher(`/api/v1/classes/${opened.classId}/signals`),
  );
  const about = signals.find(({ pupil }) => pupil.pupilId === last().pupil.pupilId);
  expect(about?.helper).toBe('Assistent Prøve');
  expect((await record(null)).status).toBe(200);
  expect(await helperInList()).toBeNull();
});
