import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openDatabase, type Database } from './database.ts';
import { isUnavailable } from './retry.ts';
import { createKeyring } from './sealing.ts';
import { askAsSuperuser, createTestDatabase, type TestDatabase } from './test-server.ts';

let database: TestDatabase;
let db: Database;

beforeAll(async () => {
  database = await createTestDatabase(inject('superuserUrl'));
});
afterAll(async () => {
  await db.close();
  await database.drop();
});

const write = () =>
  db.beforeScope((tx) =>
    tx.insertInto('school_owner').values({ owner_id: randomUUID(), name: 'K' }).executeTakeFirst(),
  );
const alter = (what: string) =>
  askAsSuperuser(
    inject('superuserUrl'),
    `alter database ${new URL(database.serve).pathname.slice(1)} ${what}`,
  );

test('a connection that began when the database was only readable is given up, and the next one may write', async () => {
  await alter('set default_transaction_read_only = on');
  db = openDatabase(database.serve, createKeyring(Buffer.alloc(32, 7)), 1);
  const refused = await write().then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(refused).toMatchObject({ code: '25006' });
  expect(isUnavailable(refused)).toBe(true);
  await alter('reset default_transaction_read_only');
  await expect(write()).resolves.toBeDefined();
});
