import { createReadStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { readMigrations } from '../migrate.ts';
import { createKeyring } from '../sealing.ts';
import { createTestDatabase, type TestDatabase } from '../test-server.ts';
import { decrypted, encrypted, newBackupKey } from './encryption.ts';
import { restoreBackup } from './restore-backup.ts';
import { writeBackup } from './write-backup.ts';

const migrations = readMigrations(resolve(import.meta.dirname, '../../../../migrations'));
const keyring = createKeyring(Buffer.alloc(32, 7));
const folder = mkdtempSync(join(tmpdir(), 'samhold-altered-'));
let empty: TestDatabase;
let clear: Buffer;
let key: Awaited<ReturnType<typeof newBackupKey>>;

beforeAll(async () => {
  const full = await createTestDatabase(inject('superuserUrl'));
  empty = await createTestDatabase(inject('superuserUrl'), 'empty');
  key = await newBackupKey();
  const file = join(folder, 'whole');
  const options = { keyring, migrations, recipient: key.recipient, now: () => new Date() };
  await writeBackup(full.backup, file, options);
  await full.drop();
  clear = gunzipSync(await buffer(await decrypted(createReadStream(file), [key.identity], keyring)));
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await empty.drop();
});

/** Whoever has the private key opens the backup, puts one text in place of another, and encrypts it again. */
const restoreWith = async (from: string, to: string): Promise<unknown> => {
  const bytes = Buffer.from(clear);
  const at = bytes.lastIndexOf(from);
  expect(at).toBeGreaterThan(0);
  bytes.write(to, at);
  const file = join(folder, 'altered');
  const sealed = await encrypted(Readable.from([gzipSync(bytes)]), key.recipient, keyring);
  writeFileSync(file, await buffer(sealed));
  return restoreBackup(empty.migration, file, { keyring, migrations, identities: [key.identity] });
};

const aRow = (): string => {
  const member = clear.indexOf('data/year_entry_offered/');
  return clear.subarray(member + 512, member + 532).toString();
};

test.each([
  ['a row', () => aRow(), (text: string) => text.replace(/[a-z]/, 'Z')],
  ['a count of rows', () => '"rows": 0', () => '"rows": 1'],
  ['the time', () => '"madeAt": "20', () => '"madeAt": "19'],
  ['the name of a table', () => 'data/year_entry_offered/', () => 'data/year_entry_offereD/'],
  ['the end', () => 'manifest.mac', () => 'manifest.mad'],
])('a backup with %s altered by somebody who can open it is refused', async (_what, find, alter) => {
  await expect(restoreWith(find(), alter(find()))).rejects.toThrow('skadet eller ikke hel');
  expect(await empty.ask(`select 1 from pg_class where relnamespace = 'public'::regnamespace`)).toEqual([]);
});

test('untouched it is restored', async () => {
  await expect(restoreWith('"rows": 0', '"rows": 0')).resolves.toMatchObject({ format: 1, chains: [] });
});
