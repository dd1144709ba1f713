import { Client } from 'pg';

export type CopiedTable = {
  readonly table: string;
  readonly columns: readonly string[];
  readonly file: string;
};

export type BareCopier = {
  readonly version: string;
  /** Copies the files, which the server reads itself, into their tables in one transaction. */
  readonly copyAll: (tables: readonly CopiedTable[]) => Promise<void>;
  readonly close: () => Promise<void>;
};

/**
 * What an import is measured against: COPY alone. A superuser, since COPY does not go through row-level security; the keys
 * of the tables are checked all the same.
 */
export const openBareCopier = async (superuserUrl: string): Promise<BareCopier> => {
  const client = new Client({ connectionString: superuserUrl });
  await client.connect();
  const found = await client.query<{ server_version: string }>('show server_version');
  return {
    version: found.rows[0]?.server_version ?? '',
    copyAll: async (tables) => {
      await client.query('begin');
      for (const { table, columns, file } of tables)
        await client.query(`copy ${table} (${columns.join(', ')}) from ${client.escapeLiteral(file)}`);
      await client.query('commit');
    },
    close: () => client.end(),
  };
};
