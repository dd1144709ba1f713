import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { DeletionReceipt } from '../../apps/api/src/schools/delete-school.ts';
import { openTestHouse, type TestHouse } from '../../apps/api/src/testing/test-house.ts';
import { addStaff, makeSchool, type TestSchool } from '../../apps/api/src/testing/test-school.ts';
import {
  backUpInto,
  createTestDatabase,
  newBackupKey,
  readMigrations,
  restoreBackup,
  type TestDatabase,
} from '../../packages/db/src/index.ts';
import { deleteClosedSchools } from './closed-schools.ts';

const migrations = readMigrations(resolve(import.meta.dirname, '../../migrations'));
let house: TestHouse;
let empty: TestDatabase;
let folder: string;
let schools: readonly TestSchool[];

beforeAll(async () => {
  house = await openTestHouse(inject('superuserUrl'));
  empty = await createTestDatabase(inject('superuserUrl'), 'empty');
  folder = mkdtempSync(join(tmpdir(), 'samhold-closed-'));
  const roster = 'klasse,trinn,fornavn,etternavn,id\n5A,5,Elev,En,p1\n5A,5,Elev,To,p2\n';
  schools = [await makeSchool(house, 'stays', roster), await makeSchool(house, 'closed', roster)];
  for (const [at, school] of schools.entries())
    await addStaff(house, school, `leader ${at}`, [{ kind: 'leadership' }]);
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await house.close();
  await empty.drop();
});

const receiptOf = async ({ schoolId }: TestSchool): Promise<DeletionReceipt> => {
  const [row] = await house.database.ask<{ id: string }>(
    `select owner_id as id from school where school_id = '${schoolId}'`,
  );
  const at = '2026-11-30T02:30:00.000Z';
  return {
    ...{ schoolId, ownerId: row?.id ?? '', schoolName: 'closed', organisationNumber: '999999999' },
    ...{ orderedBy: 'skoleeier', begunAt: at, deletedAt: at, exportedAt: at, receivedAs: '2026/4711' },
    ...{ exportSha256: 'aa', manifestSha256: 'bb', deletedRows: { pupil: 2 } },
    ...{ log: { sequence: 1, sha256: 'cc' }, backupsUntil: '2027-01-04' },
  };
};

test('a school that was deleted after the backup is deleted again when it is restored, and the other stays', async () => {
  const [stays, closed] = schools;
  if (stays === undefined || closed === undefined) return expect.fail('No schools.');
  const { identity, recipient } = await newBackupKey();
  const { keyring } = house.deps;
  const now = (): Date => new Date('2026-11-29T02:30:00Z');
  const options = { keyring, migrations, recipient, keptDays: 35, now };
  const { file } = await backUpInto(folder, house.database.backup, options);
  await restoreBackup(empty.migration, file, { keyring, migrations, identities: [identity] });
  const receipts = [await receiptOf(closed)];
  expect(await deleteClosedSchools(empty.migration, keyring, migrations, receipts)).toBe(1);
  const left = await empty.ask<{ id: string; pupils: number }>(
    `select s.school_id as id, (select count(*)::int from pupil p where p.school_id = s.school_id) as pupils from school s`,
  );
  expect(left).toEqual([{ id: stays.schoolId, pupils: 2 }]);
  expect(await empty.ask('select closed_id, received_as from closed_school')).toEqual([
    { closed_id: closed.schoolId, received_as: '2026/4711' },
  ]);
  expect(await deleteClosedSchools(empty.migration, keyring, migrations, receipts)).toBe(0);
});
