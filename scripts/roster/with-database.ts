import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readConfig, type Config } from '../../apps/api/src/config.ts';
import { openDatabase, type Database, type Keyring } from '../../packages/db/src/index.ts';
import { startDatabase, type StartedDatabase } from '../start/database.ts';
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

/** Another start or command may be preparing the database's roles at the same moment: then it is done once more. */
const startUndisturbed = async (
  places: Places,
  own: Config['database'],
  secrets: Secrets,
  tries = 10,
): Promise<StartedDatabase> => {
  try {
    return await startDatabase(places, own, secrets, () => undefined);
  } catch (error) {
    if (tries <= 1 || !isDisturbed(error)) throw error;
    await new Promise((resolve) => setTimeout(resolve, 20 + Math.random() * 80));
    return startUndisturbed(places, own, secrets, tries - 1);
  }
};

/**
 * Lends the installation's database to `work`, beside a server that is running or alone. When nobody else uses it
 * afterwards it is stopped, also when the process is told to end; what is not committed by then never happened.
 */
export const withDatabase = async <T>(
  usual: Places,
  work: (db: Database, keyring: Keyring, migrationUrl: string) => Promise<T>,
): Promise<T> => {
  const { database: own, dataDirectory } = readConfig();
  const places = { root: usual.root, data: resolve(dataDirectory ?? usual.data) };
  const secretsFile = join(places.data, 'secrets.json');
  if (!existsSync(secretsFile)) throw new Error('Samhold er ikke satt opp her ennå. Kjør npm start først.');
  await joinRunning(places.data);
  let stopping: Promise<void> | undefined;
  let interrupted = false;
  const starting = Promise.resolve().then(async () => {
    const secrets = readOrMakeSecrets(secretsFile);
    return { secrets, database: await startUndisturbed(places, own, secrets) };
  });
  const stopOnce = async (): Promise<void> => {
    noteStopping(places.data);
    const started = await starting.catch(() => undefined);
    await started?.database.stop();
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
    const { secrets, database } = await starting;
    const keyring = keyringOf(secrets);
    const db = openDatabase(database.serveUrl, keyring, 2);
    return await work(db, keyring, database.migrationUrl).finally(() => db.close());
  } finally {
    await stop();
    // The process is just about to end; what failed because of that is not worth telling.
    if (interrupted) await new Promise(() => undefined);
    for (const signal of signals) process.off(signal, interrupt);
    process.off('disconnect', interrupt);
  }
};
