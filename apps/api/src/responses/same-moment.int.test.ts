import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openSitting, openTablet, put } from '../testing/answering.ts';
import type { Browser } from '../testing/browser.ts';
import { openClass, storedAnswers, type ClassWithTeacher } from '../testing/class-with-teacher.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';

let house: TestHouse;
let own: ClassWithTeacher;
let classCode: string;
let next = 0;

beforeAll(async () => {
  house = await openTestHouse(inject('superuserUrl'));
  own = await openClass(house, 'teacher', 24);
  ({ classCode } = await openSitting(own.teacher, own.classId, { kind: 'wellbeing' }));
});
afterAll(() => house.close());

const nextTablet = async (): Promise<{ readonly tablet: Browser; readonly pupilId: string }> => {
  const card = own.cards[next];
  if (card === undefined) throw new Error('The class has no more pupils.');
  next += 1;
  return { tablet: await openTablet(house, classCode, card), pupilId: card.pupil.pupilId };
};

const items = ['w57-now', 'w57-recess', 'w57-company', 'w57-belong', 'w57-safe'];
const part = (revision: number, submit = false) => ({
  revision,
  language: 'nb',
  submit,
  answers: [{ itemId: items[revision - 1] ?? '', type: 'declined' }],
});
const responsesOf = async (pupilId: string) =>
  (await storedAnswers(house, own.school)).responses.filter((row) => row.pupil_id === pupilId);

const times = [1, 2, 3, 4];

test.each(times)(
  'the same part sent five times at the same moment is one response with one receipt (%i)',
  async () => {
    const { tablet, pupilId } = await nextTablet();
    const responseId = randomUUID();
    const answers = await Promise.all(items.map(() => put(tablet, part(1, true), responseId)));
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200, 200, 200]);
    expect(new Set(await Promise.all(answers.map((answer) => answer.text()))).size).toBe(1);
    expect(await responsesOf(pupilId)).toHaveLength(1);
  },
);

test.each(times)(
  'two responses of one pupil at the same moment: one is stored, one is told so (%i)',
  async () => {
    const { tablet, pupilId } = await nextTablet();
    const answers = await Promise.all([put(tablet, part(1)), put(tablet, part(2))]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
    expect(await responsesOf(pupilId)).toHaveLength(1);
  },
);

test.each(times)('parts that overtake each other never take a response back (%i)', async () => {
  const { tablet, pupilId } = await nextTablet();
  const responseId = randomUUID();
  expect((await put(tablet, part(1), responseId)).status).toBe(200);
  const answers = await Promise.all(
    [5, 4, 3, 2].map((revision) => put(tablet, part(revision, revision === 5), responseId)),
  );
  expect(answers[0]?.status).toBe(200);
  for (const answer of answers) expect([200, 409]).toContain(answer.status);
  const [response] = await responsesOf(pupilId);
  expect(response).toMatchObject({ revision: 5 });
  expect(response?.submitted_at).not.toBeNull();
});
