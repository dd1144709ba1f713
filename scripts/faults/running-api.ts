import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { keyringOf, readOrMakeSecrets } from '../../apps/api/src/secrets.ts';
import type { Keyring } from '../../packages/db/src/index.ts';
import { startProgram, type Program } from '../rolling/program.ts';
import { freePort } from '../start/free-port.ts';
import { within } from './deadline.ts';
import type { OwnServer } from './own-server.ts';

export type RunningApi = {
  readonly port: number;
  readonly keyring: Keyring;
  /** Starts it, and does not wait for it. */
  readonly start: () => void;
  /** Settles when it says that it takes requests. */
  readonly ready: () => Promise<void>;
  /** The status it answers with; 0 when it does not answer. */
  readonly statusOf: (path: string) => Promise<number>;
  readonly kill: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

const DEADLINE_MS = 60_000;

/** The api as an operator starts it, in a process of its own, on a port that stays the same; to be started. */
export const openRunningApi = async ({ folder, urls }: OwnServer): Promise<RunningApi> => {
  const directory = join(folder, 'installation');
  mkdirSync(directory, { mode: 0o700 });
  const keyring = keyringOf(readOrMakeSecrets(join(directory, 'secrets.json')));
  const port = await freePort();
  const settings = {
    DATABASE_SERVE_URL: urls.serve,
    DATA_DIRECTORY: directory,
    HOST: '127.0.0.1',
    PORT: String(port),
  };
  let program: Program | undefined;
  return {
    port,
    keyring,
    start: () => {
      program = startProgram('serve', settings);
    },
    ready: () => within(DEADLINE_MS, 'an api that takes requests', program?.ready ?? Promise.resolve()),
    statusOf: async (path) => {
      const signal = AbortSignal.timeout(DEADLINE_MS);
      const url = `http://127.0.0.1:${port}/api/v1${path}`;
      return fetch(url, { signal }).then(
        ({ status }) => status,
        () => 0,
      );
    },
    kill: async () => within(DEADLINE_MS, 'the end of a killed api', program?.kill() ?? Promise.resolve()),
    stop: async () =>
      void (await within(DEADLINE_MS, 'the stop of the api', program?.stop() ?? Promise.resolve(0))),
  };
};
