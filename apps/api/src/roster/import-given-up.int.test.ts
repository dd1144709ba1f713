import { openDatabase } from '@samhold/db';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { rosterHeader, rosterOf } from '../testing/class-with-teacher.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { makeSchool } from '../testing/test-school.ts';
import { readInScope } from './import/read.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse(inject('superuserUrl'));
});
afterAll(() => house.close());

test('a file that cannot be compared leaves nothing, and disturbs nobody who comes next on the connection', async () => {
  const school = await makeSchool(house, 'Given up', rosterHeader + rosterOf('5A', 5, 1));
  const other = await makeSchool(house, 'Comes next', rosterHeader + rosterOf('5A', 5, 1));
  const known = { className: '5A', grade: 5, givenName: 'Elev0', familyName: 'Prøve', externalId: '5A-0' };
  await house.deps.db.inScope(school, (tx) =>
    tx
      .updateTable('sealed_person')
      .set({ given_name: Buffer.from('damaged') })
      .where('school_id', '=', school.schoolId)
      .execute(),
  );
  // The known one comes after portions that are looked up and written meanwhile.
  const added = Array.from({ length: 1_999 }, (_, at) => ({ ...known, externalId: `new-${at}` }));
  const file = {
    format: 'csv',
    pupils: [...added, known],
    teachers: [],
    rejected: [],
    rejectedCount: 0,
    otherSchools: 0,
  } as const;
  const connection = openDatabase(house.database.serve, house.deps.keyring, 1);
  try {
    const reading = connection.inScope(school, async (tx, open) =>
      readInScope(tx, await open(), school, house.deps.now(), file),
    );
    const next = connection.inScope(other, async (tx) => {
      for (const _again of [1, 2, 3]) await tx.selectFrom('class').select('class_id').execute();
      return tx.selectFrom('roster_import').select('import_id').execute();
    });
    await expect(reading).rejects.toThrow('not a sealed value');
    expect(await next).toHaveLength(1);
    const left = await connection.inScope(school, (tx) =>
      tx.selectFrom('roster_import').select('state').where('school_id', '=', school.schoolId).execute(),
    );
    expect(left).toEqual([{ state: 'applied' }]);
  } finally {
    await connection.close();
  }
});
