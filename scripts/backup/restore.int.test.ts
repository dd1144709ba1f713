import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { logOpening } from '../../apps/api/src/access/log.ts';
import { openTestHouse, type TestHouse } from '../../apps/api/src/testing/test-house.ts';
import { addStaff, makeSchool } from '../../apps/api/src/testing/test-school.ts';
import {
  backUpInto,
  createKeyring,
  createTestDatabase,
  newBackupKey,
  readMigrations,
  restoreBackup,
  type TestDatabase,
} from '../../packages/db/src/index.ts';
import { drill } from './drill.ts';

const migrations = readMigrations(resolve(import.meta.dirname, '../../migrations'));
let house: TestHouse;
let folder: string;
let file: string;
let empty: TestDatabase;
let key: Awaited<ReturnType<typeof newBackupKey>>;

const now = (): Date => new Date('2026-11-30T02:30:00Z');
const given = () => ({ keyring: house.deps.keyring, migrations, identities: [key.identity], heads: [] });

beforeAll(async () => {
  house = await openTestHouse(inject('superuserUrl'));
  folder = mkdtempSync(join(tmpdir(), 'samhold-backup-'));
  empty = await createTestDatabase(inject('superuserUrl'), 'empty');
  key = await newBackupKey();
  const pupils = Array.from({ length: 40 }, (_, at) => `5A,5,Elev,Nummer ${at}\t\\N,p${at}`);
  const roster = `klasse,trinn,fornavn,etternavn,id\n${pupils.join('\n')}\n`;
  const school = await makeSchool(house, 'kept', roster);
  const staffId = await addStaff(house, school, 'leader of kept', [{ kind: 'leadership' }]);
  const actor = { schoolId: school.schoolId, staffId, relations: [] };
  const opening = { action: 'pupil.read', subjectKind: 'pupil', purpose: 'follow up the pupil' } as const;
  for (let at = 0; at < 5; at += 1)
    await house.deps.db.inScope(school, (tx) =>
      logOpening(tx, actor, house.deps.now(), { ...opening, subjectId: randomUUID() }),
    );
  const options = { keyring: house.deps.keyring, migrations, recipient: key.recipient, keptDays: 35, now };
  ({ file } = await backUpInto(folder, house.database.backup, options));
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await house.close();
  await empty.drop();
});

/** The backup with something done to its bytes. */
const damaged = (change: (bytes: Buffer) => Buffer): string => {
  const other = join(folder, 'damaged');
  writeFileSync(other, change(readFileSync(file)));
  return other;
};

test.each([
  ['one bit of it changed', (bytes: Buffer) => bytes.fill((bytes.at(9_000) ?? 0) ^ 1, 9_000, 9_001)],
  ['its last byte cut off', (bytes: Buffer) => bytes.subarray(0, -1)],
  ['half of it cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
  ['nothing in it', () => Buffer.alloc(0)],
])('a backup with %s is refused, and nothing of it is there', async (_what, change) => {
  await expect(restoreBackup(empty.migration, damaged(change), given())).rejects.toThrow(
    /skadet eller ikke hel|åpnes ikke/,
  );
  expect(await empty.ask(`select relname from pg_class where relnamespace = 'public'::regnamespace`)).toEqual(
    [],
  );
});

test('a backup is refused without its key, by other secrets, by an older version, and where something lies', async () => {
  const other = await newBackupKey();
  const tried: readonly [string, Partial<ReturnType<typeof given>>, string][] = [
    [empty.migration, { identities: [other.identity] }, 'en annen nøkkel'],
    [empty.migration, { identities: [] }, 'en annen nøkkel'],
    [empty.migration, { keyring: createKeyring(Buffer.alloc(32, 8)) }, 'andre nøkler enn dem i secrets.json'],
    [empty.migration, { migrations: migrations.slice(0, -1) }, 'nyere eller annen versjon'],
    [house.database.migration, {}, 'ikke tom'],
  ];
  for (const [url, wrong, told] of tried)
    await expect(restoreBackup(url, file, { ...given(), ...wrong })).rejects.toThrow(told);
});

test('a backup somebody else has encrypted to the same key is refused: the manifest is not signed by these keys', async () => {
  const { keyring } = house.deps;
  const forger = {
    ...keyring,
    lookupHash: (...parts: readonly string[]) =>
      parts[1] === 'manifest' ? Buffer.alloc(32) : keyring.lookupHash(...parts),
  };
  const options = { keyring: forger, migrations, recipient: key.recipient, keptDays: 35, now };
  const forged = await backUpInto(join(folder, 'forged'), house.database.backup, options);
  await expect(restoreBackup(empty.migration, forged.file, given())).rejects.toThrow('skadet eller ikke hel');
});

test('a login that cannot read past row-level security takes no backup and leaves no file', async () => {
  const place = join(folder, 'none');
  const options = { keyring: house.deps.keyring, migrations, keptDays: 1, now };
  await expect(backUpInto(place, house.database.serve, options)).rejects.toThrow('BYPASSRLS');
  expect(readdirSync(place).filter((name) => name.endsWith('.age'))).toEqual([]);
});

test('a backup older than it is to be kept is deleted with its hash, and the newest never', async () => {
  const place = join(folder, 'kept');
  const options = { keyring: house.deps.keyring, migrations, asOwner: true, keptDays: 35 };
  const days = ['2026-01-01', '2026-11-01', '2026-11-30'];
  const left: number[] = [];
  for (const day of days) {
    const at = (): Date => new Date(`${day}T02:30:00Z`);
    await backUpInto(place, house.database.migration, { ...options, now: at });
    left.push(readdirSync(place).length);
  }
  expect(left).toEqual([2, 2, 4]);
});

test('the drill: every row is back, the access log holds, and somebody signs in and reads the own name', async () => {
  const result = await drill(empty, file, given());
  expect({ ...result, manifest: undefined }).toEqual({
    ...{ manifest: undefined, differing: [], brokenLogs: [], schools: 1, signIn: 'signed in' },
  });
  expect(result.manifest.tables.find(({ name }) => name === 'pupil')?.rows).toBe(40);
  const walls = await empty.ask(
    `select count(*)::int as open from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
        and relrowsecurity and not relforcerowsecurity`,
  );
  expect(walls).toEqual([{ open: 0 }]);
  // The copy an upgrade makes needs no key but the installation's own, and leaves the walls as they were.
  const options = { keyring: house.deps.keyring, migrations, asOwner: true, keptDays: 35, now };
  const copy = await backUpInto(join(folder, 'own'), house.database.migration, options);
  const another = await createTestDatabase(inject('superuserUrl'), 'empty');
  const restored = await restoreBackup(another.migration, copy.file, { ...given(), identities: [] });
  expect(restored.tables).toEqual(copy.manifest.tables);
  await another.drop();
});
