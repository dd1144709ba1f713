import { randomBytes } from 'node:crypto';
import { cpSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { createTestDatabase, startTestServer } from '../packages/db/src/index.ts';
import { buildWeb, webDirectory } from './build-web.ts';

const root = resolve(import.meta.dirname, '..');

export type DemoServer = { readonly origin: string; readonly stop: () => Promise<void> };

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, 'localhost', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });

/**
 * The whole product with a fresh demo school, on a free port of this machine and with its own database server in
 * `directory`, a path in the repository. A running `npm start` is left alone.
 */
export const startDemoServer = async (directory: string): Promise<DemoServer> => {
  const log = (line: string): void => console.log(line);
  await buildWeb(log);
  // A copy, so that building again meanwhile changes nothing here.
  const web = join(root, directory, 'web');
  rmSync(web, { recursive: true, force: true });
  cpSync(webDirectory, web, { recursive: true });
  const databases = await startTestServer(`${directory}/postgres`);
  try {
    const database = await createTestDatabase(databases.superuserUrl);
    const { serve } = await import('../apps/api/src/serve.ts');
    const port = await freePort();
    const origin = `http://localhost:${port}`;
    const server = await serve({
      databaseUrl: database.serve,
      masterKey: randomBytes(32),
      port,
      publicUrl: origin,
      webDirectory: web,
      demo: true,
      log,
    });
    const stop = async (): Promise<void> => {
      await server.close();
      await databases.stop();
    };
    return { origin, stop };
  } catch (error) {
    await databases.stop();
    throw error;
  }
};

const runForParent = async (directory: string): Promise<void> => {
  const starting = startDemoServer(directory);
  let ending: Promise<void> | undefined;
  const end = (): void => {
    ending ??= starting
      .then((server) => server.stop())
      .catch(() => undefined)
      .then(() => process.exit(0));
  };
  // Closed by the parent when it is done, and by the system when the parent was killed.
  process.once('disconnect', end);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
  const { origin } = await starting;
  process.send?.({ origin });
};

if (import.meta.main) await runForParent(process.argv[2] ?? '.data/demo-server');
