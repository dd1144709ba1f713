import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client, DatabaseError } from 'pg';
import { installJobs } from './jobs-schema.ts';

export type Migration = { readonly name: string; readonly sql: string; readonly hash: string };

const NAME = /^\d{8}T\d{6}_[a-z0-9_]+\.sql$/;

/** The migrations of a folder in order. Throws on a badly named file or one whose first line does not say why. */
export const readMigrations = (directory: string): readonly Migration[] =>
  readdirSync(directory)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => {
      const text = readFileSync(join(directory, name), 'utf8');
      if (!NAME.test(name))
        throw new Error(`Migration ${name}: the name must be like 20261123T090000_schools.sql.`);
      if (!text.startsWith('-- why: '))
        throw new Error(`Migration ${name}: the first line must begin with "-- why: ".`);
      return { name, sql: text, hash: createHash('sha256').update(text).digest('hex') };
    });

export type Applied = { readonly name: string; readonly hash: string };

/** Throws when the database was migrated by another version than the one that knows these. */
export const refuseUnknown = (applied: readonly Applied[], known: readonly Migration[]): void => {
  const hashes = new Map(known.map((migration) => [migration.name, migration.hash]));
  for (const { name, hash } of applied) {
    const expected = hashes.get(name);
    if (expected === undefined) {
      throw new Error(
        `The database has migration ${name}, which this version does not know. Use a newer version.`,
      );
    }
    if (expected !== hash)
      throw new Error(`Migration ${name} was changed after it was applied to this database.`);
  }
};

const ALREADY_MADE = new Set(['23505', '42P07', '42710']);

/** Of two that make it at once the second fails when the first has committed; then the table is there. */
const makeMigrationTable = async (client: Client): Promise<void> => {
  const found = await client.query<{ made: boolean }>(
    `select to_regclass('schema_migration') is not null as made`,
  );
  if (found.rows[0]?.made === true) return;
  try {
    await client.query(
      `create table schema_migration (
         name text primary key, hash text not null, applied_at timestamptz not null default now());
       comment on table schema_migration is 'retention: installation; migrations applied'`,
    );
  } catch (error) {
    if (!(error instanceof DatabaseError && ALREADY_MADE.has(error.code ?? ''))) throw error;
  }
};

const applyMigrations = async (url: string, migrations: readonly Migration[]): Promise<readonly string[]> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  const done: string[] = [];
  try {
    await makeMigrationTable(client);
    for (;;) {
      await client.query('begin');
      await client.query('lock table schema_migration in access exclusive mode');
      const applied = (await client.query<Applied>('select name, hash from schema_migration')).rows;
      refuseUnknown(applied, migrations);
      const names = new Set(applied.map((row) => row.name));
      const next = migrations.find((migration) => !names.has(migration.name));
      if (next === undefined) {
        await client.query('commit');
        return done;
      }
      try {
        await client.query(next.sql);
      } catch (error) {
        await client.query('rollback');
        throw new Error(`Migration ${next.name} failed; the database is as it was before it.`, {
          cause: error,
        });
      }
      await client.query('insert into schema_migration (name, hash) values ($1, $2)', [next.name, next.hash]);
      await client.query('commit');
      done.push(next.name);
    }
  } finally {
    await client.end();
  }
};

/**
 * Brings the database up to the newest migration, forward only, each migration in its own transaction, and the job queue
 * up to this version. Safe when two processes start at once: the second waits. Throws, with nothing half done, on a
 * failing, changed or unknown migration. Returns the names that were applied now.
 */
export const migrate = async (url: string, migrations: readonly Migration[]): Promise<readonly string[]> => {
  const applied = await applyMigrations(url, migrations);
  await installJobs(url);
  return applied;
};
