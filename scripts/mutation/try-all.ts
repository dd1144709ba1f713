import { spawnSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { place } from './fresh-copy.ts';
import { printScore } from './print-score.ts';

/** Stryker is a dependency of the analysis package; any other workspace borrows it. */
const owner = fileURLToPath(new URL('../../packages/analysis/', import.meta.url));
const runner = createRequire(owner).resolve('@stryker-mutator/vitest-runner');

/** Tries every mutant of some files in a copied workspace, and prints those that no test found. */
export function tryAll(
  workspace: string,
  name: string,
  mutated: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): void {
  const { status, stdout } = spawnSync(
    join(owner, 'node_modules/.bin/stryker'),
    ['run', '--mutate', mutated.join(','), '--plugins', runner],
    {
      cwd: workspace,
      env: { ...process.env, ...environment },
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  if (status !== 0) {
    console.error(stdout);
    process.exitCode = 1;
    return;
  }
  cpSync(join(workspace, 'reports/mutation/mutation.json'), join(place, `${name}.json`));
  printScore(name, join(place, `${name}.json`));
}
