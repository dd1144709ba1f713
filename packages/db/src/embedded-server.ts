import { spawn } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { embeddedHome, type EmbeddedHome } from './embedded-binaries.ts';

export type EmbeddedServer = {
  readonly host: '127.0.0.1';
  readonly port: number;
  /** Ends open connections, writes a checkpoint and stops. */
  readonly stop: () => Promise<void>;
};

export type EmbeddedServerOptions = {
  readonly directory: string;
  readonly superuserPassword: string;
  /** False only for tests: no fsync. */
  readonly durable?: boolean;
  /** A free one when left out. */
  readonly port?: number;
  /** More settings of the server, as `name=value`. */
  readonly settings?: readonly string[];
};

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === 'object' && address !== null
          ? resolve(address.port)
          : reject(new Error('no port')),
      );
    });
  });

const run = (home: EmbeddedHome, program: string, args: readonly string[]): Promise<number> =>
  new Promise((resolve, reject) => {
    // The database outlives a killed start and must not hear Ctrl-C before the server has finished with it.
    const child = spawn(join(home.binaries, program), args, {
      ...home.account,
      cwd: dirname(home.directory),
      stdio: 'ignore',
      env: { ...process.env, LC_ALL: 'C.UTF-8' },
      detached: true,
    });
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });

const initialise = async (home: EmbeddedHome, password: string): Promise<void> => {
  const unfinished = `${home.directory}.new`;
  const passwordFile = `${home.directory}.password`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true, mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (home.account.uid !== undefined && home.account.gid !== undefined) {
    chownSync(unfinished, home.account.uid, home.account.gid);
    chownSync(passwordFile, home.account.uid, home.account.gid);
  }
  try {
    const code = await run(home, 'initdb', [
      `--pgdata=${unfinished}`,
      '--username=postgres',
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--no-locale',
    ]);
    if (code !== 0) throw new Error(`The embedded PostgreSQL could not make its files in ${home.directory}.`);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(unfinished, home.directory);
};

/** It stands on the fourth line. */
const portOf = (directory: string): number =>
  Number(readFileSync(join(directory, 'postmaster.pid'), 'utf8').split('\n')[3]);

/**
 * Starts the packaged PostgreSQL on a free loopback port with its files in `directory`, making them first when they are
 * missing. A server that a killed start left running is taken over. Throws when it does not come up.
 */
export const startEmbeddedServer = async (options: EmbeddedServerOptions): Promise<EmbeddedServer> => {
  mkdirSync(dirname(options.directory), { recursive: true });
  const home = embeddedHome(options.directory);
  if (!existsSync(join(home.directory, 'PG_VERSION'))) await initialise(home, options.superuserPassword);
  const stop = async (): Promise<void> => {
    await run(home, 'pg_ctl', ['stop', '-D', home.directory, '-m', 'fast', '-w', '-t', '30']);
  };
  const control = ['-D', home.directory];
  if ((await run(home, 'pg_ctl', ['status', ...control])) === 0) {
    return { host: '127.0.0.1', port: portOf(home.directory), stop };
  }
  const port = options.port ?? (await freePort());
  const settings = [
    `-p ${port}`,
    '-c listen_addresses=127.0.0.1',
    "-c unix_socket_directories=''",
    '-c max_connections=100',
    '-c shared_buffers=128MB',
    ...(options.durable === false
      ? ['-c fsync=off', '-c synchronous_commit=off', '-c full_page_writes=off']
      : []),
    ...(options.settings ?? []).map((setting) => `-c ${setting}`),
  ];
  const log = join(home.directory, 'server.log');
  const started = await run(home, 'pg_ctl', [
    'start',
    ...control,
    '-w',
    '-t',
    '60',
    '-l',
    log,
    '-o',
    settings.join(' '),
  ]);
  if (started !== 0) {
    throw new Error(`The embedded PostgreSQL did not start; its own words are in ${log}.`);
  }
  return { host: '127.0.0.1', port, stop };
};
