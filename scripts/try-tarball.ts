import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createTestDatabase, startTestServer } from '../packages/db/src/index.ts';
import { isReady } from './rolling/balancer.ts';
import { startProgram } from './rolling/program.ts';
import { freePort } from './start/free-port.ts';
import { operatorCommands } from './tarball/files-that-run.ts';
import { runCommand } from './test/run-command.ts';

// Unpacks the newest tarball in an empty folder and runs it from there against a PostgreSQL: migrate, serve, work, stop.
const folder = resolve(import.meta.dirname, '../.data/tarball');
const file = readdirSync(folder)
  .filter((name) => name.endsWith('.tar.gz'))
  .sort()
  .at(-1);
if (file === undefined) throw new Error('There is no tarball. Make one: npm run tarball');

const expectThat = (what: string, holds: boolean): void => {
  console.log(`${holds ? 'ok' : 'FAILED'}: ${what}`);
  if (!holds) process.exitCode = 1;
};

const empty = mkdtempSync(join(tmpdir(), 'samhold-tarball-'));
const server = await startTestServer('.data/tarball-postgres');
try {
  await runCommand({ program: 'tar', args: ['-xzf', join(folder, file)], directory: empty, seconds: 120 });
  const [name = ''] = readdirSync(empty);
  const directory = join(empty, name);
  const [port, internal] = [await freePort(), await freePort()];
  const beside = await createTestDatabase(server.superuserUrl);
  const database = `samhold_tried_${Date.now()}`;
  await beside.ask(`create database ${database}`);
  const url = new URL(server.superuserUrl);
  url.pathname = `/${database}`;
  const settings = { DATA_DIRECTORY: join(empty, 'data'), DATABASE_URL: url.href };
  const runFile = (file: string, args: readonly string[], data = settings.DATA_DIRECTORY) =>
    runCommand({
      program: process.execPath,
      args: [join(directory, file), ...args],
      directory,
      seconds: 120,
      env: { ...settings, DATA_DIRECTORY: data },
    });
  const run = (command: string, data?: string) => runFile('apps/api/src/main.ts', [command], data);
  const early = await run('serve');
  expectThat('serve refuses without keys', early.code === 1 && early.output.includes('Kjør migrate først'));
  const migrated = await run('migrate');
  expectThat(`migrate: ${migrated.output.trim()}`, migrated.code === 0);
  const foreign = await run('migrate', join(empty, 'elsewhere'));
  expectThat('migrate makes no new keys for a database in use', foreign.code === 1);
  const serving = startProgram(
    'serve',
    { ...settings, PORT: String(port), METRICS_PORT: String(internal) },
    directory,
  );
  const working = startProgram('work', settings, directory);
  await Promise.all([serving.ready, working.ready]);
  expectThat('serve is ready', await isReady(port));
  const page = await fetch(`http://localhost:${port}/`);
  expectThat('the pages are there', page.ok && (await page.text()).includes('<!doctype html>'));
  const figures = await (await fetch(`http://127.0.0.1:${internal}/metrics`)).text();
  expectThat('the figures are there', figures.includes('samhold_request_seconds'));
  expectThat('serve ends in order', (await serving.stop()) === 0);
  expectThat('work ends in order', (await working.stop()) === 0);
  for (const name of operatorCommands) {
    const args = name === 'rotate-keys' ? [] : ['--help'];
    expectThat(`${name} is there`, (await runFile(`scripts/${name}.ts`, args)).code === 0);
  }
  expectThat(
    'the list of parts is there',
    readFileSync(join(directory, 'sbom.cdx.json'), 'utf8').includes('"fastify"'),
  );
} finally {
  await server.stop();
  rmSync(empty, { recursive: true });
}
