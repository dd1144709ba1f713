import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { reportToken } from '../../apps/api/src/publications/report-link.ts';
import { ownerSubject, sharedSubject, subjectOf } from '../../apps/api/src/demo/kommune/subjects.ts';
import { bodyOf } from '../../apps/api/src/testing/answering.ts';
import { followSignIn, json } from '../../apps/api/src/testing/browser.ts';
import { openTestHouse, type TestHouse } from '../../apps/api/src/testing/test-house.ts';
import type {
  ClassPupils,
  ClassSociograms,
  OwnerOverview,
  OwnSchools,
  Report,
  StaffSession,
  ThemeOverview,
} from '../../packages/contract/src/index.ts';
import { makeKommune, type MadeKommune } from './make-kommune.ts';

let house: TestHouse;
let made: MadeKommune;

beforeAll(async () => {
  house = await openTestHouse(inject('superuserUrl'));
  const { deps, database, issuer } = house;
  const urls = { serve: database.serve, superuser: database.superuser };
  const kinds = [{ years: 0, parallels: 1, pupils: 6, share: 1 }];
  made = await makeKommune(deps.db, deps.keyring, urls, { schools: 2, seed: 1, kinds, issuer });
});
afterAll(() => house.close());

const ask = <Row>(sql: string): Promise<readonly Row[]> => house.database.ask<Row>(sql);

test('the schools share the owner and no id', async () => {
  expect(made.schools.map(({ pupils }) => pupils)).toEqual([42, 42]);
  expect(await ask('select owner_id from school group by 1')).toEqual([{ owner_id: made.ownerId }]);
  expect(await ask('select count(*)::int as owners from school_owner')).toEqual([{ owners: 1 }]);
  const twice = await ask('select pupil_id from pupil group by 1 having count(*) > 1');
  expect(twice).toEqual([]);
});

test('a teacher signs in and finds the class and its sociogram, by names only this school can open', async () => {
  const seen: string[][] = [];
  for (const number of [1, 2]) {
    const teacher = await house.staffBrowser(subjectOf(number, 'teacher'));
    const session = await bodyOf<StaffSession>(await teacher('/api/v1/session'));
    const classId = session.relations[0]?.classId ?? '';
    const { pupils } = await bodyOf<ClassPupils>(await teacher(`/api/v1/classes/${classId}/pupils`));
    expect(pupils).toHaveLength(6);
    const { rounds } = await bodyOf<ClassSociograms>(await teacher(`/api/v1/classes/${classId}/sociograms`));
    expect(rounds.length).toBeGreaterThan(0);
    seen.push(pupils.map(({ pupil }) => pupil.label));
  }
  expect(seen[0]).not.toEqual(seen[1]);
});

test('the principal reads the overview; the one who works for the owner has every school to choose', async () => {
  const principal = await house.staffBrowser(subjectOf(2, 'principal'));
  const { rounds } = await bodyOf<ThemeOverview>(await principal('/api/v1/themes'));
  expect(rounds.length).toBeGreaterThan(0);
  const owner = await house.staffBrowser(ownerSubject);
  const { schools } = await bodyOf<OwnSchools>(await owner('/api/v1/me/schools'));
  expect(schools.map(({ name }) => name)).toEqual(['Bjørkebakken skole', 'Elvebakken skole']);
});

test('every release has the hash of its own document', async () => {
  const releases = await ask<{ document: unknown; hash: Buffer }>('select document, hash from release');
  expect(releases.length).toBeGreaterThan(2);
  for (const { document, hash } of releases)
    expect(
      createHash('sha256')
        .update(canonicalize(document) ?? '')
        .digest(),
    ).toEqual(hash);
});

test('somebody who works at two of them chooses one; the owner reads what each has published, under its own name', async () => {
  house.addSubject(sharedSubject);
  const shared = house.tablet();
  const end = await followSignIn(shared, house.origin, '/api/v1/sign-in', sharedSubject);
  expect(end.pathname).toBe('/sign-in/school');
  const owner = await house.staffBrowser(ownerSubject);
  const { schools } = await bodyOf<OwnerOverview>(await owner('/api/v1/owner/schools'));
  expect(schools.map(({ name, rounds }) => [name, rounds.length > 0])).toEqual([
    ['Bjørkebakken skole', true],
    ['Elvebakken skole', true],
  ]);
});

test('every report has the hash of its own document and a link that opens it', async () => {
  const reports = await ask<{ publication_id: string; document: { schoolName: string }; hash: Buffer }>(
    'select publication_id, document, hash from publication',
  );
  expect(reports.length).toBeGreaterThan(1);
  for (const { publication_id: id, document, hash } of reports) {
    expect(
      createHash('sha256')
        .update(canonicalize(document) ?? '')
        .digest(),
    ).toEqual(hash);
    const link = reportToken(house.deps.keyring, id);
    const read = await house.tablet()('/api/v1/reports/open', json('POST', { link }));
    expect((await bodyOf<Report>(read)).schoolName).toBe(document.schoolName);
  }
  expect(new Set(reports.map(({ document }) => document.schoolName)).size).toBe(2);
});
