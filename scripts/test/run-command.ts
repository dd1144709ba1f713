import { spawn, type ChildProcess } from 'node:child_process';

export type CommandResult = { readonly code: number; readonly output: string };

export type Command = {
  readonly program: string;
  readonly args: readonly string[];
  readonly directory: string;
  readonly seconds: number;
  readonly env?: NodeJS.ProcessEnv;
};

const alive = new Set<ChildProcess>();

const endGroup = (child: ChildProcess, signal: NodeJS.Signals): void => {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch {
    child.kill(signal);
  }
};

/** Ends every command that still runs, with what it started. */
export const endCommands = (): void => {
  for (const child of alive) endGroup(child, 'SIGTERM');
};

/** Runs a program to its end or its time limit, in a process group of its own, keeping what it says. */
export const runCommand = ({ program, args, directory, seconds, env }: Command): Promise<CommandResult> =>
  new Promise((settle) => {
    const child = spawn(program, args, {
      cwd: directory,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
    });
    alive.add(child);
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
    const limit = setTimeout(() => {
      chunks.push(Buffer.from(`\nStopped: not finished after ${seconds} s.`));
      endGroup(child, 'SIGTERM');
      setTimeout(() => endGroup(child, 'SIGKILL'), 10_000).unref();
    }, seconds * 1000);
    const finish = (code: number): void => {
      clearTimeout(limit);
      alive.delete(child);
      settle({ code, output: Buffer.concat(chunks).toString() });
    };
    child.once('error', (error) => {
      chunks.push(Buffer.from(error.message));
      finish(1);
    });
    child.once('exit', (code) => {
      // A grandchild may hold the pipes open; what is left in them is read in a moment.
      setTimeout(() => finish(code ?? 1), 100);
    });
  });
