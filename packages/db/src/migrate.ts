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

/**
 * The name this version has for an applied migration: two were named anew, unchanged, after they had been on main. Throws
 * when it is unknown here or was changed.
 */
export const knownName = ({ name, hash }: Applied, known: readonly Migration[]): string => {
  const found =
    known.find((migration) => migration.name === name) ?? known.find((migration) => migration.hash === hash);
  if (found === undefined)
    throw new Error(
      `The database has migration ${name}, which this version does not know. Use a newer version.`,
    );
  if (found.hash !== hash)
    throw new Error(`Migration ${name} was changed after it was applied to this database.`);
  return found.name;
};

const MIGRATED = `to_regclass('schema_migration') is not null`;
const ALREADY_MADE = new Set(['23505', '42P07', '42710']);

/** Of two that make it at once the second fails when the first has committed; then the table is there. */
const makeMigrationTable = async (client: Client): Promise<void> => {
  const found = await client.query<{ made: boolean }>(`select ${MIGRATED} as made`);
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

/**
 * How many migrations the database has, and which it lacks. Changes nothing. Throws when it has one that is unknown here
 * or was changed.
 */
export const migrationState = async (
  url: string,
  migrations: readonly Migration[],
): Promise<{ readonly applied: number; readonly missing: readonly string[] }> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ made: boolean }>(`select ${MIGRATED} as made`);
    const applied =
      rows[0]?.made === true
        ? (await client.query<Applied>('select name, hash from schema_migration')).rows
        : [];
    const names = new Set(applied.map((row) => knownName(row, migrations)));
    return {
      applied: applied.length,
      missing: migrations.filter(({ name }) => !names.has(name)).map(({ name }) => name),
    };
  } finally {
    await client.end();
  }
};

/** All that are missing or none of them, so that the version from before still starts when one fails. */
const applyMigrations = async (url: string, migrations: readonly Migration[]): Promise<readonly string[]> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await makeMigrationTable(client);
    await client.query('begin');
    await client.query('lock table schema_migration in access exclusive mode');
    const applied = (await client.query<Applied>('select name, hash from schema_migration')).rows;
    const names = new Set(applied.map((row) => knownName(row, migrations)));
    for (const row of applied)
      await client.query('update schema_migration set name = $2 where name = $1 and name <> $2', [
        row.name,
        knownName(row, migrations),
      ]);
    const missing = migrations.filter(({ name }) => !names.has(name));
    for (const { name, sql, hash } of missing) {
      try {
        await client.query(sql);
      } catch (error) {
        throw new Error(`Migration ${name} failed; the database is as it was before the upgrade.`, {
          cause: error,
        });
      }
      await client.query('insert into schema_migration (name, hash) values ($1, $2)', [name, hash]);
    }
    await client.query('commit');
    return missing.map(({ name }) => name);
  } finally {
    // What was not committed never happened.
    await client.end();
  }
};

/**
 * Brings the database up to the newest migration, forward only, in one transaction, and the job queue up to this version. Safe when two processes start at once: the second waits. Throws, with nothing half done, on a
 * failing, changed or unknown migration. Returns the names that were applied now.
 */
export const migrate = async (url: string, migrations: readonly Migration[]): Promise<readonly string[]> => {
  const applied = await applyMigrations(url, migrations);
  await installJobs(url);
  return applied;
};
