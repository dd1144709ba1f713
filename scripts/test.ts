import { resolve } from 'node:path';
import type { Outcome } from './test/outcome.ts';
import { endCommands } from './test/run-command.ts';
import { runningSteps } from './test/running-steps.ts';
import { staticSteps } from './test/static-steps.ts';
import type { Step } from './test/step.ts';

const root = resolve(import.meta.dirname, '..');
const wanted = process.argv.slice(2);
const outcomes: Outcome[] = [];

const lastLines = (text: string, count: number): string =>
  text.trimEnd().split('\n').slice(-count).join('\n');

const runStep = async (step: Step): Promise<void> => {
  const begun = performance.now();
  const outcome = await step
    .run()
    .catch((error: unknown): Outcome => ({ passed: 0, failed: 1, skipped: 0, output: String(error) }));
  outcomes.push(outcome);
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  const skipped = outcome.skipped > 0 ? `, ${outcome.skipped} skipped` : '';
  console.log(`${step.name}: ${outcome.passed} passed, ${outcome.failed} failed${skipped} (${seconds} s)`);
  if (outcome.failed > 0) console.log(lastLines(outcome.output, 200));
};

/** Runs the steps in order, `lanes` of them at a time. */
const runAll = async (steps: readonly Step[], lanes: number): Promise<void> => {
  const waiting = steps.values();
  await Promise.all(
    Array.from({ length: lanes }, async () => {
      for (const step of waiting) await runStep(step);
    }),
  );
};

/** A step is named wholly or by its first word: `types` is every check of types. */
const isWanted = ({ name }: Step): boolean =>
  wanted.length === 0 || wanted.includes(name) || wanted.includes(name.split(' ')[0] ?? name);

const endOnSignal = (): void => {
  endCommands();
  process.exit(130);
};
process.on('SIGINT', endOnSignal);
process.on('SIGTERM', endOnSignal);
process.on('disconnect', endOnSignal);
process.channel?.unref();

await runAll(staticSteps(root).filter(isWanted), 2);
await runAll(runningSteps(root).filter(isWanted), 1);

const sum = (key: 'passed' | 'failed'): number =>
  outcomes.reduce((total, outcome) => total + outcome[key], 0);
if (outcomes.length === 0) console.log(`No step is named ${wanted.join(' ')}.`);
console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
process.exit(sum('failed') > 0 || outcomes.length === 0 ? 1 : 0);
