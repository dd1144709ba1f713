import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { oneCheck } from './outcome.ts';
import { runCommand } from './run-command.ts';
import type { Step } from './step.ts';

const check = (
  root: string,
  name: string,
  program: string,
  args: readonly string[],
  directory = root,
): Step => ({
  name,
  run: async () => {
    const { code, output } = await runCommand({ program, args, directory, seconds: 600 });
    return oneCheck(code, output);
  },
});

/** The compiler of its own, which takes a fourth of the time; eslint and svelte-check still need the one before it. */
const tsc = 'node_modules/typescript-native/bin/tsc';

const typeChecks = (root: string): readonly Step[] =>
  [
    'packages/*/tsconfig.json',
    'packages/*/tsconfig.test.json',
    'apps/api/tsconfig.json',
    'scripts/tsconfig.json',
  ]
    .flatMap((pattern) => globSync(pattern, { cwd: root }).sort())
    .map((project) => check(root, `types ${project}`, process.execPath, [tsc, '-p', project]));

const svelteCheck = (root: string): Step => ({
  name: 'svelte-check',
  run: async () => {
    const web = { directory: join(root, 'apps/web'), seconds: 600 };
    const bin = join(web.directory, 'node_modules/.bin');
    const sync = await runCommand({ ...web, program: join(bin, 'svelte-kit'), args: ['sync'] });
    if (sync.code !== 0) return oneCheck(sync.code, sync.output);
    const checked = await runCommand({
      ...web,
      program: join(bin, 'svelte-check'),
      args: [
        '--tsconfig',
        './tsconfig.json',
        '--output',
        'human',
        '--threshold',
        'warning',
        '--fail-on-warnings',
      ],
    });
    return oneCheck(checked.code, checked.output);
  },
});

/** The checks that run nothing of ours. None depends on another. */
export const staticSteps = (root: string): readonly Step[] => [
  check(root, 'eslint', 'eslint', ['.', '--max-warnings=0']),
  check(root, 'prettier', 'prettier', ['--check', '--log-level=warn', '.']),
  ...(existsSync(join(root, 'apps/web/src')) ? [svelteCheck(root)] : []),
  ...typeChecks(root),
  check(root, 'depcruise', 'depcruise', [
    '--config',
    '.dependency-cruiser.cjs',
    'packages',
    'apps',
    'scripts',
  ]),
  check(root, 'knip', 'knip', ['--no-progress']),
  check(root, 'licences', process.execPath, ['scripts/sbom.ts']),
  check(root, 'squawk', 'squawk', globSync('migrations/*.sql', { cwd: root }).sort()),
];
