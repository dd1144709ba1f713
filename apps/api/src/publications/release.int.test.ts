import { dayOf } from '../calendar-days.ts';
import { schoolDayUpTo } from '../testing/school-day.ts';
import type {
  ReleasedDocument,
  ReleaseView,
  RoundOverview,
  SittingStatus,
  ThemeOverview,
} from '@samhold/contract';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { bodyOf, cardsOf, codeOf, handIn, openSitting, type Card } from '../testing/answering.ts';
import { json, type Browser } from '../testing/browser.ts';
import { rosterHeader, rosterOf } from '../testing/class-with-teacher.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { addStaff, makeSchool, type TestSchool } from '../testing/test-school.ts';

const post = { method: 'POST' };
const kinds = ['wellbeing', 'sociogram'] as const;

let house: TestHouse;
let school: TestSchool;
let leadership: Browser;
let teacher: Browser;
const roundIds = new Map<string, string>();
/** The sittings of 6A. */
const openAt = new Map<string, string>();
const lateAt = new Map<string, { readonly sittingId: string; readonly card: Card }>();

const idOf = (className: string): string => school.classIds.get(className) ?? '';
const release = (kind: string) => leadership(`/api/v1/rounds/${roundIds.get(kind)}/release`);

/** Everyone but the first pupil of 5A hands in; 6A, of three pupils, is left open. */
const holdRound = async (kind: (typeof kinds)[number]): Promise<void> => {
  const today = schoolDayUpTo(dayOf(house.deps.now()));
  const plan = { kind, name: `Runde ${kind}`, opensOn: today, closesOn: '2099-06-01' };
  const { roundId } = await bodyOf<RoundOverview>(await leadership('/api/v1/rounds', json('POST', plan)));
  roundIds.set(kind, roundId);
  for (const className of ['5A', '6A']) {
    const { sittingId, classCode } = await openSitting(teacher, idOf(className), { kind, roundId });
    const [first, ...others] = await cardsOf(teacher, idOf(className));
    if (first === undefined) throw new Error('The class has no pupils.');
    for (const card of others) await handIn(house, classCode, card, () => [first.pupil.pupilId]);
    if (className === '5A') lateAt.set(kind, { sittingId, card: first });
    else {
      await handIn(house, classCode, first);
      openAt.set(kind, sittingId);
    }
  }
};

beforeAll(async () => {
  house = await openTestHouse(inject('superuserUrl'));
  school = await makeSchool(house, 'Liten', rosterHeader + rosterOf('5A', 5, 12) + rosterOf('6A', 6, 3));
  await addStaff(house, school, 'leadership', [{ kind: 'leadership' }]);
  await addStaff(house, school, 'teacher', [
    { kind: 'contact_teacher', classId: idOf('5A') },
    { kind: 'contact_teacher', classId: idOf('6A') },
  ]);
  leadership = await house.staffBrowser('leadership');
  teacher = await house.staffBrowser('teacher');
  for (const kind of kinds) await holdRound(kind);
});
afterAll(() => house.close());

const itemsOf = (document: ReleasedDocument) => document.tables.flatMap((table) => table.items);

test.each(kinds)('a %s round that has not ended has no release', async (kind) => {
  expect((await release(kind)).status).toBe(404);
});

test('what a class is shown of a round is no release to leadership', async () => {
  const path = `/api/v1/sittings/${openAt.get('wellbeing') ?? ''}`;
  expect((await teacher(`${path}/close`, post)).ok).toBe(true);
  expect((await teacher(`${path}/wellbeing/summary`, post)).ok).toBe(true);
  const { rounds } = await bodyOf<{ rounds: RoundOverview[] }>(await leadership('/api/v1/rounds'));
  expect(rounds.map(({ released }) => released)).toEqual([false, false]);
});

test.each(kinds)('ending a %s round closes its sittings, and it cannot end twice', async (kind) => {
  const end = () => leadership(`/api/v1/rounds/${roundIds.get(kind)}/end`, post);
  const ended = await bodyOf<RoundOverview>(await end());
  expect(ended).toMatchObject({ released: true, classes: { started: 2, closed: 2 } });
  const again = await end();
  expect([again.status, await codeOf(again)]).toEqual([409, 'round_ended']);
});

test.each(kinds)('D2: in the %s release a group under five is not listed', async (kind) => {
  const items = itemsOf((await bodyOf<ReleaseView>(await release(kind))).document);
  expect(items.length).toBeGreaterThan(0);
  for (const item of items)
    expect(
      item.rows.map(({ level, groupId }) => `${level} ${groupId}`),
      item.itemId,
    ).toEqual(['class 5A', 'grade 5', 'school school']);
});

test.each(kinds)('the small grade cannot be found as the %s total less the other grade', async (kind) => {
  for (const item of itemsOf((await bodyOf<ReleaseView>(await release(kind))).document)) {
    const [, five, school] = item.rows;
    for (const [k, { count }] of (school?.counts ?? []).entries()) {
      const rest = count === null || five === undefined ? null : count - (five.counts[k]?.count ?? NaN);
      expect(rest === null || rest === 0 || Number.isNaN(rest), item.itemId).toBe(true);
    }
  }
});

test.each(kinds)('the %s release names no pupil and no staff member', async (kind) => {
  expect(await (await release(kind)).text()).not.toMatch(/Elev\d|Prøve|teacher/);
});

test('of a theme leadership sees the share above the middle in twentieths, of what is not sensitive', async () => {
  const { tables } = (await bodyOf<ReleaseView>(await release('wellbeing'))).document;
  const themes = tables.flatMap((table) => table.themes);
  expect(themes.length).toBeGreaterThan(2);
  const shares = themes.flatMap(({ rows }) => rows.flatMap(({ shareAbove }) => shareAbove ?? []));
  expect(shares.length).toBeGreaterThan(0);
  for (const share of shares) expect(share * 20).toBeCloseTo(Math.round(share * 20), 9);
  const items = tables.flatMap((table) => table.items);
  const asked = themes.flatMap((theme) => theme.items);
  expect(asked.filter((id) => items.find((item) => item.itemId === id)?.theme === 'bullying')).toEqual([]);
});

test('in a sociogram each pupil has a mutual choice, was chosen without one, or was not chosen', async () => {
  const items = itemsOf((await bodyOf<ReleaseView>(await release('sociogram'))).document);
  expect(items.length).toBeGreaterThan(0);
  for (const { options, rows } of items) {
    expect(options.map(({ optionId }) => optionId)).toEqual(['mutual', 'one-way', 'unchosen']);
    for (const { size, answered, counts } of rows) {
      const shown = counts.flatMap(({ count }) => count ?? []);
      if (shown.length === 3) expect(shown.reduce((sum, count) => sum + count, 0)).toBe(answered);
      expect(answered ?? 0).toBeLessThanOrEqual(size);
    }
  }
});

test.each(kinds)('the proof of the %s release is kept, and not given away', async (kind) => {
  expect(await (await release(kind)).text()).not.toMatch(/audit|witness|tables":\[\[/);
  const row = await house.deps.db.inScope(school, (tx) =>
    tx
      .selectFrom('release as r')
      .innerJoin('release_audit as a', (join) =>
        join.onRef('a.school_id', '=', 'r.school_id').onRef('a.audit_id', '=', 'r.audit_id'),
      )
      .select('a.audit')
      .where('r.school_id', '=', school.schoolId)
      .where('r.round_id', '=', roundIds.get(kind) ?? '')
      .where('r.class_id', 'is', null)
      .executeTakeFirstOrThrow(),
  );
  expect((row.audit as { systems: unknown[] }).systems.length).toBeGreaterThan(0);
});

test.each(kinds)('D6: a late answer changes the class, and not one byte of the %s release', async (kind) => {
  const before = await (await release(kind)).text();
  const late = lateAt.get(kind);
  if (late === undefined) throw new Error('Nobody answers late.');
  const path = `/api/v1/sittings/${late.sittingId}`;
  const reopened = await teacher(`${path}/pupils/${late.card.pupil.pupilId}/answer-later`, post);
  await handIn(house, (await bodyOf<SittingStatus>(reopened)).classCode ?? '', late.card);
  expect((await bodyOf<SittingStatus>(await teacher(path))).sitting.responded).toBe(12);
  expect(await (await release(kind)).text()).toBe(before);
});

test('the themes of the school are those of its release, and of one grade with its classes', async () => {
  const { document } = await bodyOf<ReleaseView>(await release('wellbeing'));
  const shown = await bodyOf<ThemeOverview>(await leadership('/api/v1/themes'));
  expect(shown.rounds.map(({ roundId }) => roundId)).toEqual([roundIds.get('wellbeing')]);
  expect(shown.changes).toBeNull();
  const rowOf = (level: string) =>
    document.tables[0]?.themes[0]?.rows.find((row) => row.level === level)?.shareAbove;
  expect(shown.themes[0]?.lines.map(({ level, groupId }) => `${level} ${groupId}`)).toEqual([
    'school 5–7',
    'grade 5',
  ]);
  expect(shown.themes[0]?.lines.map(({ points }) => points[0]?.shareAbove)).toEqual([
    rowOf('school'),
    rowOf('grade'),
  ]);
  expect(shown.bullying.length).toBeGreaterThan(0);
  const fifth = await bodyOf<ThemeOverview>(await leadership('/api/v1/themes?grade=5'));
  expect(fifth.themes[0]?.lines.map(({ groupId }) => groupId)).toEqual(['5', '5A']);
  expect(fifth.answered.map(({ groupId }) => groupId)).toEqual(['5', '5A']);
  const seventh = await bodyOf<ThemeOverview>(await leadership('/api/v1/themes?grade=7'));
  expect([seventh.themes, seventh.answered]).toEqual([[], []]);
  expect((await leadership('/api/v1/themes?grade=8')).status).toBe(400);
});

test('one pupil who did not answer is not told of by who answered', async () => {
  // 11 of 12 handed in: the twelfth would be known.
  const { answered } = await bodyOf<ThemeOverview>(await leadership('/api/v1/themes?grade=5'));
  for (const { points } of answered)
    for (const { size, answered: count } of points)
      expect(count === null || count === size || size - count >= 3).toBe(true);
});

test.each(kinds)('a class cannot start an ended %s round', async (kind) => {
  const answer = await teacher(
    `/api/v1/classes/${idOf('5A')}/sittings`,
    json('POST', { kind, roundId: roundIds.get(kind) }),
  );
  expect([answer.status, await codeOf(answer)]).toEqual([409, 'round_not_open']);
});
