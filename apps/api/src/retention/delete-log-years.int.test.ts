import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { verifySchool } from '../access-log/verify-schools.ts';
import { logOpening } from '../access/log.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { addStaff, makeSchool, type TestSchool } from '../testing/test-school.ts';
import { rosterHeader, rosterOf } from '../testing/class-with-teacher.ts';
import { deleteLogYears } from './delete-log-years.ts';

let house: TestHouse;
let school: TestSchool;
let staffId: string;

beforeAll(async () => {
  house = await openTestHouse(inject('superuserUrl'));
  school = await makeSchool(house, 'Logg', rosterHeader + rosterOf('5A', 5, 2));
  staffId = await addStaff(house, school, 'leder', [{ kind: 'leadership' }]);
  for (const at of ['2018-05-01', '2018-12-31', '2019-03-01', '2022-01-10', '2026-01-10'])
    await house.deps.db.inScope(school, (tx) =>
      logOpening(tx, { ...school, staffId, relations: [] }, new Date(`${at}T10:00:00Z`), {
        ...{ action: 'sociogram.read', subjectKind: 'school', subjectId: school.schoolId, purpose: 'test' },
      }),
    );
});
afterAll(() => house.close());

const rows = (table: 'access_log' | 'access_log_year') =>
  house.deps.db.inScope(school, (tx) => tx.selectFrom(table).selectAll().execute());

test('P6: the log goes by whole years and keeps their last links, so that the rest is verified from there', async () => {
  const gone = await house.deps.db.inScope(school, (tx) =>
    deleteLogYears(tx, school.schoolId, new Date('2026-11-27T10:00:00Z')),
  );
  expect(gone).toBe(3);
  expect((await rows('access_log_year')).toSorted((a, b) => Number(a.year) - Number(b.year))).toMatchObject([
    { year: 2018, entries: 2, last_sequence: 2 },
    { year: 2019, entries: 1, last_sequence: 3 },
  ]);
  const kept = await house.deps.db.inScope(school, (tx) =>
    tx
      .selectFrom('access_log')
      .selectAll()
      .where('school_id', '=', school.schoolId)
      .orderBy('sequence')
      .execute(),
  );
  expect(kept.map((row) => Number(row.sequence))).toEqual([4, 5]);
  expect(await verifySchool(house.deps.db, school.schoolId, [])).toMatchObject({ entries: 2, faults: [] });
});

test('an entry gone between the deleted years and the rest is found', async () => {
  await house.database.ask(
    `create table taken as select * from access_log where sequence = 4; delete from access_log where sequence = 4`,
  );
  expect((await verifySchool(house.deps.db, school.schoolId, [])).faults).toEqual([
    { kind: 'missing', from: 4, to: 4 },
  ]);
  await house.database.ask('insert into access_log select * from taken; drop table taken');
});

test('the database itself keeps what is younger, whatever the clock of the server says', async () => {
  await expect(
    house.deps.db.inScope(school, (tx) =>
      deleteLogYears(tx, school.schoolId, new Date('2040-01-10T10:00:00Z')),
    ),
  ).rejects.toThrow('keeps entries');
  const deleted = await house.deps.db.inScope(school, (tx) =>
    tx.deleteFrom('access_log').where('school_id', '=', school.schoolId).executeTakeFirst(),
  );
  expect(deleted.numDeletedRows).toBe(0n);
});
