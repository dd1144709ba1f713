import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { wilson } from './wilson.ts';
import type { SampledMutant } from './sampled-mutants.ts';
import { sampledMutants } from './sampled-mutants.ts';

interface Sampling {
  readonly count: number;
  readonly draw: string;
  /** The most cases of a property; as in the tests when not said. */
  readonly runs: string | undefined;
}
type Outcome = 'failed' | 'passed' | 'went on';

/** Tests go on for ever when they take so many times what they take without a mutant, and 20 seconds. */
const patience = 5;

/**
 * Puts a random sample of a folder's mutants into the code, one at a time, runs the tests that reach the file, and prints
 * those that no test found, with the share found: first with the quick tests, and those not found then with all. For
 * folders whose tests take so long that all mutants, or the counting that Stryker adds to the code, would take days.
 * `analysis` is a copy: it is written in.
 */
export async function trySample(
  analysis: string,
  folder: string,
  { count, draw, runs }: Sampling,
): Promise<void> {
  const environment = { MUTATED: folder, ...(runs !== undefined && { PROPERTY_RUNS: runs }) };
  const quick = { ...environment, QUICK_TESTS: 'only' };
  const { all, sample } = await sampledMutants(analysis, filesOf(analysis, `src/${folder}`), count, draw);
  const by = (tests: typeof environment) => {
    const longest = unmutated(analysis, folder, tests);
    return (mutant: SampledMutant) => outcomeOf(analysis, mutant, tests, longest);
  };
  const left = tried(sample, by(quick));
  console.log(`${folder}: ${String(sample.length - left.passed.length)} found by quick tests`);
  const last = tried(left.passed, by(environment));
  for (const mutant of last.passed) console.log(asWritten(mutant, 'Survived'));
  const endless = [...left.endless, ...last.endless];
  for (const mutant of endless) console.log(asWritten(mutant, 'Endless'));
  const found = sample.length - last.passed.length;
  const [least, most] = wilson(found, sample.length);
  console.log(
    `${folder}: ${String(found)} of ${String(sample.length)} mutants found (${percent(found / sample.length)} %), ${String(endless.length)} of them by tests that went on for ever; a sample of ${String(all)}: ${percent(least)} to ${percent(most)} %`,
  );
}

/** How long tests may take, in milliseconds, by what they take without a mutant. */
function unmutated(analysis: string, folder: string, environment: Readonly<Record<string, string>>): number {
  const begun = performance.now();
  if (runTests(analysis, ['run'], environment) !== 'passed')
    throw new Error(`The tests of ${folder} fail without a mutant`);
  return Math.ceil(20_000 + patience * (performance.now() - begun));
}

function tried(
  mutants: readonly SampledMutant[],
  outcome: (mutant: SampledMutant) => Outcome,
): { readonly passed: readonly SampledMutant[]; readonly endless: readonly SampledMutant[] } {
  const passed: SampledMutant[] = [];
  const endless: SampledMutant[] = [];
  for (const [k, mutant] of mutants.entries()) {
    const how = outcome(mutant);
    if (how === 'passed') passed.push(mutant);
    if (how === 'went on') endless.push(mutant);
    if (how !== 'failed' || k % 10 === 9)
      console.error(`${String(k + 1)} tried: ${how} ${asWritten(mutant, '')}`);
  }
  return { passed, endless };
}

const percent = (share: number): string => (share * 100).toFixed(1);

const filesOf = (analysis: string, folder: string): string[] =>
  readdirSync(join(analysis, folder), { withFileTypes: true })
    .flatMap((entry) =>
      entry.isDirectory() ? filesOf(analysis, `${folder}/${entry.name}`) : [`${folder}/${entry.name}`],
    )
    .filter((file) => file.endsWith('.ts') && !/\.(?:test|fixture)\.ts$|\/index\.ts$/u.test(file))
    .toSorted();

function outcomeOf(
  analysis: string,
  { file, mutated }: SampledMutant,
  environment: Readonly<Record<string, string>>,
  longest: number,
): Outcome {
  const place = join(analysis, file);
  const whole = readFileSync(place, 'utf8');
  writeFileSync(place, mutated);
  try {
    return runTests(analysis, ['related', file, '--run'], environment, longest);
  } finally {
    writeFileSync(place, whole);
  }
}

function runTests(
  analysis: string,
  which: readonly string[],
  environment: Readonly<Record<string, string>>,
  longest?: number,
): Outcome {
  const args = [...which, '--bail', '1', '--passWithNoTests', '--config', 'vitest.mutation.config.ts'];
  const { status, signal } = spawnSync(join(analysis, 'node_modules/.bin/vitest'), args, {
    cwd: analysis,
    env: { ...process.env, ...environment },
    stdio: 'ignore',
    timeout: longest,
    killSignal: 'SIGKILL',
  });
  if (signal !== null) return 'went on';
  return status === 0 ? 'passed' : 'failed';
}

function asWritten({ file, line, mutator, original, replacement }: SampledMutant, outcome: string): string {
  const short = (text: string) => text.replaceAll(/\s+/gu, ' ').slice(0, 60);
  return `${file}:${String(line)} ${outcome} ${mutator}: ${short(original)} → ${short(replacement)}`;
}
