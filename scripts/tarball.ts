import { cpSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildWeb } from './build-web.ts';
import { stage } from './tarball/stage.ts';
import { runCommand } from './test/run-command.ts';

const root = resolve(import.meta.dirname, '..');
const log = (line: string): void => console.log(line);

/** `--to <folder>` leaves the files there unpacked, as the container image takes them. */
const to = process.argv[process.argv.indexOf('--to') + 1];
const unpacked = process.argv.includes('--to') && to !== undefined ? resolve(to) : undefined;

const run = async (program: string, args: readonly string[]): Promise<void> => {
  const { code, output } = await runCommand({ program, args, directory: root, seconds: 300 });
  if (code !== 0) throw new Error(output);
};

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }; // our own manifest
const name = `samhold-${version}`;
const folder = join(root, '.data/tarball');
const target = unpacked ?? join(folder, name);

await buildWeb(log);
await stage(root, target);
await run(process.execPath, ['scripts/sbom.ts']);
for (const list of ['sbom.cdx.json', 'licences.txt']) cpSync(join(root, '.data', list), join(target, list));
if (unpacked !== undefined) log(`Lagt ut i ${unpacked}`);
else {
  const file = join(folder, `${name}.tar.gz`);
  mkdirSync(folder, { recursive: true });
  await run('tar', ['--owner=0', '--group=0', '-czf', file, '-C', folder, name]);
  rmSync(target, { recursive: true });
  log(`${file} (${Math.round(statSync(file).size / 2 ** 20)} MiB). Prøv den: npm run try-tarball`);
}
