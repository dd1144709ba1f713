import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { freePort } from '../start/free-port.ts';
import { ownEnvironment } from '../start/own-environment.ts';
import type { Bench } from './bench.ts';

const root = resolve(import.meta.dirname, '../..');
const READY = 'Samhold er klar';

/** Seconds from `npm start` until it says it is ready; it is stopped again, in order. */
const secondsToReady = async (folder: string): Promise<number> => {
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
    return await seconds;
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
    const clone = join(folder, 'samhold');
    try {
      execFileSync('git', ['clone', '--quiet', root, clone]);
      const cold = await secondsToReady(clone);
      const warm = await secondsToReady(clone);
      return {
        figures: [
          { what: 'npm start in a clean clone', measured: `${cold.toFixed(1)} s` },
          { what: 'npm start again', measured: `${warm.toFixed(1)} s` },
        ],
        notes: [
          'Until the line that says it is ready, with the demo school. The clone is of the last commit; packages that the npm and pnpm caches of this machine hold are not fetched again.',
        ],
        sentence: `From a clean clone the application is ready after ${cold.toFixed(1)} s, and started again after ${warm.toFixed(1)} s.`,
      };
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};
