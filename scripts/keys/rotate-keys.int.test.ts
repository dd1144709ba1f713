import { existsSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { lookupKeyOf, openDatabase, type Keyring } from '../../packages/db/src/index.ts';
import {
  openInstallation,
  runNode,
  type Installation,
  type Outcome,
} from '../roster/installation.fixture.ts';
import { startDatabase } from '../start/database.ts';
import { forgetRunning, noteRunning } from '../start/running.ts';
import { keyringOf, readOrMakeSecrets, writeSecrets, type Secrets } from '../../apps/api/src/secrets.ts';

let installation: Installation;
let file: string;
let first: Secrets;
beforeAll(async () => {
  installation = await openInstallation();
  file = join(installation.places.data, 'secrets.json');
  first = readOrMakeSecrets(file);
});
afterAll(() => installation.remove());

const rotate = (settings: Readonly<Record<string, string>> = {}): Promise<Outcome> => {
  const module = JSON.stringify(new URL('rotate-keys.ts', import.meta.url).href);
  const text = `import { rotateKeysCommand } from ${module};
    process.exitCode = await rotateKeysCommand(${JSON.stringify(installation.places)}, console.log);`;
  return runNode(['--input-type=module', '-e', text], undefined, undefined, settings);
};

/** The given names of the school, opened by these keys. */
const readBy = async (keyring: Keyring): Promise<readonly string[]> => {
  const { places, schoolId } = installation;
  noteRunning(places.data);
  const database = await startDatabase(places, undefined, readOrMakeSecrets(file), () => undefined);
  const db = openDatabase(database.serveUrl, keyring, 2);
  try {
    return await db.inScope({ schoolId }, async (tx, open) => {
      const sealer = await open();
      const people = await tx
        .selectFrom('sealed_person')
        .select(['person_id', 'given_name'])
        .where('school_id', '=', schoolId)
        .execute();
      return people.map(({ person_id: row, given_name }) =>
        sealer.open(given_name, { table: 'sealed_person', column: 'given_name', row }),
      );
    });
  } finally {
    await db.close();
    forgetRunning(places.data);
    await database.stop();
  }
};

test('is refused while the product runs: it would go on with the old key', async () => {
  const { code, out } = await rotate();
  expect([code, out]).toEqual([1, expect.stringContaining('Samhold er i gang')]);
  expect(readOrMakeSecrets(file)).toEqual(first);
  await installation.stopProduct();
});

test('a rotation that ended half way leaves everything open, and the next run ends it', async () => {
  const half: Secrets = {
    ...first,
    masterKey: Buffer.alloc(32, 9).toString('base64'),
    previousMasterKey: first.masterKey,
    lookupKey: lookupKeyOf(Buffer.from(first.masterKey, 'base64')).toString('base64'),
  };
  writeSecrets(file, half);
  expect(await readBy(keyringOf(half))).toContain('Elev');
  expect((await rotate()).out).toContain('nøklene til 1 skoler er pakket om');
  const { previousMasterKey, ...kept } = half;
  expect(readOrMakeSecrets(file)).toEqual(kept);
  expect(previousMasterKey).toBe(first.masterKey);
});

test('from then on the new key alone opens, look-ups find what they found, and the file is nobody else’s', async () => {
  expect((await rotate()).code).toBe(0);
  const after = readOrMakeSecrets(file);
  expect(after.previousMasterKey).toBeUndefined();
  expect(after.masterKey).not.toBe(Buffer.alloc(32, 9).toString('base64'));
  expect(await readBy(keyringOf(after))).toContain('Elev');
  await expect(readBy(keyringOf(first))).rejects.toThrow();
  const hashed = (secrets: Secrets) => keyringOf(secrets).lookupHash('subject', 'test', 'ada');
  expect(hashed(after)).toEqual(hashed(first));
  expect(readFileSync(file, 'utf8')).not.toContain(first.masterKey);
  if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600);
});

test('the file with the keys may lie where SECRETS_FILE says', async () => {
  const before = readOrMakeSecrets(file);
  const elsewhere = join(installation.files, 'keys.json');
  renameSync(file, elsewhere);
  expect((await rotate({ SECRETS_FILE: elsewhere })).code).toBe(0);
  expect(existsSync(file)).toBe(false);
  renameSync(elsewhere, file);
  const after = readOrMakeSecrets(file);
  expect(after.masterKey).not.toBe(before.masterKey);
  expect(await readBy(keyringOf(after))).toContain('Elev');
});
