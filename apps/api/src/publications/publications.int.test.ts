import { createHash, randomUUID } from 'node:crypto';
import canonicalize from 'canonicalize';
import type {
  MakePublication,
  PublicationList,
  PublicationView,
  Report,
  ReportList,
} from '@samhold/contract';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { bodyOf, codeOf } from '../testing/answering.ts';
import { json, type Browser } from '../testing/browser.ts';
import { rosterHeader, rosterOf } from '../testing/class-with-teacher.ts';
import { endedRound } from '../testing/ended-round.ts';
import { makeReport, publishReport, staffReport } from '../testing/published-reports.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { addStaff, makeSchool, type TestSchool } from '../testing/test-school.ts';
import { auditPublication } from './audit-publication.ts';

const post = { method: 'POST' };
let house: TestHouse;
let school: TestSchool;
let leadership: Browser;
let roundId: string;

beforeAll(async () => {
  house = await openTestHouse(inject('superuserUrl'));
  school = await makeSchool(house, 'Vik', rosterHeader + rosterOf('5A', 5, 24));
  await addStaff(house, school, 'head', [{ kind: 'leadership' }]);
  await addStaff(house, school, 'assistant', [{ kind: 'employee' }]);
  await addStaff(house, school, 'teacher of 5A', [
    { kind: 'contact_teacher', classId: school.classIds.get('5A') ?? '' },
  ]);
  const other = await makeSchool(house, 'Nes', rosterHeader + rosterOf('5A', 5, 3));
  await addStaff(house, other, 'head elsewhere', [{ kind: 'leadership' }]);
  leadership = await house.staffBrowser('head');
  roundId = await endedRound(house, school, leadership);
});
afterAll(() => house.close());

const wishFor = (audience: MakePublication['audience'], more: Partial<MakePublication> = {}) => ({
  ...staffReport(randomUUID(), roundId),
  audience,
  ...more,
});
const step = (id: string, name: string) => leadership(`/api/v1/publications/${id}/${name}`, post);
const view = async (id: string) => bodyOf<PublicationView>(await leadership(`/api/v1/publications/${id}`));
const audit = (publicationId: string) =>
  auditPublication(house.deps, { schoolId: school.schoolId, publicationId });
const open = (link: string | null) =>
  house.tablet()('/api/v1/reports/open', json('POST', { link: link?.split('#')[1] ?? '' }));
const releases = () =>
  house.deps.db.inScope(school, (tx) =>
    tx
      .selectFrom('release')
      .select(['release_id', 'audience'])
      .where('school_id', '=', school.schoolId)
      .orderBy('released_at')
      .execute(),
  );

test('a report is audited, previewed, published and read by its link, as the same bytes', async () => {
  const wish = wishFor('parentCouncil');
  const made = await makeReport(leadership, wish);
  expect(made).toMatchObject({ publication: { state: 'auditing', progress: 0 }, report: null, link: null });
  expect([(await step(wish.publicationId, 'publish')).status, (await open(made.link)).status]).toEqual([
    409, 400,
  ]);
  await audit(wish.publicationId);
  const { publication, report } = await view(wish.publicationId);
  expect(publication).toMatchObject({ state: 'audited', progress: 100 });
  expect(report?.rounds[0]?.tables.length).toBeGreaterThan(0);
  const before = await releases();
  const answers = await Promise.all([1, 2, 3].map(() => step(wish.publicationId, 'publish')));
  const published = await Promise.all(answers.map((answer) => bodyOf<PublicationView>(answer)));
  expect(published.map((one) => one.publication.state)).toEqual(['published', 'published', 'published']);
  expect(await releases()).toHaveLength(before.length + 1);
  const link = published[0]?.link ?? null;
  const read = await bodyOf<Report>(await open(link));
  expect({ ...read, publishedOn: null }).toEqual(report);
  const row = await house.deps.db.inScope(school, (tx) =>
    tx
      .selectFrom('publication')
      .select(['hash', 'link_hash'])
      .where('school_id', '=', school.schoolId)
      .where('publication_id', '=', wish.publicationId)
      .executeTakeFirstOrThrow(),
  );
  expect(row.hash).toEqual(
    createHash('sha256')
      .update(canonicalize(read) ?? '')
      .digest(),
  );
  expect(row.link_hash?.toString('base64url')).not.toBe(link?.split('#')[1]);
});

test('the same made twice is one, and what stands already is not released again', async () => {
  const wish = wishFor('parentCouncil', { title: 'Enda en' });
  await Promise.all([makeReport(leadership, wish), makeReport(leadership, wish)]);
  const before = await releases();
  await audit(wish.publicationId);
  await audit(wish.publicationId);
  expect((await bodyOf<PublicationView>(await step(wish.publicationId, 'publish'))).publication.state).toBe(
    'published',
  );
  expect(await releases()).toEqual(before);
});

test('when something else was released meanwhile it is audited again, and then published', async () => {
  const [first, second] = [wishFor('board'), wishFor('pupilCouncil')];
  await makeReport(leadership, first);
  await audit(first.publicationId);
  await publishReport(house, school, leadership, second);
  const before = await releases();
  expect(
    (await bodyOf<PublicationView>(await step(first.publicationId, 'publish'))).publication,
  ).toMatchObject({
    state: 'auditing',
    attempt: 2,
  });
  expect(await releases()).toEqual(before);
  await audit(first.publicationId);
  const done = await bodyOf<PublicationView>(await step(first.publicationId, 'publish'));
  expect(done.publication.state).toBe('published');
  expect(await releases()).toHaveLength(before.length + 1);
});

test('a revoked report answers that it is withdrawn, and stays in the ledger', async () => {
  const wish = wishFor('public', { spec: 'school' });
  const { link } = await publishReport(house, school, leadership, wish);
  const before = await releases();
  expect((await open(link)).status).toBe(200);
  for (const _ of [1, 2]) expect((await step(wish.publicationId, 'revoke')).status).toBe(200);
  const answer = await open(link);
  expect([answer.status, await codeOf(answer)]).toEqual([410, 'report_withdrawn']);
  const file = await house.tablet()(
    '/api/v1/reports/file',
    json('POST', { link: link?.split('#')[1], format: 'pdf' }),
  );
  expect(file.status).toBe(410);
  expect(await releases()).toEqual(before);
  expect((await step(wish.publicationId, 'publish')).status).toBe(409);
});

test('a report for staff is read by signing in, by nobody else, and has no link', async () => {
  const wish = wishFor('staff');
  const { link } = await publishReport(house, school, leadership, wish);
  expect(link).toBeNull();
  const path = `/api/v1/reports/${wish.publicationId}`;
  const assistant = await house.staffBrowser('assistant');
  expect(await bodyOf<ReportList>(await assistant('/api/v1/reports'))).toMatchObject({
    reports: [{ publicationId: wish.publicationId }],
  });
  expect((await assistant(path)).status).toBe(200);
  const elsewhere = await house.staffBrowser('head elsewhere');
  for (const at of [path, `/api/v1/publications/${wish.publicationId}`])
    expect((await elsewhere(at)).status).toBe(404);
  expect((await bodyOf<PublicationList>(await elsewhere('/api/v1/publications'))).publications).toEqual([]);
  expect((await house.tablet()(path)).status).toBe(401);
  const stolen = await elsewhere('/api/v1/publications', json('POST', wishFor('staff')));
  expect([stolen.status, await codeOf(stolen)]).toEqual([409, 'round_not_released']);
});

test('a grade’s team reads of its grade alone', async () => {
  const wish = wishFor('gradeTeam', { grade: 5, spec: 'classes' });
  await publishReport(house, school, leadership, wish);
  const path = `/api/v1/reports/${wish.publicationId}`;
  const report = await bodyOf<Report>(await (await house.staffBrowser('teacher of 5A'))(path));
  const rows = report.rounds.flatMap(({ tables }) =>
    tables.flatMap(({ items }) => items.flatMap((i) => i.rows)),
  );
  expect(new Set(rows.map(({ level }) => level))).toEqual(new Set(['class', 'grade']));
  expect((await (await house.staffBrowser('assistant'))(path)).status).toBe(404);
});

test('the catalogue has no classes for those outside, and no grade but for its team', async () => {
  for (const wish of [
    wishFor('board', { spec: 'classes' }),
    wishFor('gradeTeam'),
    wishFor('staff', { grade: 5 }),
  ])
    expect(await codeOf(await leadership('/api/v1/publications', json('POST', wish)))).toBe(
      'not_for_audience',
    );
});

test('a link that never was is not there', async () => {
  const answer = await open(`x#${'A'.repeat(43)}`);
  expect([answer.status, await codeOf(answer)]).toEqual([404, 'not_found']);
});
