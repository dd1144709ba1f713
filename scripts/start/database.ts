import { resolve } from 'node:path';
import {
  migrate,
  prepareGivenDatabase,
  prepareServer,
  readMigrations,
  startEmbeddedServer,
} from '../../packages/db/src/index.ts';
import type { Config } from '../../apps/api/src/config.ts';
import { otherStarts } from './running.ts';
import type { Secrets } from '../../apps/api/src/secrets.ts';

export type StartedDatabase = {
  readonly migrationUrl: string;
  readonly serveUrl: string;
  /** Of the embedded server only. */
  readonly superuserUrl?: string;
  readonly stop: () => Promise<void>;
};

type GivenDatabase = NonNullable<Config['database']>;
type Places = { readonly root: string; readonly data: string };

type Prepared = Pick<StartedDatabase, 'superuserUrl' | 'stop'> & {
  readonly urls: { readonly migration: string; readonly serve: string };
};

const hasCode = (error: unknown, code: string): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === code;

const embedded = async (
  { data }: Places,
  secrets: Secrets,
  log: (line: string) => void,
): Promise<Prepared> => {
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

const given = async ({ url, serveUrl }: GivenDatabase, secrets: Secrets): Promise<Prepared> => {
  const stop = (): Promise<void> => Promise.resolve();
  if (serveUrl !== undefined) return { urls: { migration: url, serve: serveUrl }, stop };
  return { urls: await prepareGivenDatabase(url, secrets.serve), stop };
};

/** The database of the operator's own, or else the embedded one, with every migration applied. Nothing runs on after a throw. */
export const startDatabase = async (
  places: Places,
  own: GivenDatabase | undefined,
  secrets: Secrets,
  log: (line: string) => void,
): Promise<StartedDatabase> => {
  const { urls, ...kept } =
    own === undefined ? await embedded(places, secrets, log) : await given(own, secrets);
  try {
    const done = await migrate(urls.migration, readMigrations(resolve(places.root, 'migrations')));
    if (done.length > 0) log(`Databasen er oppdatert (${done.length} endringer).`);
  } catch (error) {
    await kept.stop();
    throw error;
  }
  return { ...kept, migrationUrl: urls.migration, serveUrl: urls.serve };
};
