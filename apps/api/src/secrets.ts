import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { createKeyring, type Keyring } from '@samhold/db';

const names = ['superuser', 'migration', 'serve', 'backup', 'masterKey'] as const;

/**
 * Passwords of the database roles, and the master key that wraps the keys of the schools; while it is being replaced also
 * the one before, and from then on the key of look-up hashes. Keys are 32 bytes in base64.
 */
export type Secrets = Readonly<Record<(typeof names)[number], string>> & {
  readonly previousMasterKey?: string;
  readonly lookupKey?: string;
};

const newSecrets = (): Secrets => {
  const password = (): string => randomBytes(24).toString('base64url');
  return {
    superuser: password(),
    migration: password(),
    serve: password(),
    backup: password(),
    masterKey: randomBytes(32).toString('base64'),
  };
};

const isComplete = (value: unknown): value is Secrets =>
  typeof value === 'object' &&
  value !== null &&
  names.every((name) => name in value && typeof (value as Record<string, unknown>)[name] === 'string'); // just seen to be an object

/** A file mounted read-only has the rights that whoever mounted it chose. */
const closeToOthers = (file: string): void => {
  if ((statSync(file).mode & 0o077) === 0) return;
  try {
    chmodSync(file, 0o600);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code !== 'EROFS' && code !== 'EPERM') throw error;
  }
};

/**
 * Reads the installation's secrets, or makes them when the file is missing. Throws on a damaged file: new secrets would
 * lock the names of every pupil away for good.
 */
export const readOrMakeSecrets = (file: string): Secrets => {
  if (existsSync(file)) {
    let found: unknown;
    try {
      found = JSON.parse(readFileSync(file, 'utf8'));
    } catch {
      found = undefined;
    }
    if (!isComplete(found)) throw new Error(`${file} er ødelagt. Hent filen fra sikkerhetskopien.`);
    closeToOthers(file);
    return found;
  }
  const secrets = newSecrets();
  writeSecrets(file, secrets);
  return secrets;
};

/** Written beside and renamed, so that an interruption leaves no half file. */
export const writeSecrets = (file: string, secrets: Secrets): void => {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
};

/** The keyring these secrets make. */
export const keyringOf = ({ masterKey, previousMasterKey, lookupKey }: Secrets): Keyring =>
  createKeyring(Buffer.from(masterKey, 'base64'), {
    previous: previousMasterKey === undefined ? [] : [Buffer.from(previousMasterKey, 'base64')],
    lookupKey: lookupKey === undefined ? undefined : Buffer.from(lookupKey, 'base64'),
  });
