import { createHash, type Hash } from 'node:crypto';
import { once } from 'node:events';
import { from, to } from 'pg-copy-streams';
import type { Client } from 'pg';
import type { CopiedTable } from './tables.ts';

/** What is compared: how many rows a table has, and the SHA-256 of all of them as text in the order of the key. */
export type TableHash = { readonly name: string; readonly rows: number; readonly sha256: string };

const columnsOf = (client: Client, { columns }: CopiedTable): string =>
  columns.map((column) => client.escapeIdentifier(column)).join(', ');

/** Every row of a table in order, in the text format of COPY, to `take`. */
export const copyOut = async (
  client: Client,
  table: CopiedTable,
  take: (bytes: Buffer) => Promise<void> | void,
): Promise<TableHash> => {
  const name = client.escapeIdentifier(table.name);
  const stream = client.query(
    to(`copy (select ${columnsOf(client, table)} from ${name} order by ${table.order}) to stdout`),
  );
  const hash = createHash('sha256');
  for await (const bytes of stream as AsyncIterable<Buffer>) {
    hash.update(bytes);
    await take(bytes);
  }
  return { name: table.name, rows: stream.rowCount, sha256: hash.digest('hex') };
};

export type CopyIn = {
  readonly write: (bytes: Buffer) => Promise<void>;
  readonly end: () => Promise<TableHash>;
};

/** Takes what `copyOut` gave. The statement, and with it the check of what rows refer to, ends with `end`. */
export const copyIn = (client: Client, table: CopiedTable): CopyIn => {
  const name = client.escapeIdentifier(table.name);
  const stream = client.query(from(`copy ${name} (${columnsOf(client, table)}) from stdin`));
  const hash: Hash = createHash('sha256');
  const done = new Promise<void>((resolve, reject) => {
    stream.once('finish', resolve);
    stream.once('error', reject);
  });
  // Heard by whoever waits for it below.
  done.catch(() => undefined);
  return {
    write: async (bytes) => {
      hash.update(bytes);
      if (!stream.write(bytes)) await Promise.race([once(stream, 'drain'), done]);
    },
    end: async () => {
      stream.end();
      await done;
      return { name: table.name, rows: stream.rowCount, sha256: hash.digest('hex') };
    },
  };
};
