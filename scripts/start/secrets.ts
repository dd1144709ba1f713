import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const names = ['superuser', 'migration', 'serve', 'backup', 'masterKey'] as const;

/** Passwords of the database roles, and the master key (32 bytes, base64) that wraps the keys of the schools. */
export type Secrets = Readonly<Record<(typeof names)[number], string>>;

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
    chmodSync(file, 0o600);
    return found;
  }
  const secrets = newSecrets();
  mkdirSync(dirname(file), { recursive: true });
  // Written beside and renamed, so that an interrupted start leaves no half file.
  writeFileSync(`${file}.new`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return secrets;
};
