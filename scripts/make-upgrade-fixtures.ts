import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import {
  createTestDatabase,
  readMigrations,
  startTestServer,
  writeBackup,
} from '../packages/db/src/index.ts';
import { freePort } from './start/free-port.ts';
import { fixtureKey, fixtureKeyring, fixtureOf, released } from './upgrade/released.ts';
import { thinOut } from './upgrade/thin-out.ts';

const root = resolve(import.meta.dirname, '..');
/** Rows of a table that are kept, besides those that others refer to. */
const MOST = 6;

const run = (folder: string, program: string, args: readonly string[]): void => {
  const { status } = spawnSync(program, args, { cwd: folder, stdio: 'inherit' });
  if (status !== 0) throw new Error(`${program} ${args[0] ?? ''} ended with ${status}.`);
};

/** What the old version does by itself: migrate an empty database and fill it with its demo school. */
const fill = (urls: { readonly migration: string; readonly serve: string }, port: number): string => `
  import { createKeyring, migrate, readMigrations } from './packages/db/src/index.ts';
  const { serve } = await import('./apps/api/src/serve.ts');
  await migrate(${JSON.stringify(urls.migration)}, readMigrations('migrations'));
  const masterKey = Buffer.from('${fixtureKey.toString('base64')}', 'base64');
  const publicUrl = 'http://localhost:${port}';
  const served = await serve({ databaseUrl: ${JSON.stringify(urls.serve)}, masterKey, keyring: createKeyring(masterKey),
    port: ${port}, publicUrl, webDirectory: process.cwd(), demo: true, log: () => undefined });
  await served.close();
  process.exit(0);`;

const make = async (commit: string, superuserUrl: string): Promise<void> => {
  const old = join(mkdtempSync(join(tmpdir(), 'samhold-old-')), commit);
  const database = await createTestDatabase(superuserUrl, 'empty');
  try {
    run(root, 'git', ['worktree', 'add', '--detach', old, commit]);
    run(old, 'npx', [
      '--yes',
      'pnpm@12.21.0',
      'install',
      '--frozen-lockfile',
      '--prefer-offline',
      '--ignore-scripts',
    ]);
    run(old, process.execPath, ['--input-type=module', '-e', fill(database, await freePort())]);
    await thinOut(database, MOST);
    const options = { keyring: fixtureKeyring, migrations: readMigrations(join(old, 'migrations')) };
    const file = fixtureOf(commit);
    mkdirSync(dirname(file), { recursive: true });
    const { bytes } = await writeBackup(database.backup, file, { ...options, now: () => new Date() });
    console.log(`${commit}: ${bytes} bytes`);
  } finally {
    await database.drop();
    spawnSync('git', ['worktree', 'remove', '--force', old], { cwd: root });
    rmSync(dirname(old), { recursive: true, force: true });
  }
};

// Those that are there stay as they are: `node scripts/make-upgrade-fixtures.ts` adds what `released` names and lacks.
const server = await startTestServer('.data/fixtures/postgres');
for (const { commit } of released)
  if (!existsSync(fixtureOf(commit))) await make(commit, server.superuserUrl);
await server.stop();
