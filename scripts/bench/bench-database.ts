import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import { migrate, prepareServer, readMigrations, startEmbeddedServer } from '../../packages/db/src/index.ts';

const root = resolve(import.meta.dirname, '../..');
const passwords = { migration: 'bench-migration', serve: 'bench-serve', backup: 'bench-backup' };

export type BenchUrls = {
  readonly serveUrl: string;
  /** For what a baseline does outside the walls. */
  readonly superuserUrl: string;
};

/** A new database on an embedded server with the settings of an installation: every commit is on disk. */
export const openBenchDatabase = async (): Promise<BenchUrls & { readonly stop: () => Promise<void> }> => {
  const server = await startEmbeddedServer({
    directory: resolve(root, '.data/bench/postgres'),
    superuserPassword: 'bench-superuser',
  });
  try {
    const superuserUrl = `postgresql://postgres:bench-superuser@127.0.0.1:${server.port}/postgres`;
    const name = `bench_${randomUUID().replaceAll('-', '')}`;
    const urls = await prepareServer(superuserUrl, name, passwords);
    await migrate(urls.migration, readMigrations(resolve(root, 'migrations')));
    return {
      serveUrl: urls.serve,
      superuserUrl: superuserUrl.replace(/postgres$/, name),
      stop: server.stop,
    };
  } catch (error) {
    await server.stop();
    throw error;
  }
};
