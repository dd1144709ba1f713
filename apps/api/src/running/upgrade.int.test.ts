import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import {
  createKeyring,
  createTestDatabase,
  migrate,
  restoreBackup,
  type Migration,
  type TestDatabase,
} from '@samhold/db';
import { knownMigrations } from './installation.ts';
import { forgetCopies, upgrade } from './upgrade.ts';

const real = knownMigrations();
const keyring = createKeyring(Buffer.alloc(32, 7));
const good: Migration = {
  name: '20990101T000000_good.sql',
  sql: 'create table good (id uuid primary key)',
  hash: 'good',
};
const bad: Migration = { name: '20990102T000000_bad.sql', sql: 'select 1 / 0', hash: 'bad' };
let database: TestDatabase;
let data: string;
const said: string[] = [];

beforeAll(async () => {
  database = await createTestDatabase(inject('superuserUrl'), 'empty');
  data = mkdtempSync(join(tmpdir(), 'samhold-upgrade-'));
  await migrate(database.migration, real);
});
afterAll(async () => {
  rmSync(data, { recursive: true });
  await database.drop();
});

/** With no login of its own for backups, as a PostgreSQL of the operator's may be. */
const upgradeTo = (migrations: readonly Migration[]): Promise<void> => {
  const urls = { migration: database.migration, backup: database.migration };
  return upgrade(urls, { data, keyring, migrations, log: (line) => said.push(line) });
};
const copies = (): readonly string[] =>
  readdirSync(join(data, 'before-upgrade')).filter((name) => name.endsWith('.age'));

test('nothing is copied when there is nothing to change', async () => {
  await upgradeTo(real);
  expect(readdirSync(data)).toEqual([]);
});

test('one that fails leaves the database as it was, and says where the copy is; the version from before goes on', async () => {
  await expect(upgradeTo([...real, good, bad])).rejects.toThrow(/som før oppdateringen.*before-upgrade/);
  expect(await database.ask(`select to_regclass('good') as good`)).toEqual([{ good: null }]);
  await expect(migrate(database.migration, real)).resolves.toEqual([]);
  const file = join(data, 'before-upgrade', copies()[0] ?? '');
  const empty = await createTestDatabase(inject('superuserUrl'), 'empty');
  const given = { keyring, migrations: real, identities: [] };
  await expect(restoreBackup(empty.migration, file, given)).resolves.toMatchObject({ chains: [] });
  await empty.drop();
});

test('one that holds is applied after a copy, and then an older version is refused with the database as it is', async () => {
  await upgradeTo([...real, good]);
  expect(said.at(-1)).toContain('1 endringer');
  await expect(upgradeTo(real)).rejects.toThrow('Databasen er ikke endret');
});

test('the copies are gone after 35 days', () => {
  const in34 = new Date(Date.now() + 34 * 86_400_000);
  forgetCopies(data, in34);
  expect(copies().length).toBeGreaterThan(0);
  forgetCopies(data, new Date(in34.getTime() + 2 * 86_400_000));
  expect(readdirSync(join(data, 'before-upgrade'))).toEqual([]);
});
