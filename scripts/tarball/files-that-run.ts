import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';

/** What git does not keep, and what tests, measures and builds. */
const notRun =
  /^(testing|node_modules|\.data|\.svelte-kit|coverage|test-results|playwright-report|tsconfig.*|stryker.*|vitest.*)$|\.(test|fixture)\.ts$|\.(log|tsbuildinfo)$/;

/** What is copied whole, by its path in the repository. */
const whole = [
  'package.json',
  'pnpm-workspace.yaml',
  'pnpm-lock.yaml',
  'migrations',
  'apps/api',
  'apps/web/package.json',
  'packages',
  'deploy',
  'docs/operate',
];

/** What an operator runs beside the program, as `node scripts/<name>.ts`. */
export const operatorCommands = [
  'backup',
  'close-school',
  'create-school',
  'import-roster',
  'restore',
  'rotate-keys',
  'verify-log',
] as const;

/** The files in a folder of the repository, by their paths there; the path itself when it is a file. */
export const filesIn = (root: string, path: string): readonly string[] => {
  if (!statSync(join(root, path)).isDirectory()) return [path];
  return readdirSync(join(root, path))
    .filter((name) => !notRun.test(name))
    .flatMap((name) => filesIn(root, posix.join(path, name)));
};

/** The scripts that these come to by their imports, themselves included. */
const scriptsFrom = (root: string, files: readonly string[]): readonly string[] => {
  const found = new Set<string>();
  const visit = (file: string): void => {
    if (!file.startsWith('scripts/') || found.has(file)) return;
    found.add(file);
    for (const [, path = ''] of readFileSync(join(root, file), 'utf8').matchAll(/\bfrom '(\.[^']+)'/g))
      visit(posix.join(posix.dirname(file), path));
  };
  files.forEach(visit);
  return [...found];
};

/** What a running installation reads, but for the built pages. */
export const filesThatRun = (root: string): readonly string[] => [
  ...whole.flatMap((path) => filesIn(root, path)),
  ...scriptsFrom(
    root,
    operatorCommands.map((name) => `scripts/${name}.ts`),
  ),
];
