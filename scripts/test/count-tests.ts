import { noOutcome, type Outcome } from './outcome.ts';

type Json = { readonly [key: string]: unknown };

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null;

const numberIn = (value: unknown, key: string): number => {
  const found = isJson(value) ? value[key] : undefined;
  return typeof found === 'number' ? found : 0;
};

const listIn = (value: Json, key: string): readonly Json[] => {
  const found = value[key];
  return Array.isArray(found) ? found.filter(isJson) : [];
};

/**
 * A runner that ended badly without a failed test failed at something else, and one that ran nothing tested nothing:
 * both count as one failure.
 */
const withoutSilence = (outcome: Outcome, code: number): Outcome => {
  if (outcome.failed > 0) return outcome;
  if (code !== 0) return { ...outcome, failed: 1 };
  if (outcome.passed === 0) return { ...outcome, failed: 1, output: `${outcome.output}\nNo test was run.` };
  return outcome;
};

/** Counts vitest's JSON report; a file that could not be loaded is one failure. */
export const countVitest = (report: unknown, code: number, output: string): Outcome => {
  if (!isJson(report)) return withoutSilence({ ...noOutcome, output }, code);
  const unloaded = listIn(report, 'testResults').filter(
    (file) =>
      file['status'] === 'failed' &&
      !listIn(file, 'assertionResults').some((test) => test['status'] === 'failed'),
  );
  const outcome = {
    passed: numberIn(report, 'numPassedTests'),
    failed: numberIn(report, 'numFailedTests') + unloaded.length,
    skipped: numberIn(report, 'numPendingTests') + numberIn(report, 'numTodoTests'),
    output,
  };
  return withoutSilence(outcome, code);
};

/** Counts Playwright's JSON report; a test that passed only when tried again counts as failed. */
export const countPlaywright = (report: unknown, code: number, output: string): Outcome => {
  const stats = isJson(report) ? report['stats'] : undefined;
  const outcome = {
    passed: numberIn(stats, 'expected'),
    failed: numberIn(stats, 'unexpected') + numberIn(stats, 'flaky'),
    skipped: numberIn(stats, 'skipped'),
    output,
  };
  return withoutSilence(outcome, code);
};
