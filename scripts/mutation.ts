import { parseArgs } from 'node:util';
import { freshCopy } from './mutation/fresh-copy.ts';
import { tryAll } from './mutation/try-all.ts';
import { trySample } from './mutation/try-sample.ts';

/**
 * Mutation testing of `packages/analysis`, folder by folder: `npm run mutation -- chance signals`, or all; and of who may
 * what in the api: `npm run mutation -- policies`. Works on a copy, since the mutants are put into the code itself. With
 * `--sample 160` so many mutants of each folder are tried, drawn at random, for folders whose tests take long; `--draw 2`
 * draws others, and `--runs 5` tries at most five cases of each property.
 */
const policies = 'policies';
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
const unknown = wanted.find((folder) => folder !== policies && !everyFolder.includes(folder));
if (unknown !== undefined) {
  console.error(
    `There is no folder "${unknown}" in packages/analysis/src. There are: ${everyFolder.join(', ')}; and "${policies}" of the api.`,
  );
  process.exit(2);
}
for (const folder of wanted.length === 0 ? [...everyFolder, policies] : wanted) {
  if (folder === policies) {
    tryAll(freshCopy('apps/api', []), policies, ['src/**/policy.ts']);
    continue;
  }
  const analysis = freshCopy('packages/analysis', ['docs/methods']);
  if (sample !== undefined) {
    await trySample(analysis, folder, { count: Number(sample), draw, runs });
    continue;
  }
  const mutated = ['*.ts', '!*.test.ts', '!*.fixture.ts', '!index.ts'].map((pattern) =>
    pattern.startsWith('!') ? `!src/${folder}/**/${pattern.slice(1)}` : `src/${folder}/**/${pattern}`,
  );
  tryAll(analysis, folder, mutated, { MUTATED: folder });
}
