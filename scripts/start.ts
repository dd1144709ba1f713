import { join, resolve } from 'node:path';
import { backupSettings } from '../apps/api/src/backups/take-due.ts';
import { readMigrations } from '../packages/db/src/index.ts';
import { readConfig } from '../apps/api/src/config.ts';
import { buildWeb, webDirectory } from './build-web.ts';
import { startDatabase } from './start/database.ts';
import { portIsFree } from './start/port-is-free.ts';
import { forgetRunning, noteRunning, noteStopping, otherStops } from './start/running.ts';
import { giveBackMemory } from '../apps/api/src/running/give-back-memory.ts';
import { keepForgettingCopies } from '../apps/api/src/running/upgrade.ts';
import { keyringOf, readOrMakeSecrets } from '../apps/api/src/secrets.ts';
import { whatWentWrong } from '../apps/api/src/running/what-went-wrong.ts';

const root = resolve(import.meta.dirname, '..');
/** Where the secrets and the embedded database lie. */
let data = join(root, '.data');
const log = (line: string): void => console.log(line);

/** What is to be stopped, in the order it was started. */
const running: (() => Promise<void>)[] = [];
/** A database half started cannot be stopped: the end waits for it. */
let databaseStarted: Promise<unknown> = Promise.resolve();
let ending: Promise<never> | undefined;

/** An open connection must not keep the database from being stopped in order. */
const atMost = (seconds: number, work: Promise<void>): Promise<void> =>
  Promise.race([work, new Promise<void>((resolve) => setTimeout(resolve, seconds * 1000))]);

const stopAll = async (code: number): Promise<never> => {
  let exitCode = code;
  noteStopping(data);
  await databaseStarted.catch(() => undefined);
  for (const stop of running.toReversed()) {
    await stop().catch((error: unknown) => {
      console.error(error);
      exitCode = 1;
    });
  }
  forgetRunning(data);
  process.exit(exitCode);
};

const end = (code: number): Promise<never> => {
  ending ??= stopAll(code);
  return ending;
};

const endOnSignal = (): void => {
  if (ending === undefined) log('Stopper …');
  void end(0);
};

/** Waits until `holds`, at most so long. Returns whether it came to hold. */
const waitUntil = async (seconds: number, holds: () => Promise<boolean>): Promise<boolean> => {
  const last = performance.now() + seconds * 1000;
  while (!(await holds())) {
    if (performance.now() > last || ending !== undefined) return false;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return true;
};

const start = async (): Promise<void> => {
  const config = readConfig();
  const { port, publicUrl } = config;
  if (config.dataDirectory !== undefined) data = resolve(config.dataDirectory);
  // Asked before anything starts, so that a second start leaves the first one's database alone. One that was just told
  // to stop gets the time it needs.
  if (!(await waitUntil(3, () => portIsFree(port)))) {
    throw new Error(
      `Port ${port} er opptatt. Stopp det som bruker den, eller velg en annen: PORT=3001 npm start`,
    );
  }
  const secrets = readOrMakeSecrets(join(data, 'secrets.json'));
  await waitUntil(40, () => Promise.resolve(!otherStops(data)));
  noteRunning(data);
  const starting = startDatabase({ root, data }, config.database, secrets, log);
  databaseStarted = starting.then((database) => running.push(database.stop));
  const database = await starting;
  keepForgettingCopies(data);
  if (ending === undefined) await buildWeb(log);
  if (ending !== undefined) return;
  const { serve } = await import('../apps/api/src/serve.ts');
  const server = await serve({
    databaseUrl: database.serveUrl,
    keyring: keyringOf(secrets),
    port,
    host: config.host,
    publicUrl,
    tls: config.tls,
    trustProxy: config.trustProxy,
    mail: config.mail,
    securityContact: config.securityContact,
    backups: backupSettings(config.backups, database.backupUrl, readMigrations(join(root, 'migrations'))),
    webDirectory,
    logHeadsDirectory: join(data, 'log-heads'),
    demo: !process.argv.includes('--empty'),
    log,
  });
  running.push(() => atMost(10, server.close()));
  log(`Samhold er klar: ${publicUrl}`);
  giveBackMemory();
};

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, endOnSignal);
// The process that started this one was killed.
process.on('disconnect', endOnSignal);
process.channel?.unref();
// Whoever read the output may be gone before the database is stopped.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

await start().catch((error: unknown) => {
  if (ending === undefined) console.error(`Samhold kunne ikke starte. ${whatWentWrong(error)}`);
  return end(1);
});
