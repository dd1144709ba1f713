import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isMigrated, prepareGivenDatabase, readMigrations, type Migration } from '@samhold/db';
import { readConfig, type Config } from '../config.ts';
import { keyringOf, readOrMakeSecrets, type Secrets } from '../secrets.ts';
import { upgrade } from './upgrade.ts';

/** The folder that holds the program: in the repository, and in what is unpacked from a release. */
const root = resolve(import.meta.dirname, '../../../..');
export const webDirectory = join(root, 'apps/web/build');
export const knownMigrations = (): readonly Migration[] => readMigrations(join(root, 'migrations'));

export type Installation = Config & {
  readonly database: NonNullable<Config['database']>;
  readonly data: string;
  readonly secretsPath: string;
};

/** The settings of an installation with a database of its own. Throws without one. */
export const readInstallation = (choice: { readonly servesOnly: boolean }): Installation => {
  const config = readConfig(process.env, choice);
  const { database } = config;
  if (database === undefined)
    throw new Error('DATABASE_URL mangler. Den innebygde databasen startes av npm start.');
  const data = resolve(config.dataDirectory ?? join(root, '.data'));
  return {
    ...config,
    database,
    data,
    secretsPath: resolve(config.secretsFile ?? join(data, 'secrets.json')),
  };
};

export const readSecrets = ({ secretsPath }: Installation): Secrets => {
  if (!existsSync(secretsPath))
    throw new Error(`${secretsPath} mangler. Kjør migrate først, og gi hver maskin den samme filen.`);
  return readOrMakeSecrets(secretsPath);
};

/** Makes the keys, the roles and the tables the first time, and later brings the tables up to this version. */
export const migrateInstallation = async (log: (line: string) => void): Promise<void> => {
  const { database, data, secretsPath } = readInstallation({ servesOnly: false });
  // New keys would open none of the names that are there.
  if (!existsSync(secretsPath) && (await isMigrated(database.url)))
    throw new Error(`${secretsPath} mangler, og databasen er i bruk. Hent filen fra sikkerhetskopien.`);
  const secrets = readOrMakeSecrets(secretsPath);
  if (database.serveUrl === undefined) await prepareGivenDatabase(database.url, secrets.serve);
  const urls = { migration: database.url, backup: database.backupUrl ?? database.url };
  await upgrade(urls, { data, keyring: keyringOf(secrets), migrations: knownMigrations(), log });
  log(`Databasen er av denne versjonen. Nøklene ligger i ${secretsPath}.`);
};
