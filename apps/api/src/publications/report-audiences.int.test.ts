import { randomUUID } from 'node:crypto';
import type { ClassSummary, MakePublication, Report, ReportList } from '@samhold/contract';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { bodyOf, codeOf } from '../testing/answering.ts';
import { json, type Browser } from '../testing/browser.ts';
import { rosterHeader, rosterOf } from '../testing/class-with-teacher.ts';
import { endedRound } from '../testing/ended-round.ts';
import { publishReport, staffReport } from '../testing/published-reports.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { addStaff, makeSchool, type TestSchool } from '../testing/test-school.ts';

let house: TestHouse;
let school: TestSchool;
let leadership: Browser;
let roundId: string;

const idOf = (className: string): string => school.classIds.get(className) ?? '';

beforeAll(async () => {
  house = await openTestHouse(inject('superuserUrl'));
  school = await makeSchool(house, 'Vik', rosterHeader + rosterOf('5A', 5, 24) + rosterOf('5B', 5, 20));
  await addStaff(house, school, 'head', [{ kind: 'leadership' }]);
  await addStaff(house, school, 'owner', [{ kind: 'owner' }]);
  await addStaff(house, school, 'teacher of 5A', [{ kind: 'contact_teacher', classId: idOf('5A') }]);
  const other = await makeSchool(house, 'Nes', rosterHeader + rosterOf('5A', 5, 3));
  await addStaff(house, other, 'owner elsewhere', [{ kind: 'owner' }]);
  leadership = await house.staffBrowser('head');
  roundId = await endedRound(house, school, leadership);
});
afterAll(() => house.close());

const wishFor = (audience: MakePublication['audience'], more: Partial<MakePublication> = {}) => ({
  ...staffReport(randomUUID(), roundId),
  audience,
  ...more,
});
const ledger = () =>
  house.deps.db.inScope(school, (tx) =>
    tx.selectFrom('release').select('release_id').where('school_id', '=', school.schoolId).execute(),
  );

test('the council of a class is told what the class was, and nothing is released for it', async () => {
  const before = await ledger();
  const wish = wishFor('classCouncil', { spec: 'classes', classId: idOf('5A') });
  const { publication, link } = await publishReport(house, school, leadership, wish);
  expect(publication).toMatchObject({ state: 'published', className: '5A' });
  expect(await ledger()).toEqual(before);
  const read = await house.tablet()('/api/v1/reports/open', json('POST', { link: link?.split('#')[1] }));
  const { rounds } = await bodyOf<Report>(read);
  const teacher = await house.staffBrowser('teacher of 5A');
  const { summary } = await bodyOf<ClassSummary>(await teacher(`/api/v1/classes/${idOf('5A')}/summary`));
  expect(rounds).toEqual([summary?.document]);
});

test('a class is named for its own council alone, and must be one of the school', async () => {
  for (const wish of [
    wishFor('classCouncil', { spec: 'classes' }),
    wishFor('pupilCouncil', { classId: idOf('5A') }),
    wishFor('classCouncil', { spec: 'classes', classId: randomUUID() }),
  ])
    expect(await codeOf(await leadership('/api/v1/publications', json('POST', wish)))).toBe(
      'not_for_audience',
    );
});

test('the owner signs in and reads what is for the owner and for everybody at its school, and nothing else', async () => {
  const readable = [];
  for (const audience of ['owner', 'public'] as const) {
    const wish = wishFor(audience, { spec: 'school' });
    await publishReport(house, school, leadership, wish);
    readable.push(wish.publicationId);
  }
  const forStaff = wishFor('staff');
  await publishReport(house, school, leadership, forStaff);
  const owner = await house.staffBrowser('owner');
  const { reports } = await bodyOf<ReportList>(await owner('/api/v1/reports'));
  expect(new Set(reports.map(({ publicationId }) => publicationId))).toEqual(new Set(readable));
  const elsewhere = await house.staffBrowser('owner elsewhere');
  for (const id of readable) {
    expect((await owner(`/api/v1/reports/${id}`)).status).toBe(200);
    expect((await elsewhere(`/api/v1/reports/${id}`)).status).toBe(404);
  }
  expect((await owner(`/api/v1/reports/${forStaff.publicationId}`)).status).toBe(404);
  expect((await owner(`/api/v1/publications/${forStaff.publicationId}`)).status).toBe(404);
});

test('what is held for everybody is made once, and said to be held until it is published', async () => {
  const again = await endedRound(house, school, leadership);
  const held = async () =>
    (
      await bodyOf<{ releases: { audience: string; isHeld: boolean }[] }>(
        await leadership(`/api/v1/rounds/${again}/releases`),
      )
    ).releases.filter(({ audience }) => audience === 'public');
  expect(await held()).toMatchObject([{ isHeld: true }]);
  await publishReport(house, school, leadership, wishFor('public', { spec: 'school', roundIds: [again] }));
  expect(await held()).toMatchObject([{ isHeld: false }]);
});
