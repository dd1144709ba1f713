import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { openDatabase, type Database } from './database.ts';
import type { Interference } from './interfere.ts';
import { isUnavailable } from './retry.ts';
import { createKeyring } from './sealing.ts';
import { createTestDatabase, type TestDatabase } from './test-server.ts';

let database: TestDatabase;
let db: Database;

beforeEach(async () => {
  database = await createTestDatabase(inject('superuserUrl'));
});
afterEach(async () => {
  await db.close();
  await database.drop();
});

/** The first statement like this is executed, and then the connection is lost. */
const losing = (like: RegExp): Interference => {
  let lost = false;
  return async (statement, pass, cut) => {
    const answer = await pass();
    if (lost || !like.test(statement)) return answer;
    lost = true;
    cut();
    throw new Error('Connection terminated unexpectedly');
  };
};

const addOwner = (name: string) =>
  db.beforeScope((tx) =>
    tx.insertInto('school_owner').values({ owner_id: randomUUID(), name }).executeTakeFirst(),
  );
const owners = () => database.ask(`select name from school_owner where name = 'Lost'`);

test('a transaction whose end was not heard of is not run again: it may have been done', async () => {
  db = openDatabase(database.serve, createKeyring(Buffer.alloc(32, 7)), 2, losing(/^commit$/));
  const failed = await addOwner('Lost').then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(isUnavailable(failed)).toBe(true);
  expect(await owners()).toHaveLength(1);
});

test('a transaction that lost its connection before its end is run again, and is done once', async () => {
  db = openDatabase(database.serve, createKeyring(Buffer.alloc(32, 7)), 2, losing(/^insert/));
  await addOwner('Lost');
  expect(await owners()).toHaveLength(1);
});
