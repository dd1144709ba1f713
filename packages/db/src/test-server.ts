import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { Client } from 'pg';
import { startEmbeddedServer } from './embedded-server.ts';
import { migrate, readMigrations } from './migrate.ts';
import { prepareServer, type DatabaseUrls } from './roles.ts';
import { inMemoryIfRoom } from './test-directory.ts';

export type TestDatabase = DatabaseUrls & {
  readonly name: string;
  readonly superuser: string;
  /** Runs statements in it as the superuser, past every wall. */
  readonly ask: <Row = unknown>(sql: string) => Promise<readonly Row[]>;
  readonly drop: () => Promise<void>;
};

export type TestServer = { readonly superuserUrl: string; readonly stop: () => Promise<void> };

const repository = resolve(import.meta.dirname, '../../..');
const passwords = { migration: 'test-migration', serve: 'test-serve', backup: 'test-backup' };
const TEMPLATE = 'samhold_template';

/** Two runs at the same time need a server each. */
const testDirectory = (): string => process.env['TEST_POSTGRES_DIRECTORY'] || '.data/test/postgres';

/**
 * The embedded server for tests, with a migrated template database and nothing else: databases left in `directory`, a
 * path in the repository, are dropped. Not durable, and in memory where there is room: for invented people only.
 */
export const startTestServer = async (
  directory = testDirectory(),
  settings: readonly string[] = [],
): Promise<TestServer> => {
  const asked = resolve(repository, directory);
  const home = inMemoryIfRoom(asked);
  const server = await startEmbeddedServer({
    directory: home,
    superuserPassword: 'test-superuser',
    durable: false,
    settings,
  });
  const superuserUrl = `postgresql://postgres:test-superuser@127.0.0.1:${server.port}/postgres`;
  const client = new Client({ connectionString: superuserUrl });
  await client.connect();
  const left = await client.query<{ datname: string }>(
    `select datname from pg_database where datname like 'samhold%'`,
  );
  for (const { datname } of left.rows)
    await client.query(`drop database ${client.escapeIdentifier(datname)} with (force)`);
  await client.end();
  const template = await prepareServer(superuserUrl, TEMPLATE, passwords);
  await migrate(template.migration, readMigrations(resolve(repository, 'migrations')));
  return {
    superuserUrl,
    stop: async () => {
      await server.stop();
      if (home !== asked) rmSync(home, { recursive: true, force: true });
    },
  };
};

/** Runs statements on a connection of their own, and returns the rows of the last. */
export const askAsSuperuser = async <Row>(url: string, sql: string): Promise<readonly Row[]> => {
  const client = new Client({ connectionString: url });
  // A connection that is lost fails what was asked on it.
  client.on('error', () => undefined);
  await client.connect();
  try {
    const result: unknown = await client.query(sql);
    const last: unknown = Array.isArray(result) ? result.at(-1) : result;
    // The driver gives an object with rows for each statement; the caller says what its own query returns.
    return (last as { readonly rows: readonly Row[] }).rows;
  } finally {
    await client.end();
  }
};

/** A copy of the migrated template for one test file, about 100 ms; one in which nothing was made; or a copy of one nobody uses. */
export const createTestDatabase = async (
  superuserUrl: string,
  of: 'migrated' | 'empty' | Pick<TestDatabase, 'name'> = 'migrated',
): Promise<TestDatabase> => {
  const template = of === 'migrated' ? TEMPLATE : of === 'empty' ? 'template0' : of.name;
  const name = `samhold_${randomUUID().replaceAll('-', '')}`;
  const asSuperuser = async (statement: string): Promise<void> => {
    const client = new Client({ connectionString: superuserUrl });
    await client.connect();
    await client.query(statement);
    await client.end();
  };
  await asSuperuser(`create database ${name} template ${template} owner samhold_migration`);
  const urlOf = (user: string, password: string): string => {
    const address = new URL(superuserUrl);
    address.pathname = `/${name}`;
    address.username = user;
    address.password = password;
    return address.href;
  };
  const superuser = urlOf('postgres', 'test-superuser');
  return {
    name,
    migration: urlOf('samhold_migration', passwords.migration),
    serve: urlOf('samhold_serve', passwords.serve),
    backup: urlOf('samhold_backup', passwords.backup),
    superuser,
    ask: (sql) => askAsSuperuser(superuser, sql),
    drop: () => asSuperuser(`drop database ${name} with (force)`),
  };
};
