import { join } from 'node:path';
import { givenServeUrl } from '@samhold/db';
import { backupSettings } from './backups/take-due.ts';
import {
  knownMigrations,
  migrateInstallation,
  readInstallation,
  readSecrets,
  webDirectory,
} from './running/installation.ts';
import { openInternalServer } from './running/internal-server.ts';
import { openMetrics } from './running/metrics.ts';
import { giveBackMemory } from './running/give-back-memory.ts';
import { keepForgettingCopies } from './running/upgrade.ts';
import { keyringOf } from './secrets.ts';
import { serve } from './serve.ts';
import { work } from './work.ts';

const USAGE = `Bruk: node apps/api/src/main.ts <kommando>

  migrate   lager eller oppdaterer databasen, og nøklene første gang
  serve     svarer nettlesere
  work      gjør jobber: åpner og lukker runder, sender e-post
  both      begge deler i én prosess`;

type Command = 'serve' | 'work' | 'both';
type Running = { readonly ready: () => Promise<boolean>; readonly close: () => Promise<void> };

const log = (line: string): void => console.log(line);
const ending = new AbortController();

/** Starts the command and waits for the end of the process to be asked for. */
const run = async (command: Command): Promise<void> => {
  const installation = readInstallation({ servesOnly: true });
  const secrets = readSecrets(installation);
  const { database, internal } = installation;
  const metrics = internal === undefined ? undefined : openMetrics();
  const held: { running?: Running } = {};
  const internalServer =
    internal === undefined || metrics === undefined
      ? undefined
      : await openInternalServer({
          ...internal,
          metrics,
          ready: () => held.running?.ready() ?? Promise.resolve(false),
        });
  const common = {
    databaseUrl: database.serveUrl ?? givenServeUrl(database.url, secrets.serve),
    keyring: keyringOf(secrets),
    publicUrl: installation.publicUrl,
    mail: installation.mail,
    backups: backupSettings(installation.backups, database.backupUrl ?? database.url, knownMigrations()),
    logHeadsDirectory: join(installation.data, 'log-heads'),
    migrations: knownMigrations(),
    metrics,
    signal: ending.signal,
    drainSeconds: installation.drainSeconds,
    graceSeconds: installation.graceSeconds,
    log,
  };
  keepForgettingCopies(installation.data);
  const ended = new Promise<void>((resolve) => {
    ending.signal.addEventListener('abort', () => resolve());
  });
  const running =
    command === 'work'
      ? await work(common)
      : await serve({
          ...common,
          port: installation.port,
          host: installation.host,
          tls: installation.tls,
          trustProxy: installation.trustProxy,
          securityContact: installation.securityContact,
          webDirectory,
          demo: false,
          addsJobsOnly: command === 'serve',
        });
  held.running = running;
  log(`Samhold er klar: ${command === 'work' ? 'gjør jobber' : installation.publicUrl}`);
  giveBackMemory();
  await ended;
  log('Stopper …');
  await running.close();
  await internalServer?.close();
};

const describe = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message} (${describe(error.cause)})` : error.message;
};

const commands: Readonly<Record<string, () => Promise<void>>> = {
  migrate: () => migrateInstallation(log),
  serve: () => run('serve'),
  work: () => run('work'),
  both: () => run('both'),
};

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => ending.abort());
const command = commands[process.argv[2] ?? ''];
if (command === undefined) {
  console.error(USAGE);
  process.exit(2);
}
await command().catch((error: unknown) => {
  if (ending.signal.aborted) return;
  console.error(`Samhold kunne ikke starte. ${describe(error)}`);
  process.exit(1);
});
process.exit(0);
