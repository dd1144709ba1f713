import type { ClassWellbeing, LatestWellbeing } from '@samhold/contract';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { forgetAnswers } from '../demo/load-round.ts';
import { bodyOf } from '../testing/answering.ts';
import { holdWellbeingRound } from '../testing/chosen-options.ts';
import { openClass, type ClassWithTeacher } from '../testing/class-with-teacher.ts';
import { textOfPdf } from '../testing/pdf-text.ts';
import { askPoppler, hasPoppler } from '../testing/poppler.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';

const NOW = 'w57-now';

let house: TestHouse;
let room: ClassWithTeacher;
const sittings: string[] = [];

const read = async (sittingId: string) =>
  bodyOf<ClassWellbeing>(await room.teacher(`/api/v1/sittings/${sittingId}/wellbeing`));
const latest = async () =>
  bodyOf<LatestWellbeing>(await room.teacher(`/api/v1/classes/${room.classId}/wellbeing`));
const hold = async (pupils: number, pick: Parameters<typeof holdWellbeingRound>[4]) => {
  sittings.push(
    await holdWellbeingRound(house, room.teacher, room.classId, room.cards.slice(0, pupils), pick),
  );
};

beforeAll(async () => {
  house = await openTestHouse(inject('superuserUrl'));
  room = await openClass(house, 'over-rounds', 9);
  expect(await latest()).toEqual({ classId: room.classId, className: '5A', latest: null });
  // Nobody; then one; then nine, who mostly choose the middle; then nine, who on two items rise.
  await hold(0, () => 0);
  await hold(1, () => 1);
  await hold(9, () => 2);
  await hold(9, (pupil, itemId) =>
    itemId === NOW || itemId === 'w57-recess' ? pupil % 2 : pupil === 0 ? 1 : 2,
  );
});
afterAll(() => house.close());

describe('the wellbeing of a class over its rounds', () => {
  test('a round nobody answered has items without answers, and themes without means', async () => {
    const { items, themes } = await read(sittings[0] ?? '');
    expect(
      items.every(({ answered, mean, change }) => answered === 0 && mean === null && change === null),
    ).toBe(true);
    expect(themes.every(({ rounds }) => rounds.every(({ n, mean }) => n === 0 && mean === null))).toBe(true);
  });

  test('a round of one answer has means without an interval, and no change', async () => {
    const { themes, before } = await read(sittings[1] ?? '');
    expect(themes.length).toBeGreaterThan(3);
    for (const { rounds, change } of themes) {
      expect(rounds.at(-1)).toMatchObject({ n: 1, mean: 4, low: null, high: null });
      expect(change).toBeNull();
    }
    expect(before?.notCompared).toBe(0);
  });

  test('the newest round is the one the class comes to, with all rounds to choose between', async () => {
    const { latest: newest } = await latest();
    expect(newest?.sitting.sittingId).toBe(sittings[3]);
    expect(newest?.rounds.map(({ sittingId }) => sittingId)).toEqual(sittings.toReversed());
    expect(newest?.themes[0]?.rounds.map(({ n }) => n)).toEqual([0, 1, 9, 9]);
  });

  test('what all rose on is seen, what one rose on is not', async () => {
    const { items } = await read(sittings[3] ?? '');
    const changeOf = (id: string) => items.find(({ itemId }) => itemId === id)?.change;
    expect(changeOf(NOW)).toMatchObject({ pairs: 9, before: 3, effect: 1, seen: true });
    expect(changeOf(NOW)?.now).toBeCloseTo(4 + 5 / 9);
    expect(changeOf('w57-rules')).toMatchObject({ pairs: 9, seen: false });
    expect(changeOf('w57-bullied-pupils') ?? null).toBeNull();
  });

  test('when the answers from before are deleted, items are compared by their counts, and themes are not', async () => {
    await house.deps.db.inScope(room.school, (tx) =>
      forgetAnswers(tx, room.school.schoolId, sittings[2] ?? ''),
    );
    const { items, themes, before } = await read(sittings[3] ?? '');
    const changeOf = (id: string) => items.find(({ itemId }) => itemId === id)?.change;
    expect(before?.paired).toBe(false);
    expect(changeOf(NOW)).toMatchObject({ pairs: null, before: 3, effect: 1, seen: true });
    expect(changeOf(NOW)?.now).toBeCloseTo(4 + 5 / 9);
    expect(changeOf('w57-rules')).toMatchObject({ pairs: null, seen: false });
    expect(themes.every(({ change }) => change === null)).toBe(true);
  });

  test('an item has its figures, and one about bullying how many are bullied', async () => {
    const { items } = await read(sittings[3] ?? '');
    const rules = items.find(({ itemId }) => itemId === 'w57-rules');
    expect(rules).toMatchObject({ median: 3, shareLow: 0, bullied: null });
    expect(rules?.sd).toBeCloseTo(1 / 3, 9);
    expect(items.find(({ itemId }) => itemId === 'w57-bullied-pupils')?.bullied).toMatchObject({ count: 8 });
  });

  test('a round is never compared with one that came after it', async () => {
    const { themes } = await read(sittings[2] ?? '');
    expect(themes[0]?.rounds).toHaveLength(3);
  });
});

describe('the report of a class', () => {
  const report = async (sittingId: string) => {
    const answer = await room.teacher(`/api/v1/sittings/${sittingId}/wellbeing/report`);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    return Buffer.from(await answer.arrayBuffer());
  };

  test('is tagged, has its tables and figures, and names no pupil', async () => {
    const pdf = await report(sittings[3] ?? '');
    const text = textOfPdf(pdf);
    for (const mark of ['/StructTreeRoot', '/Marked true', 'pdfuaid:part', '/Figure', '/Table', '/TH'])
      expect(text.includes(mark), mark).toBe(true);
    expect(text.includes('Rapporten gjelder'), 'says what it holds').toBe(true);
    expect(/Elev\d|Prøve/.test(text)).toBe(false);
  });

  test.skipIf(!hasPoppler)('says to another reader who answered, what changed, and each item', async () => {
    const text = askPoppler('pdftotext', await report(sittings[3] ?? ''), '-layout');
    expect(text).toContain('9 av 9 elever svarte');
    expect(text).toContain('Hva som er endret');
    expect(text).toContain('Hvordan har du det i friminuttene?');
    expect(text).toContain('De fleste');
    expect(askPoppler('pdfinfo', await report(sittings[3] ?? ''))).toMatch(/Tagged:\s+yes/);
  });

  test('is made of a round nobody answered, too', async () => {
    expect(textOfPdf(await report(sittings[0] ?? '')).includes('Ingen har svart på dette.')).toBe(true);
  });
});
