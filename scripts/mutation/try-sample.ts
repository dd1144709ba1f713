import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { wilson } from './wilson.ts';
import type { SampledMutant } from './sampled-mutants.ts';
import { sampledMutants } from './sampled-mutants.ts';

interface Sampling {
  readonly count: number;
  /** The most cases of a property; as in the tests when not said. */
  readonly runs: string | undefined;
}

/** A mutant with which the tests go on for longer than this, in milliseconds, has been found. */
const longest = 240_000;

/**
 * Puts a random sample of a folder's mutants into the code, one at a time, runs the tests that reach the file, and prints
 * those that no test found, with the share found. For folders whose tests take so long that all mutants, or the counting
 * that Stryker adds to the code, would take days. `analysis` is a copy: it is written in.
 */
export async function trySample(analysis: string, folder: string, { count, runs }: Sampling): Promise<void> {
  if (failing(analysis, folder, ['run'], runs))
    throw new Error(`The tests of ${folder} fail without a mutant`);
  const { all, sample } = await sampledMutants(analysis, filesOf(analysis, `src/${folder}`), count);
  let found = 0;
  for (const [tried, mutant] of sample.entries()) {
    const gone = isFound(analysis, folder, mutant, runs);
    if (gone) found += 1;
    else console.log(asWritten(mutant));
    if (tried % 10 === 9) console.error(`${folder}: ${String(found)} of ${String(tried + 1)} found`);
  }
  const [least, most] = wilson(found, sample.length);
  console.log(
    `${folder}: ${String(found)} of ${String(sample.length)} mutants found (${percent(found / sample.length)} %), a sample of ${String(all)}: ${percent(least)} to ${percent(most)} %`,
  );
}

const percent = (share: number): string => (share * 100).toFixed(1);

const filesOf = (analysis: string, folder: string): string[] =>
  readdirSync(join(analysis, folder), { withFileTypes: true })
    .flatMap((entry) =>
      entry.isDirectory() ? filesOf(analysis, `${folder}/${entry.name}`) : [`${folder}/${entry.name}`],
    )
    .filter((file) => file.endsWith('.ts') && !/\.(?:test|fixture)\.ts$|\/index\.ts$/u.test(file))
    .toSorted();

function isFound(
  analysis: string,
  folder: string,
  { file, mutated }: SampledMutant,
  runs: string | undefined,
): boolean {
  const place = join(analysis, file);
  const whole = readFileSync(place, 'utf8');
  writeFileSync(place, mutated);
  try {
    return failing(analysis, folder, ['related', file, '--run'], runs);
  } finally {
    writeFileSync(place, whole);
  }
}

/** True when a test of those asked for fails, or when they go on for ever. */
function failing(
  analysis: string,
  folder: string,
  which: readonly string[],
  runs: string | undefined,
): boolean {
  const args = [...which, '--bail', '1', '--config', 'vitest.mutation.config.ts'];
  const { status } = spawnSync(join(analysis, 'node_modules/.bin/vitest'), args, {
    cwd: analysis,
    env: { ...process.env, MUTATED: folder, ...(runs !== undefined && { PROPERTY_RUNS: runs }) },
    stdio: 'ignore',
    timeout: longest,
    killSignal: 'SIGKILL',
  });
  return status !== 0;
}

function asWritten({ file, line, mutator, original, replacement }: SampledMutant): string {
  const short = (text: string) => text.replaceAll(/\s+/gu, ' ').slice(0, 60);
  return `${file}:${String(line)} Survived ${mutator}: ${short(original)} → ${short(replacement)}`;
}
