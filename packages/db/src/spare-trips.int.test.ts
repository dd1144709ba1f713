import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { sql } from 'kysely';
import { openDatabase, type Database } from './database.ts';
import { createKeyring } from './sealing.ts';
import { createTestDatabase, type TestDatabase } from './test-server.ts';

let made: TestDatabase;
let db: Database;

beforeAll(async () => {
  made = await createTestDatabase(inject('superuserUrl'));
  db = openDatabase(made.serve, createKeyring(Buffer.alloc(32, 7)), 1);
});
afterAll(async () => {
  await db.close();
  await made.drop();
});

const plus = (n: number): Promise<number | undefined> =>
  db.beforeScope(async (tx) => {
    const { rows } = await sql<{ sum: number }>`select ${n}::int + 1 as sum`.execute(tx);
    return rows[0]?.sum;
  });

const preparedTexts = (): Promise<readonly string[]> =>
  db.beforeScope(async (tx) => {
    const { rows } = await sql<{ statement: string }>`select statement from pg_prepared_statements`.execute(
      tx,
    );
    return rows.map((row) => row.statement);
  });

test('a statement is prepared from its third use on, and answers the same before and after', async () => {
  expect([await plus(1), await plus(2)]).toEqual([2, 3]);
  expect(await preparedTexts()).toEqual([]);
  expect([await plus(3), await plus(4)]).toEqual([4, 5]);
  expect(await preparedTexts()).toEqual(['select $1::int + 1 as sum']);
});

test('a statement that fails when it is prepared fails the same way, and the next one works', async () => {
  const broken = (): Promise<unknown> =>
    db.beforeScope((tx) => sql`select ${1}::int from no_such_table`.execute(tx));
  for (let i = 0; i < 4; i += 1) await expect(broken()).rejects.toThrow('no_such_table');
  expect(await plus(5)).toBe(6);
});

test('at most 200 statements are kept a connection', async () => {
  for (let i = 0; i < 210; i += 1) {
    for (let use = 0; use < 3; use += 1)
      await db.beforeScope((tx) => sql`select ${use}::int as ${sql.ref(`c${i}`)}`.execute(tx));
  }
  // The broken statement above holds a place too, though the server does not know it.
  expect(await preparedTexts()).toHaveLength(199);
});

/** What the server got last of a transaction that is in its scope, and whether the scope is passed on. */
const scopeMessage = async (address: string): Promise<unknown> => {
  const other = openDatabase(address, createKeyring(Buffer.alloc(32, 7)), 1);
  try {
    return await other.inScope({ schoolId }, async (tx) => {
      const [backend] = await made.ask<{ query: string }>(
        `select query from pg_stat_activity where datname = current_database() and state = 'idle in transaction'`,
      );
      const { rows } = await sql<{ set: string; passed: string | null }>`
        select current_setting('app.school_id') as set, current_setting('citus.propagate_set_commands', true) as passed
      `.execute(tx);
      return { query: backend?.query, ...rows[0] };
    });
  } finally {
    await other.close();
  }
};
const schoolId = randomUUID();
const setScope = `set local app.school_id = '${schoolId}'`;

test('begin goes along with the scope', async () => {
  expect(await scopeMessage(made.serve)).toEqual({
    ...{ query: `begin; ${setScope}`, set: schoolId, passed: null },
  });
});

test('where the address says that the scope is passed on to other machines, it is a message of its own', async () => {
  const address = `${made.serve}?options=-c%20citus.propagate_set_commands%3Dlocal`;
  expect(await scopeMessage(address)).toEqual({ query: setScope, set: schoolId, passed: 'local' });
});
