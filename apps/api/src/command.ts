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
import { whatWentWrong } from './running/what-went-wrong.ts';

const USAGE = `Bruk: node apps/api/src/main.ts <kommando>

  migrate   lager eller oppdaterer databasen, og nøklene første gang
  serve     svarer nettlesere
  work      gjør jobber: åpner og lukker runder, sender e-post
  both      begge deler i én prosess`;

type Command = 'serve' | 'work' | 'both';
type Running = { readonly ready: () => Promise<boolean>; readonly close: () => Promise<void> };

const log = (line: string): void => console.log(line);

/** Starts the command and waits for the end of the process to be asked for. */
const run = async (command: Command, ending: AbortSignal): Promise<void> => {
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
    signal: ending,
    drainSeconds: installation.drainSeconds,
    graceSeconds: installation.graceSeconds,
    log,
  };
  keepForgettingCopies(installation.data);
  const ended = new Promise<void>((resolve) => {
    if (ending.aborted) resolve();
    ending.addEventListener('abort', () => resolve());
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

const commands: Readonly<Record<string, (ending: AbortSignal) => Promise<void>>> = {
  migrate: () => migrateInstallation(log),
  serve: (ending) => run('serve', ending),
  work: (ending) => run('work', ending),
  both: (ending) => run('both', ending),
};

/** Carries a command out, until its end is asked for. Returns the exit code. */
export const carryOut = async (name: string | undefined, ending: AbortSignal): Promise<number> => {
  const command = commands[name ?? ''];
  if (command === undefined) {
    console.error(USAGE);
    return 2;
  }
  try {
    await command(ending);
  } catch (error) {
    if (ending.aborted) return 0;
    console.error(`Samhold kunne ikke starte. ${whatWentWrong(error)}`);
    return 1;
  }
  return 0;
};
