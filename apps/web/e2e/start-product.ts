import { fork, type ChildProcess } from 'node:child_process';
import { resolve } from 'node:path';

const repository = resolve(import.meta.dirname, '../../..');

type FeideOrder = { readonly realm: string; readonly twoFactors: boolean };
type Order = { readonly setNow?: string; readonly runDueWork?: true; readonly setFeide?: FeideOrder };
type Done = { readonly id: number; readonly fault?: string };

/** A product in a process of its own: `started` is what it said of itself. */
export type ProductProcess<Started> = {
  readonly started: Started;
  readonly order: (what: Order) => Promise<void>;
  /** All it has written to its log. */
  readonly log: () => string;
  readonly stop: () => Promise<void>;
};

export type Product = {
  readonly origin: string;
  /** Moves the product's clock, which goes on from there. */
  readonly setNow: (now: Date) => Promise<void>;
  readonly log: () => string;
  readonly stop: () => Promise<void>;
};

const isDone = (message: object): message is Done => 'id' in message;

const startedBy = <Started>(server: ChildProcess): Promise<Started> =>
  new Promise((settle, reject) => {
    server.once('message', (message) => settle(message as Started));
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`The product did not start (exit code ${code}).`)));
  });

/** Starts `scripts/demo-server.ts` with its data in `directory` of the repository. */
export async function startProcess<Started>(
  directory: string,
  ...choices: readonly string[]
): Promise<ProductProcess<Started>> {
  const server = fork('scripts/demo-server.ts', [directory, ...choices], {
    cwd: repository,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    execArgv: [],
  });
  let written = '';
  for (const stream of [server.stdout, server.stderr])
    stream?.on('data', (chunk: Buffer) => {
      written += chunk.toString();
      process.stdout.write(chunk);
    });
  const started = await startedBy<Started>(server);
  let orders = 0;
  const order = (what: Order): Promise<void> =>
    new Promise((settle, reject) => {
      const id = (orders += 1);
      const listen = (message: object): void => {
        if (!isDone(message) || message.id !== id) return;
        server.off('message', listen);
        if (message.fault === undefined) settle();
        else reject(new Error(message.fault));
      };
      server.on('message', listen);
      server.send({ id, ...what });
    });
  const stop = (): Promise<void> =>
    new Promise((settle) => {
      server.once('exit', () => settle());
      server.disconnect();
    });
  return { started, order, log: () => written, stop };
}

/** Starts the product with a fresh demo school, or as `choices` say. */
export async function startProduct(directory: string, ...choices: readonly string[]): Promise<Product> {
  const { started, order, log, stop } = await startProcess<{ readonly origin: string }>(
    directory,
    ...choices,
  );
  return { ...started, setNow: (now) => order({ setNow: now.toISOString() }), log, stop };
}
