import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { ownEnvironment } from '../start/own-environment.ts';

const root = resolve(import.meta.dirname, '../..');

export type Program = {
  /** What it has written. */
  readonly output: () => string;
  /** Settles when it says that it is ready. Rejects when it ends before. */
  readonly ready: Promise<void>;
  /** Asks it to stop, and answers how it ended. */
  readonly stop: () => Promise<number | null>;
  /** Ends it as a power cut does (SIGKILL). */
  readonly kill: () => Promise<void>;
};

/** The program as an operator starts it, in a process of its own. */
export const startProgram = (
  command: 'serve' | 'work',
  settings: Readonly<Record<string, string>>,
  directory = root,
): Program => {
  const child = spawn(process.execPath, [join(directory, 'apps/api/src/main.ts'), command], {
    cwd: directory,
    env: ownEnvironment(settings),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const ready = new Promise<void>((settle, reject) => {
    const keep = (chunk: Buffer): void => {
      output += chunk.toString();
      if (output.includes('Samhold er klar')) settle();
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.once('exit', (code) => reject(new Error(`${command} ended with ${code}: ${output}`)));
  });
  // Whoever waits for it hears of it.
  ready.catch(() => undefined);
  const hasEnded = (): boolean => child.exitCode !== null || child.signalCode !== null;
  return {
    output: () => output,
    ready,
    stop: async () => {
      if (hasEnded()) return child.exitCode;
      child.kill('SIGTERM');
      await once(child, 'exit');
      return child.exitCode;
    },
    kill: async () => {
      if (hasEnded()) return;
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
};
