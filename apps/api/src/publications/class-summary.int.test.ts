import type { ClassSummary, SittingStatus } from '@samhold/contract';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { bodyOf, codeOf, handIn } from '../testing/answering.ts';
import { json, type Browser } from '../testing/browser.ts';
import { holdWellbeingRound, type Pick } from '../testing/chosen-options.ts';
import { openClass, type ClassWithTeacher } from '../testing/class-with-teacher.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';

const post = { method: 'POST' };
const RECESS = 'w57-recess';
const QUIET = 'w57-quiet';
const SAFE = 'w57-safe';

let house: TestHouse;
let nine: ClassWithTeacher;
let twelve: ClassWithTeacher;

beforeAll(async () => {
  house = await openTestHouse(inject('superuserUrl'));
  nine = await openClass(house, 'nine', 9);
  twelve = await openClass(house, 'twelve', 12);
});
afterAll(() => house.close());

const make = (teacher: Browser, sittingId: string) =>
  teacher(`/api/v1/sittings/${sittingId}/wellbeing/summary`, post);
const choose = (teacher: Browser, sittingId: string, itemIds: readonly string[]) =>
  teacher(`/api/v1/sittings/${sittingId}/wellbeing/summary`, json('PUT', { itemIds }));
const read = (of: ClassWithTeacher, sittingId?: string) =>
  of.teacher(
    `/api/v1/classes/${of.classId}/summary${sittingId === undefined ? '' : `?sittingId=${sittingId}`}`,
  );
const itemOf = (summary: ClassSummary, itemId: string) =>
  summary.summary?.document.tables.flatMap((table) => table.items).find((item) => item.itemId === itemId);

describe('a class of nine, of whom two answer otherwise about recess', () => {
  const pick: Pick = (pupil, itemId) =>
    itemId === RECESS && pupil < 2 ? 4 : itemId === QUIET && pupil < 4 ? 2 : 0;
  let sittingId: string;
  let made: ClassSummary;

  beforeAll(async () => {
    expect((await bodyOf<ClassSummary>(await read(nine))).sittingId).toBeNull();
    sittingId = await holdWellbeingRound(house, nine.teacher, nine.classId, nine.cards, pick);
    const before = await bodyOf<ClassSummary>(await read(nine));
    expect([before.sittingId, before.summary]).toEqual([sittingId, null]);
    expect((await choose(nine.teacher, sittingId, [])).status).toBe(404);
    const answers = await Promise.all([1, 2, 3].map(() => make(nine.teacher, sittingId)));
    const bodies = await Promise.all(answers.map((answer) => bodyOf<ClassSummary>(answer)));
    expect(new Set(bodies.map(({ summary }) => summary?.releaseId)).size).toBe(1);
    made = await bodyOf<ClassSummary>(await read(nine));
  });

  test('D3 D4: the item with the small cell holds no figure, in any field', () => {
    expect(itemOf(made, RECESS)?.rows).toEqual([
      {
        groupId: expect.any(String) as string,
        level: 'class',
        of: [expect.any(String)],
        size: 9,
        answered: 9,
        mean: null,
        counts: [
          { optionId: 'above', count: null },
          { optionId: 'others', count: null },
        ],
      },
    ]);
    expect(Object.keys(itemOf(made, RECESS) ?? {}).sort()).toEqual(
      ['itemId', 'options', 'rows', 'text', 'theme'].sort(),
    );
  });

  test('what passes is counted above the middle against the others, without a mean', () => {
    expect(itemOf(made, QUIET)?.rows).toEqual([
      {
        groupId: expect.any(String) as string,
        level: 'class',
        of: [expect.any(String)],
        size: 9,
        answered: 9,
        mean: null,
        counts: [
          { optionId: 'above', count: 5 },
          { optionId: 'others', count: 4 },
        ],
      },
    ]);
    expect(itemOf(made, QUIET)?.options.map(({ text }) => text)[0]).toMatch(/^«.+» eller «.+»$/);
  });

  test('D2: a sensitive item is not listed for fewer than ten', () => {
    expect(itemOf(made, SAFE)?.rows).toEqual([]);
  });

  test('names no pupil', async () => {
    expect(await (await read(nine)).text()).not.toMatch(/Elev\d|Prøve/);
  });

  test('only what passed can be chosen, and the last choice is kept with the release', async () => {
    const refused = await choose(nine.teacher, sittingId, [QUIET, RECESS]);
    expect([refused.status, await codeOf(refused)]).toEqual([422, 'unknown_item']);
    expect((await bodyOf<ClassSummary>(await read(nine))).summary?.chosen).toBeNull();
    for (const chosen of [[QUIET, 'w57-now'], [QUIET]]) {
      expect((await choose(nine.teacher, sittingId, chosen)).status).toBe(200);
      expect((await bodyOf<ClassSummary>(await read(nine))).summary?.chosen).toEqual(chosen);
    }
  });

  test('the teacher of another school is answered as if it were not there', async () => {
    for (const answer of [
      await make(twelve.teacher, sittingId),
      await choose(twelve.teacher, sittingId, []),
      await twelve.teacher(`/api/v1/classes/${nine.classId}/summary`),
      await twelve.teacher(`/api/v1/classes/${twelve.classId}/summary?sittingId=${sittingId}`),
    ])
      expect([answer.status, await codeOf(answer)]).toEqual([404, 'not_found']);
  });

  test('a later round gives a new summary, and the earlier one stands', async () => {
    const earlier = await (await read(nine, sittingId)).json();
    const later = await holdWellbeingRound(house, nine.teacher, nine.classId, nine.cards, () => 0);
    expect(await bodyOf<ClassSummary>(await read(nine))).toMatchObject({ sittingId: later, summary: null });
    await make(nine.teacher, later);
    const { summary } = await bodyOf<ClassSummary>(await read(nine));
    expect(summary?.releaseId).not.toBe(made.summary?.releaseId);
    expect(((await (await read(nine, sittingId)).json()) as ClassSummary).summary).toEqual(
      (earlier as ClassSummary).summary,
    );
  });
});

test('D6: a late answer changes the class, and not one byte of its summary', async () => {
  const { teacher, classId, cards } = twelve;
  const late = cards[11];
  if (late === undefined) throw new Error('The class has no twelfth pupil.');
  const sittingId = await holdWellbeingRound(house, teacher, classId, cards.slice(0, 9), () => 0);
  await make(teacher, sittingId);
  const before = (await bodyOf<ClassSummary>(await read(twelve))).summary;
  expect(itemOf(await bodyOf<ClassSummary>(await read(twelve)), RECESS)?.rows).toMatchObject([
    { answered: 9 },
  ]);
  const reopened = await teacher(
    `/api/v1/sittings/${sittingId}/pupils/${late.pupil.pupilId}/answer-later`,
    post,
  );
  await handIn(house, (await bodyOf<SittingStatus>(reopened)).classCode ?? '', late);
  const after = await bodyOf<ClassSummary>(await make(teacher, sittingId));
  expect(after.rounds[0]?.sitting.responded).toBe(10);
  expect(JSON.stringify(after.summary)).toBe(JSON.stringify(before));
});
