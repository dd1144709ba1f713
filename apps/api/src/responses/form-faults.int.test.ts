import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openSitting, openTablet, readForm, readSitting } from '../testing/answering.ts';
import { json, type Browser } from '../testing/browser.ts';
import { openClass, type ClassWithTeacher } from '../testing/class-with-teacher.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';

let house: TestHouse;
let own: ClassWithTeacher;
let tablet: Browser;
let sittingId: string;

const faults = [
  { number: 2, code: 'unknown_item_type' },
  { number: null, code: 'unreadable' },
];
const report = (from: Browser, body: unknown = { faults }) =>
  from('/api/v1/pupil-session/form-faults', json('POST', body));
const shownToTeacher = async () =>
  (await readSitting(own.teacher, sittingId)).pupils.map(({ pupil, formFaults }) => [
    pupil.pupilId,
    formFaults,
  ]);
const pupilId = (at: number) => own.cards[at]?.pupil.pupilId ?? '';
const others = (answered: Awaited<ReturnType<typeof shownToTeacher>>) =>
  answered.filter(([id]) => id !== pupilId(0));

beforeAll(async () => {
  house = await openTestHouse(inject('superuserUrl'));
  own = await openClass(house, 'teacher', 6);
  const sitting = await openSitting(own.teacher, own.classId, { kind: 'wellbeing' });
  sittingId = sitting.sittingId;
  const [card] = own.cards;
  if (card === undefined) throw new Error('The class has no pupils.');
  tablet = await openTablet(house, sitting.classCode, card);
});
afterAll(() => house.close());

describe('a form that a tablet cannot show', () => {
  test('is told to the teacher for that pupil only, until the form is read again', async () => {
    await readForm(tablet);
    expect((await report(tablet)).status).toBe(204);
    const told = await shownToTeacher();
    expect(told).toContainEqual([pupilId(0), faults]);
    expect(others(told).every(([, found]) => found?.length === 0)).toBe(true);

    await report(tablet, { faults: faults.slice(1) });
    expect(await shownToTeacher()).toContainEqual([pupilId(0), faults.slice(1)]);

    await readForm(tablet);
    expect(await shownToTeacher()).toContainEqual([pupilId(0), []]);
  });

  test.each([
    ['no fault', { faults: [] }],
    ['an unknown reason', { faults: [{ number: 1, code: 'sad' }] }],
    ['words of somebody', { faults: [{ number: 1, code: 'no_text', text: 'Kari' }] }],
    ['the noughth question', { faults: [{ number: 0, code: 'no_text' }] }],
  ])('is not told by %s', async (_name, body) => {
    expect((await report(tablet, body)).status).toBe(400);
    expect(await shownToTeacher()).toContainEqual([pupilId(0), []]);
  });

  test('is not told by somebody without a session', async () => {
    expect((await report(house.tablet())).status).toBe(401);
  });
});
