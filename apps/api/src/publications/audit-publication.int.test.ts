import { randomUUID } from 'node:crypto';
import type { MakePublication, PublicationView } from '@samhold/contract';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { bodyOf, codeOf } from '../testing/answering.ts';
import type { Browser } from '../testing/browser.ts';
import { rosterHeader, rosterOf } from '../testing/class-with-teacher.ts';
import { endedRound } from '../testing/ended-round.ts';
import { makeReport, staffReport } from '../testing/published-reports.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { addStaff, makeSchool, type TestSchool } from '../testing/test-school.ts';
import { auditPublication, AUDIT_LIMIT } from './audit-publication.ts';

let house: TestHouse;
let school: TestSchool;
let leadership: Browser;
let roundId: string;

beforeAll(async () => {
  house = await openTestHouse(inject('superuserUrl'));
  school = await makeSchool(house, 'Vik', rosterHeader + rosterOf('5A', 5, 24));
  await addStaff(house, school, 'head', [{ kind: 'leadership' }]);
  await addStaff(house, school, 'teacher of 5A', [
    { kind: 'contact_teacher', classId: school.classIds.get('5A') ?? '' },
  ]);
  leadership = await house.staffBrowser('head');
  roundId = await endedRound(house, school, leadership);
});
afterAll(() => house.close());

const wishFor = (audience: MakePublication['audience'], more: Partial<MakePublication> = {}) => ({
  ...staffReport(randomUUID(), roundId),
  audience,
  ...more,
});
const step = (id: string, name: string) =>
  leadership(`/api/v1/publications/${id}/${name}`, { method: 'POST' });
const view = async (id: string) => bodyOf<PublicationView>(await leadership(`/api/v1/publications/${id}`));
const audit = (publicationId: string) =>
  auditPublication(house.deps, { schoolId: school.schoolId, publicationId });
const releases = () =>
  house.deps.db.inScope(school, (tx) =>
    tx.selectFrom('release').select('release_id').where('school_id', '=', school.schoolId).execute(),
  );
const attemptAt = async (publicationId: string): Promise<number> => {
  const { attempt_at: at } = await house.deps.db.inScope(school, (tx) =>
    tx
      .selectFrom('publication')
      .select('attempt_at')
      .where('school_id', '=', school.schoolId)
      .where('publication_id', '=', publicationId)
      .executeTakeFirstOrThrow(),
  );
  return at.getTime();
};

test('an audit that is not done in time publishes nothing, says so, and can be tried again', async () => {
  const wish = wishFor('owner');
  await makeReport(leadership, wish);
  const before = await releases();
  house.setNow(new Date(Date.now() + AUDIT_LIMIT + 1_000));
  // Nobody works on it any longer, and it says so without anybody having written it.
  expect((await view(wish.publicationId)).publication).toMatchObject({
    state: 'failed',
    failure: 'timed_out',
  });
  await audit(wish.publicationId);
  expect((await view(wish.publicationId)).publication).toMatchObject({
    state: 'failed',
    failure: 'timed_out',
  });
  expect(await codeOf(await step(wish.publicationId, 'publish'))).toBe('publication_not_audited');
  expect(await releases()).toEqual(before);
  await step(wish.publicationId, 'audit');
  await audit(wish.publicationId);
  expect((await view(wish.publicationId)).publication.state).toBe('audited');
  house.setNow(undefined);
});

test('an audit is broken off in the middle when its time is up, and can be tried again', async () => {
  const wish = wishFor('environmentTeam', { spec: 'classes' });
  await makeReport(leadership, wish);
  const before = await releases();
  // Too short for the thread to begin.
  await auditPublication(
    house.deps,
    { schoolId: school.schoolId, publicationId: wish.publicationId },
    Date.now() - (await attemptAt(wish.publicationId)) + 5,
  );
  const { publication, report } = await view(wish.publicationId);
  expect(publication).toMatchObject({ state: 'failed', failure: 'timed_out' });
  expect(report).toBeNull();
  expect(await codeOf(await step(wish.publicationId, 'publish'))).toBe('publication_not_audited');
  expect(await releases()).toEqual(before);
  await step(wish.publicationId, 'audit');
  await audit(wish.publicationId);
  expect((await view(wish.publicationId)).publication.state).toBe('audited');
});

test('an audit keeps no connection while it works, and tells how far it is', async () => {
  const wish = wishFor('environmentTeam');
  await makeReport(leadership, wish);
  let [open, most] = [0, 0];
  const told: number[] = [];
  const inScope: typeof house.deps.db.inScope = async (scope, work) => {
    most = Math.max(most, (open += 1));
    const done = await house.deps.db.inScope(scope, work);
    told.push((await view(wish.publicationId)).publication.progress);
    open -= 1;
    return done;
  };
  const deps = { ...house.deps, db: { ...house.deps.db, inScope } };
  await auditPublication(deps, { schoolId: school.schoolId, publicationId: wish.publicationId });
  expect(most).toBe(1);
  expect(told.filter((progress) => progress > 0 && progress < 100).length).toBeGreaterThan(0);
});
