import { fork, type ChildProcess } from 'node:child_process';
import { resolve } from 'node:path';

const repository = resolve(import.meta.dirname, '../../..');

export type Product = { readonly origin: string; readonly stop: () => Promise<void> };

const originFrom = (server: ChildProcess): Promise<string> =>
  new Promise((settle, reject) => {
    server.once('message', (message: { readonly origin: string }) => settle(message.origin));
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`The product did not start (exit code ${code}).`)));
  });

/** Starts the product with a fresh demo school in a process of its own, its data in `directory` of the repository. */
export async function startProduct(directory: string): Promise<Product> {
  const server = fork('scripts/demo-server.ts', [directory], {
    cwd: repository,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    execArgv: [],
  });
  return {
    origin: await originFrom(server),
    stop: () =>
      new Promise((settle) => {
        server.once('exit', () => settle());
        server.disconnect();
      }),
  };
}
