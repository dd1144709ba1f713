import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { countPlaywright, countVitest } from './count-tests.ts';
import { findHeadlessChromium } from './find-chromium.ts';
import { oneCheck } from './outcome.ts';
import { runCommand } from './run-command.ts';
import type { Step } from './step.ts';

const freshReport = (root: string, name: string): string => {
  const folder = join(root, '.data/test');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, name);
  rmSync(file, { force: true });
  return file;
};

const reportIn = (file: string): unknown =>
  existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;

const webBuild = (root: string): Step => ({
  name: 'web build',
  run: async () => {
    const build = {
      program: process.execPath,
      args: ['scripts/build-web.ts'],
      directory: root,
      seconds: 180,
    };
    const { code, output } = await runCommand(build);
    return oneCheck(code, output);
  },
});

const vitest = (root: string, project: 'unit' | 'integration'): Step => ({
  name: project,
  run: async () => {
    const file = freshReport(root, `${project}.json`);
    const { code, output } = await runCommand({
      program: 'vitest',
      args: [
        'run',
        '--project',
        project,
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${file}`,
      ],
      directory: root,
      seconds: 1800,
    });
    return countVitest(reportIn(file), code, output);
  },
});

const journeys = (root: string): Step => ({
  name: 'journeys',
  run: async () => {
    const directory = join(root, 'apps/web');
    if (!existsSync(join(directory, 'playwright.config.ts')))
      return oneCheck(1, 'apps/web/playwright.config.ts is missing.');
    const chromium = findHeadlessChromium();
    if (chromium === undefined)
      return oneCheck(1, 'No browser: install Chromium or Chrome, or set CHROMIUM_PATH.');
    const file = freshReport(root, 'journeys.json');
    const { code, output } = await runCommand({
      program: join(directory, 'node_modules/.bin/playwright'),
      args: ['test', '--reporter=list,json'],
      directory,
      seconds: 1800,
      env: { CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: file },
    });
    return countPlaywright(reportIn(file), code, output);
  },
});

/** The steps that run the product, each alone on the machine: they measure time and share the test database's folder. */
export const runningSteps = (root: string): readonly Step[] => [
  webBuild(root),
  vitest(root, 'unit'),
  vitest(root, 'integration'),
  journeys(root),
];
