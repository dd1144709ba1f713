import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { verifySchools } from '../../apps/api/src/access-log/verify-schools.ts';
import { trySigningIn } from '../backup/try-signing-in.ts';
import {
  createTestDatabase,
  hashColumns,
  hashTables,
  migrate,
  openDatabase,
  readMigrations,
  restoreBackup,
  type Manifest,
  type Migration,
  type TestDatabase,
} from '../../packages/db/src/index.ts';
import { fixtureKeyring, fixtureOf, released } from './released.ts';

const folder = resolve(import.meta.dirname, '../../migrations');
const migrations = readMigrations(folder);
let database: TestDatabase;

beforeEach(async () => {
  database = await createTestDatabase(inject('superuserUrl'), 'empty');
});
afterEach(() => database.drop());

const restore = (commit: string): Promise<Manifest> =>
  restoreBackup(database.migration, fixtureOf(commit), {
    keyring: fixtureKeyring,
    migrations,
    identities: [],
  });

/** Columns that a later migration took away on purpose: answers came to be sealed parts, which are numbered instead. */
const dropped: readonly string[] = ['response.revision', 'response.body_hash'];

/** What the database has now and is to have afterwards. */
const kept = async (): ReturnType<typeof hashColumns> =>
  (await hashColumns(database.backup)).map((table) => ({
    ...table,
    columns: table.columns.filter((column) => !dropped.includes(`${table.name}.${column}`)),
  }));

test.each(released)(
  'a database of $commit ($brought) is upgraded with all that is in it',
  async ({ commit }) => {
    const manifest = await restore(commit);
    const before = await hashColumns(database.backup, await kept());
    const missing = migrations.length - manifest.migrations.length;
    expect(await migrate(database.migration, migrations)).toHaveLength(missing);
    expect(await hashColumns(database.backup, before)).toEqual(before);
    expect(manifest.tables.reduce((sum, { rows }) => sum + rows, 0)).toBeGreaterThan(150);
    const db = openDatabase(database.serve, fixtureKeyring, 2);
    try {
      const verified = await verifySchools(db, []);
      expect(verified).toEqual([expect.objectContaining({ faults: [] })]);
      expect(await trySigningIn(db, database, fixtureKeyring)).toBe('signed in');
    } finally {
      await db.close();
    }
  },
);

const waits: Migration = {
  name: '20261201T000000_waits.sql',
  sql: 'create table half_done (id uuid primary key); select pg_sleep(60)',
  hash: 'waits',
};

/** Upgrades in a process of its own, which is killed when it has come to the migration that waits; so is its session. */
const killAt = async (place: number): Promise<void> => {
  const module = new URL('../../packages/db/src/index.ts', import.meta.url).href;
  const text = `import { migrate, readMigrations } from ${JSON.stringify(module)};
    const before = readMigrations(${JSON.stringify(folder)}).slice(0, ${place});
    await migrate(${JSON.stringify(database.migration)}, [...before, ${JSON.stringify(waits)}]);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', text], { stdio: 'ignore' });
  const ended = once(child, 'exit');
  const asleep = `from pg_stat_activity where datname = current_database() and query like '%pg_sleep(60)'
    and pid <> pg_backend_pid()`;
  while ((await database.ask(`select 1 ${asleep}`)).length === 0)
    await new Promise((done) => setTimeout(done, 50));
  child.kill('SIGKILL');
  await ended;
  await database.ask(`select pg_terminate_backend(pid, 5000) ${asleep}`);
};

test.each([0.3, 0.7, 1])(
  'killed %f of the way, an upgrade has changed nothing, and the next one goes through',
  async (part) => {
    const manifest = await restore(released[0].commit);
    const applied = manifest.migrations.length;
    const before = await hashTables(database.backup);
    await killAt(applied + Math.round(part * (migrations.length - applied)));
    expect(await hashTables(database.backup)).toEqual(before);
    expect(await database.ask(`select to_regclass('half_done') as half`)).toEqual([{ half: null }]);
    expect(await migrate(database.migration, migrations)).toHaveLength(migrations.length - applied);
  },
);
