import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openDatabase, type Database } from './database.ts';
import { createKeyring } from './sealing.ts';
import { createTestDatabase, type TestDatabase } from './test-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    superuserUrl: string;
  }
}

const keyring = createKeyring(Buffer.alloc(32, 7));
const a = { schoolId: randomUUID() };
const b = { schoolId: randomUUID() };
const owner = randomUUID();
let server: TestDatabase;
let database: Database;

const school = (schoolId: string) => ({
  school_id: schoolId,
  owner_id: owner,
  name: 'Skolen',
  organisation_number: '000000000',
  wrapped_key: keyring.newSchoolKey(schoolId),
});

beforeAll(async () => {
  server = await createTestDatabase(inject('superuserUrl'));
  database = openDatabase(server.serve, keyring);
  await database.beforeScope((tx) =>
    tx.insertInto('school_owner').values({ owner_id: owner, name: 'K' }).execute(),
  );
  for (const actor of [a, b]) {
    await database.inScope(actor, (tx) => tx.insertInto('school').values(school(actor.schoolId)).execute());
  }
});
afterAll(async () => {
  await database.close();
  await server.drop();
});

test('without a scope there are no rows', async () => {
  expect(await database.beforeScope((tx) => tx.selectFrom('school').selectAll().execute())).toEqual([]);
});
test('in a scope only the rows of that school exist', async () => {
  const rows = await database.inScope(a, (tx) => tx.selectFrom('school').select('school_id').execute());
  expect(rows).toEqual([{ school_id: a.schoolId }]);
});
test('a row of another school is refused', async () => {
  const insert = database.inScope(a, (tx) => tx.insertInto('school').values(school(randomUUID())).execute());
  await expect(insert).rejects.toThrow('row-level security');
});
test.each([
  'alter table school add column x int',
  'drop table answer',
  'truncate answer',
  'alter table school disable row level security',
  'set local row_security = off; select * from school',
  'update access_log set purpose = purpose',
  'update release set hash = hash',
  'delete from release',
])('the runtime role may not: %s', async (statement) => {
  const client = new Client({ connectionString: server.serve });
  await client.connect();
  await expect(client.query(statement)).rejects.toMatchObject({ code: '42501' });
  await client.end();
});
const entry = (sequence: number, years: number) => ({
  ...{ school_id: a.schoolId, sequence, at: new Date(Date.now() - years * 365.25 * 86_400_000) },
  ...{ staff_id: randomUUID(), role: 'leadership', action: 'pupil.read', subject_kind: 'pupil' },
  ...{ subject_id: randomUUID(), purpose: 'test', hash: Buffer.alloc(32) },
});
test('of the access log the runtime role deletes what five whole years have gone over, and nothing else', async () => {
  const left = await database.inScope(a, async (tx) => {
    await tx
      .insertInto('access_log')
      .values([entry(1, 6.5), entry(2, 4.9), entry(3, 0)])
      .execute();
    await tx.deleteFrom('access_log').where('school_id', '=', a.schoolId).execute();
    return tx.selectFrom('access_log').select('sequence').orderBy('sequence').execute();
  });
  expect(left.map(({ sequence }) => Number(sequence))).toEqual([2, 3]);
});
test.each([
  { who: 'the runtime role that names the school', login: 'serve', named: a.schoolId, left: 1 },
  { who: 'the owner of the table that names none', login: 'migration', named: '', left: 1 },
  { who: 'the owner of the table that names another', login: 'migration', named: b.schoolId, left: 1 },
  { who: 'the owner of the table that names the school', login: 'migration', named: a.schoolId, left: 0 },
] as const)(
  'of one entry of today $left is left by $who as the one that is deleted',
  async ({ login, named, left }) => {
    const today = entry(Date.now(), 0);
    await database.inScope(a, (tx) => tx.insertInto('access_log').values(today).execute());
    const deleting = openDatabase(server[login], keyring, 1);
    const found = await deleting.inScope(a, async (tx) => {
      await sql`set local app.deleted_school_id = ${sql.lit(named)}`.execute(tx);
      await tx.deleteFrom('access_log').where('school_id', '=', a.schoolId).execute();
      return tx
        .selectFrom('access_log')
        .select('sequence')
        .where('sequence', '=', String(today.sequence))
        .execute();
    });
    await deleting.close();
    expect(found).toHaveLength(left);
  },
);
test.each(['', 'x', `${randomUUID()}'; drop table answer; --`, `${randomUUID()}\n`])(
  'a school id %j is refused before any query',
  async (schoolId) => {
    const nowhere = openDatabase('postgresql://x:x@127.0.0.1:1/x', keyring);
    await expect(async () => nowhere.inScope({ schoolId }, async () => 1)).rejects.toThrow(
      'needs a school id',
    );
    await nowhere.close();
  },
);
test('a serialization failure is run again and succeeds', async () => {
  let attempts = 0;
  await database.inScope(a, async (tx) => {
    attempts += 1;
    await sql`set transaction isolation level repeatable read`.execute(tx);
    await tx.selectFrom('school').select('name').execute();
    if (attempts === 1) {
      await database.inScope(a, (other) => other.updateTable('school').set({ name: 'Først' }).execute());
    }
    await tx.updateTable('school').set({ name: 'Sist' }).execute();
  });
  expect(attempts).toBe(2);
});
test('of two that deadlock one is run again and both succeed', async () => {
  const staff = [randomUUID(), randomUUID()];
  await database.inScope(a, async (tx) => {
    for (const id of staff) {
      const key = { school_id: a.schoolId };
      const sealed = { given_name: Buffer.of(1), family_name: Buffer.of(1), kind: 'staff' };
      await tx
        .insertInto('sealed_person')
        .values({ ...key, ...sealed, person_id: id })
        .execute();
    }
  });
  let attempts = 0;
  const touch = (order: readonly string[]): Promise<void> =>
    database.inScope(a, async (tx) => {
      attempts += 1;
      for (const id of order) {
        await tx
          .updateTable('sealed_person')
          .set({ given_name: Buffer.of(2) })
          .where('person_id', '=', id)
          .execute();
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    });
  await Promise.all([touch(staff), touch(staff.toReversed())]);
  expect(attempts).toBe(3);
});
test('a key that was rolled back seals nothing afterwards', async () => {
  const c = { schoolId: randomUUID() };
  const place = { table: 'sealed_person', column: 'given_name', row: '1' };
  const begin = (fail: boolean): Promise<Buffer> =>
    database.inScope(c, async (tx, sealer) => {
      await tx.insertInto('school').values(school(c.schoolId)).execute();
      const sealed = (await sealer()).seal('Åse', place);
      if (fail) throw new Error('undone');
      return sealed;
    });
  await expect(begin(true)).rejects.toThrow('undone');
  const sealed = await begin(false);
  const reopened = openDatabase(server.serve, keyring);
  const opened = await reopened.inScope(c, async (_, sealer) => (await sealer()).open(sealed, place));
  await reopened.close();
  expect(opened).toBe('Åse');
});
test.each(['waiting for nothing', 'in a query'])(
  'a backend killed while %s is replaced and the work run again',
  async (when) => {
    let attempts = 0;
    const superuser = new Client({ connectionString: server.superuser });
    await superuser.connect();
    const result = await database.inScope(a, async (tx) => {
      attempts += 1;
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx);
      if (attempts === 1) {
        const query = when === 'in a query' ? sql`select pg_sleep(20)`.execute(tx) : undefined;
        // Handled below; the kill may reach it before it is awaited.
        query?.catch(() => undefined);
        await new Promise((resolve) => setTimeout(resolve, 50));
        await superuser.query('select pg_terminate_backend($1)', [rows[0]?.pid]);
        await new Promise((resolve) => setTimeout(resolve, 100));
        await query;
      }
      return tx.selectFrom('school').select('school_id').execute();
    });
    await superuser.end();
    expect({ attempts, result }).toEqual({ attempts: 2, result: [{ school_id: a.schoolId }] });
  },
);
test('a dump read by the backup role holds no name', async () => {
  const name = 'Unikærlig Prøvesen';
  const person = randomUUID();
  await database.inScope(a, async (tx, sealer) => {
    const { seal } = await sealer();
    const sealed = (column: string): Buffer => seal(name, { table: 'sealed_person', column, row: person });
    const row = { school_id: a.schoolId, person_id: person, kind: 'pupil' };
    await tx
      .insertInto('sealed_person')
      .values({ ...row, given_name: sealed('given_name'), family_name: sealed('family_name') })
      .execute();
  });
  const backup = new Client({ connectionString: server.backup });
  await backup.connect();
  const tables = await backup.query<{ name: string }>(
    `select quote_ident(relname) as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`,
  );
  let dump = '';
  for (const table of tables.rows) {
    dump += JSON.stringify((await backup.query(`select t::text as row from ${table.name} t`)).rows);
  }
  await backup.end();
  expect(dump).toContain(person);
  for (const word of name.split(' ')) {
    expect(dump).not.toContain(word);
    expect(dump).not.toContain(Buffer.from(word).toString('hex'));
  }
});
