import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { analyse } from './command.ts';

const script = resolve(import.meta.dirname, '../analyse.ts');

export type Outcome = { readonly code: number | null; readonly out: string; readonly faults: string };

/** A folder of small files, and the command given in it. */
export function openFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'samhold-analyse-'));
  const write = (name: string, content: string | Uint8Array): void =>
    writeFileSync(join(folder, name), content);
  /** In this process, which is quicker. */
  const inProcess = async (...args: readonly string[]): Promise<Outcome> => {
    const written = { out: '', faults: '' };
    const code = await analyse(args, folder, {
      result: (text) => (written.out += `${text}\n`),
      note: (line) => (written.faults += `${line}\n`),
    });
    return { code, ...written };
  };
  return {
    write,
    analyse: inProcess,
    /** Describes the network of this file, f.csv. */
    network: (content: string | Uint8Array, ...args: readonly string[]): Promise<Outcome> => {
      write('f.csv', content);
      return inProcess('network', '--edges', 'f.csv', ...args);
    },
    /** The command as a process of its own. */
    run: (...args: readonly string[]): Promise<Outcome> => runIn(folder, args),
    remove: (): void => rmSync(folder, { recursive: true }),
  };
}

async function runIn(folder: string, args: readonly string[]): Promise<Outcome> {
  const { INIT_CWD: _, ...env } = process.env;
  const child = spawn(process.execPath, [script, ...args], {
    cwd: folder,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const text = { out: '', faults: '' };
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (text.out += chunk));
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (text.faults += chunk));
  const code = await new Promise<number | null>((settle) => child.once('close', settle));
  return { code, ...text };
}
