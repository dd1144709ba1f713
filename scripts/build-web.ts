import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const web = join(root, 'apps/web');
const stampFile = join(root, '.data/web-build.hash');

const sources = [
  'pnpm-lock.yaml',
  'apps/web/package.json',
  'apps/web/pupil-page.ts',
  'apps/web/vite.config.ts',
  'apps/web/pupil-page.ts',
  'apps/web/tsconfig.json',
  'apps/web/static',
  'apps/web/src',
  'packages/analysis/src',
  'packages/contract/src',
  'packages/survey/src',
];

const filesIn = (path: string): readonly string[] => {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .map((name) => join(path, name))
    .filter((file) => !file.includes('.test.') && statSync(file).isFile())
    .sort();
};

const sourceHash = (): string => {
  const hash = createHash('sha256');
  for (const file of sources.flatMap((path) => filesIn(join(root, path)))) {
    hash.update(file.slice(root.length)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
};

const runVite = (): Promise<{ readonly code: number; readonly output: string }> =>
  new Promise((settle, reject) => {
    const child = spawn(process.execPath, ['node_modules/vite/bin/vite.js', 'build'], {
      cwd: web,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const endWithUs = (): void => void child.kill();
    process.once('exit', endWithUs);
    let output = '';
    const keep = (chunk: Buffer): void => {
      output += chunk.toString();
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.once('error', reject);
    child.once('close', (code) => {
      process.off('exit', endWithUs);
      settle({ code: code ?? 1, output });
    });
  });

/** The folder of the built web. */
export const webDirectory = join(web, 'build');

/** Builds the web when its sources changed since the last build. Throws with the builder's words when that fails. */
export const buildWeb = async (log: (line: string) => void): Promise<void> => {
  if (!existsSync(join(web, 'src'))) return log('Nettsidene finnes ikke ennå.');
  const wanted = sourceHash();
  const current = existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wanted;
  if (current && existsSync(join(webDirectory, '_app'))) return;
  log('Bygger nettsidene …');
  rmSync(stampFile, { force: true });
  const { code, output } = await runVite();
  if (code !== 0) throw new Error(`Nettsidene kunne ikke bygges:\n${output}`);
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, wanted);
};

if (import.meta.main) await buildWeb((line) => console.log(line));
