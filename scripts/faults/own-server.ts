import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { embeddedHome } from '../../packages/db/src/embedded-binaries.ts';
import {
  askAsSuperuser,
  migrate,
  prepareServer,
  readMigrations,
  startEmbeddedServer,
  type DatabaseUrls,
} from '../../packages/db/src/index.ts';
import { childrenOf, isRunning } from '../bench/processes.ts';
import { freePort } from '../start/free-port.ts';
import { until, within } from './deadline.ts';

export type OwnServer = {
  readonly urls: DatabaseUrls;
  /** Where its files lie. */
  readonly files: string;
  /** A folder beside them, which the account it runs as may enter. */
  readonly folder: string;
  /** Runs statements as the superuser, past every wall: in the database of the product, or in another. */
  readonly ask: <Row = unknown>(sql: string, database?: string) => Promise<readonly Row[]>;
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
  /** Kills all its processes at once (SIGKILL). */
  readonly kill: () => Promise<void>;
  /** Stops it, moves its write-ahead log to another folder, and starts it. */
  readonly moveLog: (to: string) => Promise<void>;
  /** The lines it has written since it was made. */
  readonly said: () => string;
  /** Stops it and deletes all that is in it. */
  readonly remove: () => Promise<void>;
};

const DEADLINE_MS = 60_000;
const root = resolve(import.meta.dirname, '../..');
const superuserPassword = 'faults-superuser';
const passwords = { migration: 'faults-migration', serve: 'faults-serve', backup: 'faults-backup' };

const killAll = (pids: readonly number[]): void => {
  for (const pid of pids)
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It ended by itself.
    }
};

/**
 * A PostgreSQL of its own with a migrated database, on a port that stays the same when it is started again. Every commit is on
 * disk, as in an installation.
 */
export const openOwnServer = async (settings: readonly string[] = []): Promise<OwnServer> => {
  const folder = mkdtempSync(join(tmpdir(), 'samhold-faults-'));
  // The server may run as an account of its own.
  chmodSync(folder, 0o755);
  const directory = join(folder, 'postgres');
  const files = embeddedHome(directory).directory;
  const port = await freePort();
  const begin = () => startEmbeddedServer({ directory, superuserPassword, port, settings });
  const urlOf = (database: string): string =>
    `postgresql://postgres:${superuserPassword}@127.0.0.1:${port}/${database}`;
  const running = { server: await within(DEADLINE_MS, 'the first start of the database', begin()) };
  const start = async (): Promise<void> => {
    running.server = await within(DEADLINE_MS, 'the start of the database', begin());
  };
  const stop = (): Promise<void> => within(DEADLINE_MS, 'the stop of the database', running.server.stop());
  const urls = await prepareServer(urlOf('postgres'), 'samhold', passwords);
  await migrate(urls.migration, readMigrations(join(root, 'migrations')));
  return {
    urls,
    files,
    folder,
    ask: (sql, database = 'samhold') => within(DEADLINE_MS, sql, askAsSuperuser(urlOf(database), sql)),
    start,
    stop,
    kill: async () => {
      const first = Number(readFileSync(join(files, 'postmaster.pid'), 'utf8').split('\n')[0]);
      const all = [first, ...childrenOf(first)];
      killAll(all);
      await until(DEADLINE_MS, 'the end of a killed database', () => !all.some(isRunning));
      // A killed process that nobody has reaped counts as a server that runs, and the next start would take it over.
      rmSync(join(files, 'postmaster.pid'), { force: true });
    },
    moveLog: async (to) => {
      const log = join(files, 'pg_wal');
      await stop();
      // With whom each file belongs to: the server may run as an account of its own.
      execFileSync('cp', ['-a', `${log}/.`, to]);
      rmSync(log, { recursive: true });
      symlinkSync(to, log);
      await start();
    },
    said: () => readFileSync(join(files, 'server.log'), 'utf8'),
    remove: async () => {
      await stop();
      for (const place of [files, folder]) rmSync(place, { recursive: true, force: true });
    },
  };
};
