import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { migrate, readMigrations, type Migration } from './migrate.ts';

const first: Migration = { name: '20260101T000000_a.sql', sql: 'create table a (id int)', hash: 'a' };
const failing: Migration = {
  name: '20260102T000000_b.sql',
  sql: 'create table b (id int); select 1 / 0',
  hash: 'b',
};

let url: string;
let name: string;

const run = async (address: string, sql: string): Promise<readonly unknown[]> => {
  const client = new Client({ connectionString: address });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
};

beforeEach(async () => {
  name = `samhold_${randomUUID().replaceAll('-', '')}`;
  await run(inject('superuserUrl'), `create database ${name}`);
  const address = new URL(inject('superuserUrl'));
  address.pathname = `/${name}`;
  url = address.href;
});

afterEach(async () => {
  await run(inject('superuserUrl'), `drop database ${name} with (force)`);
});

test('a second run changes nothing', async () => {
  expect(await migrate(url, [first])).toEqual([first.name]);
  expect(await migrate(url, [first])).toEqual([]);
});
test('a file changed after it was applied is refused', async () => {
  await migrate(url, [first]);
  await expect(migrate(url, [{ ...first, hash: 'x' }])).rejects.toThrow('was changed');
});
test('an applied migration that this version does not know is refused', async () => {
  await migrate(url, [first]);
  await expect(migrate(url, [])).rejects.toThrow('does not know');
});
test('a migration that was named anew, unchanged, is known by its hash and gets its new name', async () => {
  await migrate(url, [first]);
  const renamed = { ...first, name: '20260101T000100_a.sql' };
  expect(await migrate(url, [renamed])).toEqual([]);
  expect(await run(url, 'select name from schema_migration')).toEqual([{ name: renamed.name }]);
});
test('of an upgrade that fails nothing is left, and the version from before still starts', async () => {
  await expect(migrate(url, [first, failing])).rejects.toThrow(failing.name);
  const made = `select to_regclass('a') is not null as a, to_regclass('b') is not null as b`;
  expect(await run(url, made)).toEqual([{ a: false, b: false }]);
  expect(await migrate(url, [first])).toEqual([first.name]);
});
test('of eight that start at once on an empty database one applies and all succeed', async () => {
  const done = await Promise.all(Array.from({ length: 8 }, () => migrate(url, [first])));
  expect(done.flat()).toEqual([first.name]);
});
test('a login that may not make the schema of the job queue is told what it needs', async () => {
  const role = `${name}_owner`;
  await run(inject('superuserUrl'), `create role ${role} login password 'x'`);
  await run(url, `grant create on schema public to ${role}`);
  const address = new URL(url);
  address.username = role;
  address.password = 'x';
  await expect(migrate(address.href, [first])).rejects.toThrow('Grant it CREATE on the database');
  await run(url, `drop owned by ${role}; drop role ${role}`);
});
test.each([
  ['1_a.sql', '-- why: x', 'the name must be'],
  ['20260101T000000_A.sql', '-- why: x', 'the name must be'],
  ['20260101T000000_a.sql', 'select 1', 'the first line'],
])('a file %s that begins with %s is refused', (file, text, message) => {
  const folder = mkdtempSync(join(tmpdir(), 'samhold-'));
  try {
    writeFileSync(join(folder, file), text);
    expect(() => readMigrations(folder)).toThrow(message);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
