import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { printScore } from './mutation/print-score.ts';
import { trySample } from './mutation/try-sample.ts';

/**
 * Mutation testing of `packages/analysis`, folder by folder: `npm run mutation -- chance signals`, or all. Works on a
 * copy, since the mutants are put into the code itself. With `--sample 160` so many mutants of each folder are tried, drawn
 * at random, for folders whose tests take long; `--draw 2` draws others, and `--runs 5` tries at most five cases of each
 * property.
 */
const root = fileURLToPath(new URL('../', import.meta.url));
const place = join(root, '.data/mutation');
const copy = join(place, 'main');

const run = (
  program: string,
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
) =>
  spawnSync(program, args, {
    cwd,
    env: { ...process.env, ...env },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });

function freshCopy(): void {
  rmSync(copy, { recursive: true, force: true });
  const helpers = ['scripts/test', 'scripts/mutation'];
  const listed = ['ls-files', '--cached', '--others', '--exclude-standard'];
  const { stdout } = run('git', [...listed, 'packages/analysis', 'docs/methods', ...helpers, '*.json'], root);
  for (const file of stdout.split('\n').filter((name) => name !== '' && existsSync(join(root, name)))) {
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    cpSync(join(root, file), join(copy, file));
  }
  for (const modules of ['node_modules', 'packages/analysis/node_modules'])
    symlinkSync(join(root, modules), join(copy, modules));
  const shared = join(root, '../shared');
  if (existsSync(shared) && !existsSync(join(place, 'shared'))) symlinkSync(shared, join(place, 'shared'));
}

const everyFolder = [
  'chance',
  'disclosure',
  'wellbeing',
  'reliability',
  'networks',
  'status',
  'signals',
  'simulation',
  'layout',
  'drawing',
  'groups',
  'seating',
  'grade',
];
const {
  values: { sample, runs, draw },
  positionals: wanted,
} = parseArgs({
  allowPositionals: true,
  options: {
    sample: { type: 'string' },
    runs: { type: 'string' },
    draw: { type: 'string', default: '1' },
  },
});
const unknown = wanted.find((folder) => !everyFolder.includes(folder));
if (unknown !== undefined) {
  console.error(
    `There is no folder "${unknown}" in packages/analysis/src. There are: ${everyFolder.join(', ')}.`,
  );
  process.exit(2);
}
for (const folder of wanted.length === 0 ? everyFolder : wanted) {
  freshCopy();
  const analysis = join(copy, 'packages/analysis');
  if (sample !== undefined) {
    await trySample(analysis, folder, { count: Number(sample), draw, runs });
    continue;
  }
  const mutated = ['*.ts', '!*.test.ts', '!*.fixture.ts', '!index.ts'].map((pattern) =>
    pattern.startsWith('!') ? `!src/${folder}/**/${pattern.slice(1)}` : `src/${folder}/**/${pattern}`,
  );
  const { status, stdout } = run(
    join(analysis, 'node_modules/.bin/stryker'),
    ['run', '--mutate', mutated.join(',')],
    analysis,
    { MUTATED: folder },
  );
  if (status !== 0) {
    console.error(stdout);
    process.exitCode = 1;
    continue;
  }
  cpSync(join(analysis, 'reports/mutation/mutation.json'), join(place, `${folder}.json`));
  printScore(folder, join(place, `${folder}.json`));
}
