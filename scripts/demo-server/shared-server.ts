import { randomBytes } from 'node:crypto';
import { createKeyring, createTestDatabase, startTestServer } from '../../packages/db/src/index.ts';
import { webDirectory } from '../build-web.ts';
import { freePort } from '../start/free-port.ts';
import type { SharedHome } from './test-home.ts';

/** Each product has up to 24 connections open. */
const SETTINGS = ['max_connections=300'];

export type SharedServer = SharedHome & { readonly stop: () => Promise<void> };

/**
 * A database server that products share, each in a database of its own, with one to copy in which the demo school has been made,
 * and what the clock owes it has been done. Lies in `directory`, a path in the repository.
 */
export const startSharedServer = async (directory: string): Promise<SharedServer> => {
  const { superuserUrl, stop } = await startTestServer(`${directory}/postgres`, SETTINGS);
  try {
    const database = await createTestDatabase(superuserUrl);
    const key = randomBytes(32);
    const { serve } = await import('../../apps/api/src/serve.ts');
    const port = await freePort();
    const server = await serve({
      databaseUrl: database.serve,
      keyring: createKeyring(key),
      port,
      publicUrl: `http://localhost:${port}`,
      webDirectory,
      demo: true,
      log: (line) => console.log(line),
    });
    await server.runDueWork();
    await server.close();
    return { superuserUrl, demo: database.name, key: key.toString('base64'), stop };
  } catch (error) {
    await stop();
    throw error;
  }
};
