import type { TestDatabase } from '../../packages/db/src/index.ts';
import { dpiaAnnex } from './dpia-annex.ts';
import { readSchema } from './read-schema.ts';
import { recordOfProcessing } from './record-of-processing.ts';
import { whoSeesWhat } from './who-sees-what.ts';

/** The documents in docs/privacy that are made from the schema of a migrated database and the table of access, by file name. */
export const privacyDocuments = async (
  database: Pick<TestDatabase, 'ask'>,
): Promise<ReadonlyMap<string, string>> => {
  const tables = await readSchema(database);
  return new Map([
    ['dpia-annex.md', dpiaAnnex(tables)],
    ['record-of-processing.md', recordOfProcessing(tables)],
    ['who-sees-what.md', whoSeesWhat()],
  ]);
};
