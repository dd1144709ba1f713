import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { embeddedHome } from '../../packages/db/src/embedded-binaries.ts';
import { prepareServer, startEmbeddedServer, type DatabaseUrls } from '../../packages/db/src/index.ts';

/** A server of its own with an empty database, lent to `work` and deleted with all that is in it. */
export const withThrowAwayServer = async <T>(
  work: (urls: DatabaseUrls, superuserUrl: string) => Promise<T>,
): Promise<T> => {
  const folder = mkdtempSync(join(tmpdir(), 'samhold-drill-'));
  // The server may run as an account of its own.
  chmodSync(folder, 0o755);
  const directory = join(folder, 'postgres');
  const password = (): string => randomBytes(24).toString('base64url');
  try {
    const superuserPassword = password();
    const server = await startEmbeddedServer({ directory, superuserPassword, durable: false });
    try {
      const superuserUrl = `postgresql://postgres:${superuserPassword}@${server.host}:${server.port}/postgres`;
      const passwords = { migration: password(), serve: password(), backup: password() };
      return await work(await prepareServer(superuserUrl, 'samhold', passwords), superuserUrl);
    } finally {
      await server.stop();
    }
  } finally {
    for (const place of [embeddedHome(directory).directory, folder])
      rmSync(place, { recursive: true, force: true });
  }
};
