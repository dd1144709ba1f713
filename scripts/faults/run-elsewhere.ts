import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { countVitest } from '../test/count-tests.ts';
import { runCommand } from '../test/run-command.ts';
import { count, type Outcome } from './fault.ts';

const root = resolve(import.meta.dirname, '../..');
const HOUR_SECONDS = 3_600;

const lastLines = (output: string): readonly string[] => output.trimEnd().split('\n').slice(-40);

/** Runs a command of the product that says in its last line what came of it. */
export const runScript = async (
  script: string,
  args: readonly string[],
): Promise<{ readonly said: string; readonly breaches: readonly string[] }> => {
  const { code, output } = await runCommand({
    ...{ program: process.execPath, args: [script, ...args], directory: root, seconds: HOUR_SECONDS },
  });
  const lines = lastLines(output);
  return { said: lines.at(-1) ?? '', breaches: code === 0 ? [] : lines };
};

/** Runs the tests in these folders and files, each against a database of its own on a server of their own. */
export const runTests = async (paths: readonly string[], notes: readonly string[]): Promise<Outcome> => {
  const folder = mkdtempSync(join(tmpdir(), 'samhold-fault-tests-'));
  const file = join(folder, 'report.json');
  try {
    const { code, output } = await runCommand({
      program: join(root, 'node_modules/.bin/vitest'),
      args: ['run', ...paths, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
      directory: root,
      seconds: HOUR_SECONDS,
      env: { TEST_POSTGRES_DIRECTORY: resolve(root, '.data/faults/postgres') },
    });
    const report: unknown = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
    const { passed, failed } = countVitest(report, code, output);
    return {
      figures: [
        { what: 'tests that hold, and that do not', measured: `${count(passed)} and ${count(failed)}` },
      ],
      breaches: failed === 0 && passed > 0 ? [] : lastLines(output),
      notes,
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
};
