import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { Client, DatabaseError } from 'pg';
import { pack, type Pack } from 'tar-stream';
import type { Migration } from '../migrate.ts';
import type { Keyring } from '../sealing.ts';
import { copyOut, type TableHash } from './copy-table.ts';
import { encrypted } from './encryption.ts';
import {
  BackupFault,
  chainHeads,
  fingerprintOf,
  FORMAT,
  signatureOf,
  type Header,
  type Manifest,
} from './manifest.ts';
import { copiedTables, liftWalls, SAME_TEXT } from './tables.ts';

export type BackupOptions = {
  readonly keyring: Keyring;
  readonly migrations: readonly Migration[];
  /** A public key of age. Left out, only this installation opens it: for a copy that stays beside the database. */
  readonly recipient?: string | undefined;
  /** For the login that owns the tables and cannot read past row-level security. Holds everyone else off meanwhile. */
  readonly asOwner?: boolean;
  readonly now: () => Date;
};

export type WrittenFile = { readonly bytes: number; readonly sha256: string };

const MEMBER = 1 << 20;

/** Done when the compression has taken it: no more than one member is held. */
const add = (archive: Pack, name: string, body: Buffer, mtime: Date): Promise<void> =>
  new Promise((resolve, reject) => {
    archive.entry({ name, mtime, mode: 0o600 }, body, (error) => (error ? reject(error) : resolve()));
  });

/** One table as members of at most a little over a megabyte: how long it is is not known before it ends. */
const addTable = async (
  archive: Pack,
  client: Client,
  table: Awaited<ReturnType<typeof copiedTables>>[number],
  mtime: Date,
): Promise<TableHash> => {
  let held: Buffer[] = [];
  let size = 0;
  let part = 0;
  const flush = async (): Promise<void> => {
    part += 1;
    const body = Buffer.concat(held);
    held = [];
    size = 0;
    await add(archive, `data/${table.name}/${String(part).padStart(6, '0')}.copy`, body, mtime);
  };
  const hash = await copyOut(client, table, async (bytes) => {
    // The stream may use its memory again.
    held.push(Buffer.from(bytes));
    size += bytes.length;
    if (size >= MEMBER) await flush();
  });
  if (size > 0) await flush();
  return hash;
};

const headerOf = async (client: Client, { keyring, now }: BackupOptions): Promise<Header> => {
  const { rows: migrations } = await client.query<{ name: string; hash: string }>(
    'select name, hash from schema_migration order by name collate "C"',
  );
  const server = await client.query<{ server_version: string }>('show server_version');
  return {
    format: FORMAT,
    madeAt: now().toISOString(),
    server: server.rows[0]?.server_version ?? '',
    migrations,
    keyring: fingerprintOf(keyring),
  };
};

const fill = async (archive: Pack, client: Client, options: BackupOptions): Promise<Manifest> => {
  const header = await headerOf(client, options);
  const mtime = new Date(header.madeAt);
  const text = (name: string, body: string) => add(archive, name, Buffer.from(body), mtime);
  await text('header.json', `${JSON.stringify(header, null, 2)}\n`);
  const applied = new Set(header.migrations.map(({ name }) => name));
  for (const { name, sql } of options.migrations)
    if (applied.has(name)) await text(`migrations/${name}`, sql);
  const copied = await copiedTables(client);
  if (options.asOwner === true) await liftWalls(client, copied, 'no force');
  const tables: TableHash[] = [];
  for (const table of copied) tables.push(await addTable(archive, client, table, mtime));
  const manifest: Manifest = { ...header, tables, chains: await chainHeads(client) };
  const written = `${JSON.stringify(manifest, null, 2)}\n`;
  await text('manifest.json', written);
  await text('manifest.mac', `${signatureOf(options.keyring, written)}\n`);
  archive.finalize();
  return manifest;
};

const told = (error: unknown): unknown =>
  error instanceof DatabaseError && error.code === '42501'
    ? new BackupFault(
        'Innloggingen kan ikke lese alle tabeller. Den må være medlem av pg_read_all_data og ha BYPASSRLS; se docs/operate/backup.md.',
        { cause: error },
      )
    : error;

/**
 * Writes everything in the database, as it stood at one moment, to `file`: a tar, compressed, encrypted by age. Holds a few
 * megabytes whatever the size. The file is not there before all of it is.
 */
export const writeBackup = async (
  url: string,
  file: string,
  options: BackupOptions,
): Promise<WrittenFile & { readonly manifest: Manifest }> => {
  const client = new Client({ connectionString: url });
  // A lost connection fails the statement under way.
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query(SAME_TEXT);
    await client.query(
      `begin isolation level repeatable read${options.asOwner === true ? '' : ' read only'}`,
    );
    const archive = pack();
    const sha256 = createHash('sha256');
    let bytes = 0;
    const counted = new Transform({
      transform: (chunk: Buffer, _encoding, done) => {
        bytes += chunk.length;
        sha256.update(chunk);
        done(null, chunk);
      },
    });
    const zipped = createGzip();
    const compressing = pipeline(archive, zipped);
    const writing = encrypted(zipped, options.recipient, options.keyring).then((sealed) =>
      pipeline(sealed, counted, createWriteStream(file, { mode: 0o600, flush: true })),
    );
    const filling = fill(archive, client, options).catch((error: unknown) => {
      archive.destroy(error instanceof Error ? error : new Error(String(error)));
      throw error;
    });
    const ends = await Promise.allSettled([filling, compressing, writing]);
    // The first of them says why; the others fail because of it.
    for (const end of ends) if (end.status === 'rejected') throw told(end.reason);
    await client.query('rollback');
    return { bytes, sha256: sha256.digest('hex'), manifest: await filling };
  } finally {
    await client.end();
  }
};
