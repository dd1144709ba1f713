import { fork, type ChildProcess } from 'node:child_process';
import { resolve } from 'node:path';

const repository = resolve(import.meta.dirname, '../../..');

const originFrom = (server: ChildProcess): Promise<string> =>
  new Promise((settle, reject) => {
    server.once('message', (message: { readonly origin: string }) => settle(message.origin));
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`The product did not start (exit code ${code}).`)));
  });

/** Starts the product in a process of its own for all journeys; the result stops it, also after failed ones. */
export default async function startProduct(): Promise<() => Promise<void>> {
  const server = fork('scripts/demo-server.ts', ['.data/journeys'], {
    cwd: repository,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    execArgv: [],
  });
  process.env['JOURNEYS_ORIGIN'] = await originFrom(server);
  return () =>
    new Promise((settle) => {
      server.once('exit', () => settle());
      server.disconnect();
    });
}
