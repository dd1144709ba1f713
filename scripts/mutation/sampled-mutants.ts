import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

export interface SampledMutant {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly mutator: string;
  readonly original: string;
  readonly replacement: string;
  /** The whole file with the mutant in it. */
  readonly mutated: string;
}
interface Place {
  readonly line: number;
  readonly column: number;
}
interface Found {
  readonly mutatorName: string;
  readonly replacement: string;
  readonly location: { readonly start: Place; readonly end: Place };
}
interface Instrumenter {
  instrument(files: readonly object[], options: object): Promise<{ readonly mutants: readonly Found[] }>;
}

/**
 * The mutants that Stryker's own instrumenter makes of some files, and of them `count` drawn at random: the same ones
 * every time for a `draw` while the code is the same, since each has a digest of where it stands and what it puts there for its lot.
 */
export async function sampledMutants(
  analysis: string,
  files: readonly string[],
  count: number,
  draw: string,
): Promise<{ readonly all: number; readonly sample: readonly SampledMutant[] }> {
  const instrumenter = await stryker(analysis);
  const mutants: SampledMutant[] = [];
  for (const file of files) {
    const content = readFileSync(`${analysis}/${file}`, 'utf8');
    const settings = { plugins: null, excludedMutations: [], ignorers: [] };
    const { mutants: found } = await instrumenter.instrument(
      [{ name: `${analysis}/${file}`, mutate: true, content }],
      settings,
    );
    for (const { mutatorName, replacement, location } of found) {
      const [from, to] = [offset(content, location.start), offset(content, location.end)];
      // What binds less than its surroundings keeps to itself.
      const put = /Logical|Arithmetic/u.test(mutatorName) ? `(${replacement})` : replacement;
      mutants.push({
        file,
        line: location.start.line + 1,
        mutator: mutatorName,
        original: content.slice(from, to),
        replacement,
        mutated: content.slice(0, from) + put + content.slice(to),
      });
    }
  }
  const lots = mutants.map((mutant) => ({ mutant, lot: lotOf(mutant, draw) }));
  const drawn = lots.sort((a, b) => (a.lot < b.lot ? -1 : 1)).slice(0, count);
  return { all: mutants.length, sample: drawn.map(({ mutant }) => mutant) };
}

const lotOf = ({ mutated, ...what }: SampledMutant, draw: string): string =>
  createHash('sha256')
    .update(`${draw}|${JSON.stringify(what)}|${mutated}`)
    .digest('hex');

/** The character at a line and column, from 0. */
function offset(content: string, { line, column }: Place): number {
  const before = content.split('\n').slice(0, line);
  return before.reduce((sum, text) => sum + text.length + 1, 0) + column;
}

async function stryker(analysis: string): Promise<Instrumenter> {
  const core = createRequire(createRequire(`${analysis}/package.json`).resolve('@stryker-mutator/core'));
  const module = async (name: string, from = core) =>
    (await import(pathToFileURL(from.resolve(name)).href)) as Record<string, (...args: unknown[]) => never>; // not typed
  const { createInstrumenter } = await module('@stryker-mutator/instrumenter');
  const inside = createRequire(core.resolve('@stryker-mutator/instrumenter'));
  const { createInjector } = await module('typed-inject', inside);
  const quiet = new Proxy({}, { get: () => () => false });
  const injector = createInjector?.() as unknown as {
    provideValue(name: string, value: unknown): typeof injector;
    injectFunction(make: unknown): Instrumenter;
  }; // what is used of it
  return injector
    .provideValue('logger', quiet)
    .provideValue('getLogger', () => quiet)
    .injectFunction(createInstrumenter);
}
