import { Client } from 'pg';
import type { Keyring } from './sealing.ts';

/**
 * Wraps the key of every school by the master key of now, all or none, and returns how many there were. Needs the login
 * that owns the tables: row-level security is lifted from it for this one table, in the same transaction.
 */
export const rewrapSchoolKeys = async (migrationUrl: string, keyring: Keyring): Promise<number> => {
  const client = new Client({ connectionString: migrationUrl });
  await client.connect();
  try {
    await client.query('begin');
    await client.query('alter table school no force row level security');
    const { rows } = await client.query<{ school_id: string; wrapped_key: Buffer }>(
      'select school_id, wrapped_key from school order by school_id for update',
    );
    for (const { school_id, wrapped_key } of rows)
      await client.query('update school set wrapped_key = $2 where school_id = $1', [
        school_id,
        keyring.rewrap(school_id, wrapped_key),
      ]);
    await client.query('alter table school force row level security');
    await client.query('commit');
    return rows.length;
  } finally {
    await client.end();
  }
};
