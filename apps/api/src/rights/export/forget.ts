import { sql, type Tx } from '@samhold/db';

/** What an export took from a case or from a survey within it goes when that goes. */
export const forgetExportsFrom = (tx: Tx, schoolId: string, sourceId: string) =>
  sql`delete from access_export where school_id = ${schoolId} and ${sourceId} = any(sources)`.execute(tx);
