import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readConfig, type Config } from '../../apps/api/src/config.ts';
import { openDatabase, type Database, type Keyring } from '../../packages/db/src/index.ts';
import { startDatabase } from '../start/database.ts';
import { forgetRunning, noteRunning, noteStopping, otherStops } from '../start/running.ts';
import { keyringOf, readOrMakeSecrets, type Secrets } from '../../apps/api/src/secrets.ts';

/** The product's folder, and the one with its data. */
export type Places = { readonly root: string; readonly data: string };

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const INTERRUPTED = 130;

/** The product may be stopping its database this moment; noted as running, this process keeps it up from then on. */
const joinRunning = async (data: string): Promise<void> => {
  for (let waits = 0; waits < 400 && otherStops(data); waits += 1)
    await new Promise((resolve) => setTimeout(resolve, 100));
  noteRunning(data);
};

const isDisturbed = (error: unknown): boolean =>
  error instanceof Error &&
  (error.message.includes('tuple concurrently updated') || isDisturbed(error.cause));

type Stoppable = { readonly stop: () => Promise<void> };
type Start<S> = (
  places: Places,
  own: Config['database'],
  secrets: Secrets,
  log: (line: string) => void,
) => Promise<S>;

/** Another start or command may be preparing the database's roles at the same moment: then it is done once more. */
const undisturbed = async <S>(start: () => Promise<S>, tries = 10): Promise<S> => {
  try {
    return await start();
  } catch (error) {
    if (tries <= 1 || !isDisturbed(error)) throw error;
    await new Promise((resolve) => setTimeout(resolve, 20 + Math.random() * 80));
    return undisturbed(start, tries - 1);
  }
};

/** The folder with the installation's data and the file with its keys: where the settings say, or else the usual. */
export const placesOf = (usual: Places): { readonly data: string; readonly secretsFile: string } => {
  const { dataDirectory, secretsFile } = readConfig();
  const data = resolve(dataDirectory ?? usual.data);
  return { data, secretsFile: resolve(secretsFile ?? join(data, 'secrets.json')) };
};

/** What `withServer` hands over: what was started, by which secrets, and where the data lies. */
export type Lent<S> = { readonly started: S; readonly secrets: Secrets; readonly data: string };

/**
 * Starts the installation's database by `start`, beside a server that is running or alone, and lends it to `work`. When
 * nobody else uses it afterwards it is stopped, also when the process is told to end; what is not committed by then
 * never happened.
 */
export const withServer = async <S extends Stoppable, T>(
  usual: Places,
  start: Start<S>,
  work: (lent: Lent<S>) => Promise<T>,
): Promise<T> => {
  const { database: own } = readConfig();
  const { data, secretsFile } = placesOf(usual);
  const places = { root: usual.root, data };
  if (!existsSync(secretsFile)) throw new Error('Samhold er ikke satt opp her ennå. Kjør npm start først.');
  await joinRunning(places.data);
  let stopping: Promise<void> | undefined;
  let interrupted = false;
  const starting = Promise.resolve().then(async () => {
    const secrets = readOrMakeSecrets(secretsFile);
    const begin = () => start(places, own, secrets, () => undefined);
    return { secrets, server: await undisturbed(begin) };
  });
  const stopOnce = async (): Promise<void> => {
    noteStopping(places.data);
    const started = await starting.catch(() => undefined);
    await started?.server.stop();
    forgetRunning(places.data);
  };
  const stop = (): Promise<void> => (stopping ??= stopOnce());
  const interrupt = (): void => {
    interrupted = true;
    void stop().finally(() => process.exit(INTERRUPTED));
  };
  for (const signal of signals) process.on(signal, interrupt);
  // The process that started this one was killed.
  process.on('disconnect', interrupt);
  process.channel?.unref();
  try {
    const { secrets, server } = await starting;
    return await work({ started: server, secrets, data: places.data });
  } finally {
    await stop();
    // The process is just about to end; what failed because of that is not worth telling.
    if (interrupted) await new Promise(() => undefined);
    for (const signal of signals) process.off(signal, interrupt);
    process.off('disconnect', interrupt);
  }
};

/** Lends the installation's database, brought up to this version, to `work`. */
export const withDatabase = <T>(
  usual: Places,
  work: (db: Database, keyring: Keyring, migrationUrl: string) => Promise<T>,
): Promise<T> =>
  withServer(usual, startDatabase, async ({ started, secrets }) => {
    const keyring = keyringOf(secrets);
    const db = openDatabase(started.serveUrl, keyring, 2);
    return work(db, keyring, started.migrationUrl).finally(() => db.close());
  });
