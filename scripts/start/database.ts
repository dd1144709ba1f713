import { resolve } from 'node:path';
import {
  prepareGivenDatabase,
  prepareServer,
  readMigrations,
  startEmbeddedServer,
  type DatabaseUrls,
} from '../../packages/db/src/index.ts';
import type { Config } from '../../apps/api/src/config.ts';
import { otherStarts } from './running.ts';
import { keyringOf, type Secrets } from '../../apps/api/src/secrets.ts';
import { upgrade } from '../../apps/api/src/running/upgrade.ts';

export type StartedDatabase = {
  readonly migrationUrl: string;
  readonly serveUrl: string;
  readonly backupUrl: string;
  /** Of the embedded server only. */
  readonly superuserUrl?: string;
  readonly stop: () => Promise<void>;
};

type GivenDatabase = NonNullable<Config['database']>;
export type Places = { readonly root: string; readonly data: string };

export type OpenedServer = Pick<StartedDatabase, 'superuserUrl' | 'stop'> & { readonly urls: DatabaseUrls };

const hasCode = (error: unknown, code: string): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === code;

const embedded = async (
  { data }: Places,
  secrets: Secrets,
  log: (line: string) => void,
): Promise<OpenedServer> => {
  log('Starter databasen …');
  const server = await startEmbeddedServer({
    directory: resolve(data, 'postgres'),
    superuserPassword: secrets.superuser,
  });
  const stop = async (): Promise<void> => {
    // Another start from this folder, on another port, uses the same database.
    if (!otherStarts(data)) await server.stop();
  };
  const superuserUrl = `postgresql://postgres:${secrets.superuser}@${server.host}:${server.port}/postgres`;
  try {
    const urls = await prepareServer(superuserUrl, 'samhold', secrets);
    return { urls, superuserUrl: superuserUrl.replace(/postgres$/, 'samhold'), stop };
  } catch (error) {
    await stop();
    if (!hasCode(error, '28P01')) throw error;
    throw new Error(`Databasen hører ikke til ${data}/secrets.json. Hent filen fra sikkerhetskopien.`, {
      cause: error,
    });
  }
};

const given = async (
  { url, serveUrl, backupUrl = url }: GivenDatabase,
  secrets: Secrets,
): Promise<OpenedServer> => {
  const stop = (): Promise<void> => Promise.resolve();
  const made =
    serveUrl === undefined
      ? await prepareGivenDatabase(url, secrets.serve)
      : { migration: url, serve: serveUrl };
  return { urls: { ...made, backup: backupUrl }, stop };
};

/** The database of the operator's own, or else the embedded one, as it is. */
export const openServer = (
  places: Places,
  own: GivenDatabase | undefined,
  secrets: Secrets,
  log: (line: string) => void,
): Promise<OpenedServer> => (own === undefined ? embedded(places, secrets, log) : given(own, secrets));

/** The database of the operator's own, or else the embedded one, of this version. Nothing runs on after a throw. */
export const startDatabase = async (
  places: Places,
  own: GivenDatabase | undefined,
  secrets: Secrets,
  log: (line: string) => void,
): Promise<StartedDatabase> => {
  const { urls, ...kept } = await openServer(places, own, secrets, log);
  try {
    const migrations = readMigrations(resolve(places.root, 'migrations'));
    await upgrade(urls, { data: places.data, keyring: keyringOf(secrets), migrations, log });
  } catch (error) {
    await kept.stop();
    throw error;
  }
  return { ...kept, migrationUrl: urls.migration, serveUrl: urls.serve, backupUrl: urls.backup };
};
