import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { freePort } from '../start/free-port.ts';
import { ownEnvironment } from '../start/own-environment.ts';
import type { Bench } from './bench.ts';
import { memoryOf, startedWith, withChildren } from './processes.ts';
import { MiB } from './statistics.ts';

const root = resolve(import.meta.dirname, '../..');
const READY = 'Samhold er klar';

/** By then it has given back what starting took. */
const AT_REST_SECONDS = 60;

/** Memory in bytes of the program and of its database, with what they started, of those that run from the folder. */
const memoryIn = (folder: string): { readonly program: number; readonly database: number } => {
  const sumOf = (pids: readonly number[], counted: 'Rss' | 'Pss'): number =>
    pids.reduce((sum, pid) => sum + memoryOf(pid, counted), 0);
  const database = withChildren(
    startedWith(([binary = '']) => binary.startsWith(folder) && binary.endsWith('/bin/postgres')),
  );
  const program = startedWith(
    (words, worksIn) =>
      worksIn === folder && words.includes('scripts/start.ts') && !words.includes('scripts/with-node-24.mjs'),
  );
  if (program.length !== 1 || database.length < 2)
    throw new Error(`Found ${program.length} programs and ${database.length} processes of a database.`);
  return { program: sumOf(program, 'Rss'), database: sumOf(database, 'Pss') };
};

type Started = { readonly seconds: number; readonly memory: ReturnType<typeof memoryIn> | undefined };

/** Seconds from `npm start` until it says it is ready, and its memory a minute later if asked for; it is stopped again, in order. */
const startOnce = async (folder: string, atRest = false): Promise<Started> => {
  const port = await freePort();
  const begun = performance.now();
  const child = spawn('npm', ['start'], {
    cwd: folder,
    env: ownEnvironment({ PORT: String(port) }),
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const seconds = new Promise<number>((ready, failed) => {
    const listen = (chunk: Buffer): void => {
      output += chunk.toString();
      if (output.includes(READY)) ready((performance.now() - begun) / 1000);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('error', failed);
    child.once('exit', () => failed(new Error(`npm start ended: ${output.slice(-2000)}`)));
  });
  try {
    const measured = await seconds;
    if (!atRest) return { seconds: measured, memory: undefined };
    await new Promise((rested) => setTimeout(rested, AT_REST_SECONDS * 1_000));
    return { seconds: measured, memory: memoryIn(folder) };
  } finally {
    await new Promise<void>((ended) => {
      if (child.exitCode !== null || child.pid === undefined) return ended();
      child.once('close', () => ended());
      process.kill(-child.pid, 'SIGTERM');
    });
  }
};

export const start: Bench = {
  name: 'start',
  run: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'samhold-start-'));
    // Open to the account that PostgreSQL runs as when root starts it, as a folder of an ordinary user is.
    chmodSync(folder, 0o755);
    const clone = join(folder, 'samhold');
    try {
      execFileSync('git', ['clone', '--quiet', root, clone]);
      const { seconds: cold } = await startOnce(clone);
      const { seconds: warm, memory } = await startOnce(clone, true);
      const { program = 0, database = 0 } = memory ?? {};
      return {
        figures: [
          { what: 'npm start in a clean clone', measured: `${cold.toFixed(1)} s` },
          { what: 'npm start again', measured: `${warm.toFixed(1)} s` },
          {
            what: `memory at rest, ${AT_REST_SECONDS} s after: program and embedded PostgreSQL`,
            measured: `${MiB(program + database)} (${MiB(program)} and ${MiB(database)})`,
            aim: '≤ 250 MB',
            met: program + database <= 250e6,
          },
        ],
        notes: [
          'Until the line that says it is ready, with the demo school. The clone is of the last commit; packages that the npm and pnpm caches of this machine hold are not fetched again.',
          'Memory of one school with two years of rounds, nobody signed in; of the program all it holds (RSS), of the database what its processes share once (PSS).',
        ],
        sentence: `From a clean clone the application is ready after ${cold.toFixed(1)} s, and started again after ${warm.toFixed(1)} s; a minute later it takes ${MiB(program + database)}, its database included.`,
      };
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};
