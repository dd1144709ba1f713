import { openDatabase, sql, type Database, type Tx } from '@samhold/db';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openSeatedSchool, type SeatedSchool } from '../testing/seated-school.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { makeSchool, type TestSchool } from '../testing/test-school.ts';

/** One connection, lent again and again as a pool does; and one that sees everything, to count by. */
let lent: Database;
let everything: Database;
let house: TestHouse;
let seated: SeatedSchool;
let other: TestSchool;
let tables: readonly string[];

const rows = async <T>(db: Database, query: string): Promise<readonly T[]> =>
  (await db.beforeScope((tx) => sql.raw<T>(query).execute(tx))).rows;

/** How many rows of each table are the seated school's. */
const counts = async (): Promise<ReadonlyMap<string, number>> => {
  const counted = new Map<string, number>();
  for (const table of tables) {
    const [row] = await rows<{ count: number }>(
      everything,
      `select count(*) from ${table} where school_id = '${seated.school.schoolId}'`,
    );
    counted.set(table, row?.count ?? 0);
  }
  return counted;
};

beforeAll(async () => {
  house = await openTestHouse(inject('superuserUrl'));
  seated = await openSeatedSchool(house);
  other = await makeSchool(house, 'Utenfor', 'klasse,trinn,fornavn,etternavn,id\n5A,5,Elev,Prøve,u1\n');
  lent = openDatabase(house.database.serve, house.deps.keyring, 1);
  everything = openDatabase(house.database.superuser, house.deps.keyring, 1);
  const tenant = await rows<{ name: string }>(
    everything,
    `select quote_ident(relname) as name from pg_class
      where relkind = 'r' and relnamespace = 'public'::regnamespace and relrowsecurity order by 1`,
  );
  tables = tenant.map(({ name }) => name);
});
afterAll(async () => {
  await lent.close();
  await everything.close();
  await house.close();
});

/** How many rows a statement touched: none, too, when the login may not run it at all. */
const touched = async (schoolId: string | undefined, statement: string): Promise<number> => {
  const run = (tx: Tx) => sql.raw(statement).execute(tx);
  const done = schoolId === undefined ? lent.beforeScope(run) : lent.inScope({ schoolId }, run);
  const result = await done.catch((error: unknown) => {
    const { code } = error as { code?: string };
    if (code === '42501') return { rows: [], numAffectedRows: 0n };
    throw error;
  });
  return result.rows.length + Number(result.numAffectedRows ?? 0n);
};

const inSeated = (work: (tx: Tx) => Promise<unknown>) =>
  lent.inScope(seated.school, work).catch(() => undefined);

/** What the connection was last used for. */
const before: Readonly<Record<string, () => Promise<unknown>>> = {
  'nothing yet': () => Promise.resolve(),
  'a transaction of the school that was committed': () =>
    inSeated((tx) => tx.selectFrom('pupil').select('pupil_id').execute()),
  'one that was rolled back': () =>
    inSeated(async (tx) => {
      await tx.selectFrom('pupil').select('pupil_id').execute();
      throw new Error('undone');
    }),
  'one that failed in the database': () => inSeated((tx) => sql`select 1 / 0`.execute(tx)),
  'one that took too long': () =>
    inSeated(async (tx) => {
      await sql`set local statement_timeout = 20`.execute(tx);
      await sql`select pg_sleep(1)`.execute(tx);
    }),
};

describe('with no policy and no condition in the queries, the database alone', () => {
  test('has rows of the school in most tables and gives them to itself, or this would prove nothing', async () => {
    const empty = [...(await counts())].filter(([, count]) => count === 0).map(([table]) => table);
    expect(tables.length).toBeGreaterThan(80);
    expect(empty.length).toBeLessThan(tables.length / 2);
    const { schoolId } = seated.school;
    expect(await touched(schoolId, 'select 1 from pupil')).toBeGreaterThan(10);
    expect(await touched(schoolId, 'update pupil set school_id = school_id')).toBeGreaterThan(10);
  });

  test.each(Object.keys(before))('after %s, gives and changes nothing of another school', async (state) => {
    const counted = await counts();
    for (const table of tables) {
      for (const schoolId of [undefined, other.schoolId]) {
        await before[state]?.();
        const where = `school_id = '${seated.school.schoolId}'`;
        for (const statement of [
          `select 1 from ${table} where ${where}`,
          `update ${table} set school_id = school_id where ${where}`,
          `delete from ${table} where ${where}`,
          `select 1 from ${table} where ${where} for update`,
        ])
          expect([statement, await touched(schoolId, statement)]).toEqual([statement, 0]);
      }
    }
    expect(await counts()).toEqual(counted);
  });

  test('takes in no row for another school, and lets none be moved there', async () => {
    for (const table of tables) {
      const columns = await rows<{ name: string }>(
        everything,
        `select quote_ident(attname) as name from pg_attribute
          where attrelid = '${table}'::regclass and attnum > 0 and not attisdropped and attname <> 'school_id' and attgenerated = ''`,
      );
      const listed = ['school_id', ...columns.map(({ name }) => name)].join(', ');
      const [copied] = await rows<{ row: string }>(
        everything,
        `select quote_literal(row_to_json(t)) as row from ${table} t where school_id = '${seated.school.schoolId}' limit 1`,
      );
      if (copied === undefined) continue;
      const insert = `insert into ${table} (${listed}) select ${listed} from json_populate_record(null::${table}, ${copied.row})`;
      const refused = await lent
        .inScope({ schoolId: other.schoolId }, (tx) => sql.raw(insert).execute(tx))
        .then(
          () => 'taken in',
          (error: unknown) => (error as { code?: string }).code,
        );
      expect([table, refused]).toEqual([table, '42501']);
    }
  });
});
