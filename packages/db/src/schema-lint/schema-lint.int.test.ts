import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../test-server.ts';
import { breaches } from './breaches.ts';
import { lintSchema, schemaRules, type Finding } from './schema-lint.ts';

let database: TestDatabase;
let client: Client;

const lint = (): Promise<readonly Finding[]> =>
  lintSchema(async (sql) => (await client.query<{ subject: string }>(sql)).rows);

beforeAll(async () => {
  database = await createTestDatabase(inject('superuserUrl'));
  client = new Client({ connectionString: database.superuser });
  await client.connect();
});

afterAll(async () => {
  await client.end();
  await database.drop();
});

test('the schema as migrated keeps every rule', async () => {
  expect(await lint()).toEqual([]);
});

test('every rule has a breach planted for it', () => {
  expect(new Set(breaches.map(({ rule }) => rule))).toEqual(new Set(schemaRules.map(({ id }) => id)));
});

test('tables in the schema of an extension are no business of the rules', async () => {
  await client.query('begin');
  await client.query('create schema planted; create table planted.own (id int)');
  expect(await lint()).not.toEqual([]);
  await client.query('alter extension plpgsql add schema planted');
  expect(await lint()).toEqual([]);
  await client.query('rollback');
});

describe('a planted breach is found by its rule:', () => {
  test.each(breaches)('$rule: $what', async ({ rule, ddl, subject }) => {
    await client.query('begin');
    try {
      await client.query(ddl);
      expect(await lint()).toContainEqual({ rule, subject });
    } finally {
      await client.query('rollback');
    }
    expect(await lint()).toEqual([]);
  });
});
