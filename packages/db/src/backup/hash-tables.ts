import { Client } from 'pg';
import { copyOut, type TableHash } from './copy-table.ts';
import { chainHeads, type ChainHead } from './manifest.ts';
import { copiedTables, SAME_TEXT, type CopiedTable } from './tables.ts';

const reading = async <T>(url: string, work: (client: Client) => Promise<T>): Promise<T> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(SAME_TEXT);
    await client.query('begin isolation level repeatable read read only');
    return await work(client);
  } finally {
    await client.end();
  }
};

const hashEach = async <T extends CopiedTable>(client: Client, tables: readonly T[]) => {
  const hashed: (T & TableHash)[] = [];
  for (const table of tables) hashed.push({ ...table, ...(await copyOut(client, table, () => undefined)) });
  return hashed;
};

/** The rows of every table and the heads of the access logs as they are in a database now, by the login that reads all. */
export const hashTables = (
  url: string,
): Promise<{ readonly tables: readonly TableHash[]; readonly chains: readonly ChainHead[] }> =>
  reading(url, async (client) => ({
    tables: await hashEach(client, await copiedTables(client)),
    chains: await chainHeads(client),
  }));

/** The same of a database as it is, or of the columns another schema had: what an upgrade left as it was hashes alike. */
export const hashColumns = (
  url: string,
  of?: readonly CopiedTable[],
): Promise<readonly (CopiedTable & TableHash)[]> =>
  reading(url, async (client) => hashEach(client, of ?? (await copiedTables(client))));
