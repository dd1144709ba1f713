import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { Client } from 'pg';
import { extract, type Extract } from 'tar-stream';
import { knownName, type Applied, type Migration } from '../migrate.ts';
import type { Keyring } from '../sealing.ts';
import { copyIn, type CopyIn, type TableHash } from './copy-table.ts';
import { decrypted } from './encryption.ts';
import {
  BackupFault,
  chainHeads,
  fingerprintOf,
  FORMAT,
  signatureOf,
  type Header,
  type Manifest,
} from './manifest.ts';
import { copiedTables, isEmpty, liftWalls, SAME_TEXT, type CopiedTable } from './tables.ts';

export type RestoreOptions = {
  readonly keyring: Keyring;
  /** Those of this version; the backup may lack the newest of them. */
  readonly migrations: readonly Migration[];
  /** Private keys of age. A copy that an upgrade made needs none. */
  readonly identities: readonly string[];
};

type Entry = ReturnType<Extract[typeof Symbol.asyncIterator]> extends AsyncIterator<infer E> ? E : never;

const DAMAGED = 'Sikkerhetskopien er skadet eller ikke hel. Ingenting er hentet inn.';

const bodyOf = async (entry: Entry): Promise<string> => {
  const parts: Buffer[] = [];
  for await (const part of entry as AsyncIterable<Buffer>) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
};

const checkHeader = (header: Header, { keyring }: RestoreOptions): void => {
  if (header.format !== FORMAT)
    throw new BackupFault(`Sikkerhetskopien er skrevet av en annen versjon (format ${header.format}).`);
  if (header.keyring !== fingerprintOf(keyring))
    throw new BackupFault(
      'Sikkerhetskopien hører til andre nøkler enn dem i secrets.json. Hent filen secrets.json som ble tatt vare på sammen med den.',
    );
};

const knownOr = (applied: Applied, known: readonly Migration[]): string | undefined => {
  try {
    return knownName(applied, known);
  } catch {
    return undefined;
  }
};

/** The schema as it was when the backup was made, by this version's own files: nothing in a backup is run. */
const makeSchema = async (
  client: Client,
  { migrations: wanted }: Header,
  known: readonly Migration[],
): Promise<void> => {
  await client.query(
    `create table schema_migration (
       name text primary key, hash text not null, applied_at timestamptz not null default now());
     comment on table schema_migration is 'retention: installation; migrations applied'`,
  );
  for (const applied of wanted) {
    const found = known.find(({ name }) => name === knownOr(applied, known));
    if (found === undefined)
      throw new BackupFault(
        `Sikkerhetskopien er fra en nyere eller annen versjon av Samhold (${applied.name}). Bruk den versjonen den er tatt med, eller en nyere.`,
      );
    await client.query(found.sql);
    await client.query('insert into schema_migration (name, hash) values ($1, $2)', [found.name, found.hash]);
  }
};

type Loaded = { readonly manifest: Manifest; readonly tables: readonly TableHash[] };

/** Everything between the header and the end, into tables that are there and empty. */
const load = async (
  client: Client,
  entries: AsyncIterable<Entry>,
  tables: readonly CopiedTable[],
  { keyring }: RestoreOptions,
): Promise<Loaded> => {
  const loaded: TableHash[] = [];
  let current: { readonly name: string; readonly copy: CopyIn } | undefined;
  let written: string | undefined;
  let mac: string | undefined;
  const endTable = async (): Promise<void> => {
    if (current !== undefined) loaded.push(await current.copy.end());
    current = undefined;
  };
  for await (const entry of entries) {
    const [folder = '', name = ''] = entry.header.name.split('/');
    if (folder === 'data') {
      if (current?.name !== name) {
        await endTable();
        const table = tables.find((one) => one.name === name);
        if (table === undefined) throw new BackupFault(DAMAGED);
        current = { name, copy: copyIn(client, table) };
      }
      const { copy } = current;
      for await (const part of entry as AsyncIterable<Buffer>) await copy.write(part);
      continue;
    }
    await endTable();
    const body = await bodyOf(entry);
    if (folder === 'manifest.json') written = body;
    if (folder === 'manifest.mac') mac = body.trim();
  }
  if (written === undefined || mac !== signatureOf(keyring, written)) throw new BackupFault(DAMAGED);
  // Written by `writeBackup` with these keys, as its keyed hash just showed.
  return { manifest: JSON.parse(written) as Manifest, tables: loaded };
};

/** What does not hold of what was loaded, held against the manifest. */
const compare = ({ manifest, tables }: Loaded): boolean => {
  const found = new Map(tables.map((table) => [table.name, table]));
  return manifest.tables.every(({ name, rows, sha256 }) => {
    const table = found.get(name);
    return rows === 0 ? table === undefined : table?.rows === rows && table.sha256 === sha256;
  });
};

/** Throws unless the keys of every school open by the keyring: without them nobody's name can be read. */
const openEverySchool = async (client: Client, keyring: Keyring): Promise<void> => {
  const { rows } = await client.query<{ school_id: string; wrapped_key: Buffer }>(
    'select school_id, wrapped_key from school',
  );
  for (const { school_id, wrapped_key } of rows) {
    try {
      keyring.sealerFor(school_id, wrapped_key);
    } catch (error) {
      throw new BackupFault(
        `Nøkkelen til skolen ${school_id} åpnes ikke av secrets.json. Hent filen fra samme tid som sikkerhetskopien.`,
        { cause: error },
      );
    }
  }
};

const restoreInto = async (
  client: Client,
  entries: AsyncIterator<Entry>,
  options: RestoreOptions,
): Promise<Manifest> => {
  const first = await entries.next();
  if (first.done === true || first.value.header.name !== 'header.json') throw new BackupFault(DAMAGED);
  // Whoever can encrypt to the key can write this; the manifest's keyed hash comes last, before anything is kept.
  const header = JSON.parse(await bodyOf(first.value)) as Header;
  checkHeader(header, options);
  await makeSchema(client, header, options.migrations);
  await client.query(SAME_TEXT);
  const tables = await copiedTables(client);
  // A migration may bring rows of its own, which the backup has as they were.
  await client.query(`truncate ${tables.map(({ name }) => client.escapeIdentifier(name)).join(', ')}`);
  await liftWalls(client, tables, 'no force');
  const loaded = await load(client, { [Symbol.asyncIterator]: () => entries }, tables, options);
  if (!compare(loaded)) throw new BackupFault(DAMAGED);
  if (JSON.stringify(await chainHeads(client)) !== JSON.stringify(loaded.manifest.chains))
    throw new BackupFault(DAMAGED);
  await openEverySchool(client, options.keyring);
  await liftWalls(client, tables, 'force');
  return loaded.manifest;
};

/**
 * Restores a backup into an empty database, in one transaction: all of it or nothing. `url` is the login that owns the
 * tables. Throws a BackupFault when the database is not empty, when the backup is damaged, cut, forged or of a newer
 * version, and when the keys do not match. Returns the manifest.
 */
export const restoreBackup = async (
  url: string,
  file: string,
  options: RestoreOptions,
): Promise<Manifest> => {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('begin');
    if (!(await isEmpty(client)))
      throw new BackupFault(
        'Databasen er ikke tom, og en sikkerhetskopi hentes bare inn i en tom. Flytt den gamle bort først.',
      );
    const clear = await decrypted(createReadStream(file), options.identities, options.keyring);
    const archive = extract();
    const reading = pipeline(clear, createGunzip(), archive);
    const entries = archive[Symbol.asyncIterator]();
    try {
      const [restored] = await Promise.all([restoreInto(client, entries, options), reading]);
      await client.query('commit');
      return restored;
    } catch (error) {
      archive.destroy();
      await reading.catch(() => undefined);
      throw error instanceof BackupFault ? error : new BackupFault(DAMAGED, { cause: error });
    }
  } finally {
    // What was not committed never happened.
    await client.end();
  }
};
