import { Client } from 'pg';
import { sql } from 'kysely';
import type { Database } from './database.ts';
import { knownName, type Applied, type Migration } from './migrate.ts';

/**
 * The names of migrations the database has yet to get before this version can work with it. Throws when the database is of a
 * newer version, or of another.
 */
export const missingMigrations = async (
  db: Database,
  known: readonly Migration[],
): Promise<readonly string[]> => {
  const { rows } = await db.beforeScope((tx) =>
    sql<Applied>`select name, hash from schema_migration`.execute(tx),
  );
  const applied = new Set(rows.map((row) => knownName(row, known)));
  return known.map(({ name }) => name).filter((name) => !applied.has(name));
};

/** Whether the database at this address has ever been migrated. */
export const isMigrated = async (url: string): Promise<boolean> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const found = await client.query<{ made: boolean }>(
      `select to_regclass('schema_migration') is not null as made`,
    );
    return found.rows[0]?.made === true;
  } finally {
    await client.end();
  }
};
