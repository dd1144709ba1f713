import { createHash } from 'node:crypto';
import { sql, type TableName, type Tx } from '@samhold/db';
import { keptTables } from '../retention/classes.ts';

/** What is archive-worthy. That it was handed over changes nothing in it. */
const records = (Object.keys(keptTables) as TableName[])
  .filter((table) => keptTables[table].class === 'case' && table !== 'case_export')
  .sort();

/** Changes when anything that is handed over of cases, reports and meetings does. The same for every login. */
export const recordsHash = async (tx: Tx, schoolId: string): Promise<Buffer> => {
  await sql`set local timezone = 'UTC'`.execute(tx);
  const hash = createHash('sha256');
  for (const table of records) {
    const { rows } = await sql<{ rows: string | null }>`
      select string_agg(h, '' order by h) as rows
        from (select md5(to_jsonb(t)::text) as h from ${sql.table(table)} t where t.school_id = ${schoolId}) hashed`.execute(
      tx,
    );
    hash.update(`${table} ${rows[0]?.rows ?? ''}\n`);
  }
  return hash.digest();
};
