import { matchesGlob } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import type { TestSpecification } from 'vitest/node';
import { BaseSequencer } from 'vitest/node';

const scripts = new URL('../../scripts/', import.meta.url);
const place = (name: string) => fileURLToPath(new URL(name, scripts));
const fewer =
  process.env['PROPERTY_RUNS'] === undefined ? {} : { 'fast-check': place('mutation/fewer-runs.ts') };

/** Tests that take a second or more. */
const dear = [
  '*reference*',
  '*property*',
  '*any-class*',
  'propose-groups',
  'layout-sociogram',
  'layout-target',
  'graphology',
  'network-measures',
  'odd-classes',
  'rounds-in-turn',
  'sociogram-svg',
  'signals-by-chance',
].map((name) => `**/${name}.test.ts`);
const onlyQuick = process.env['QUICK_TESTS'] !== undefined;

/** A mutant is let go at the first test that finds it: those that ask much of the machine come last. */
class DearLast extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isDear = ({ moduleId }: TestSpecification) =>
      Number(dear.some((one) => matchesGlob(moduleId, one)));
    return Promise.resolve(files.toSorted((a, b) => isDear(a) - isDear(b)));
  }
}

/** Mutants of a folder are to be killed by the tests of the same folder. */
export default defineConfig({
  resolve: { alias: fewer },
  test: {
    include: [`src/${process.env['MUTATED'] ?? '**'}/**/*.test.ts`],
    exclude: onlyQuick ? dear : [],
    setupFiles: [place('test/property-seed.ts')],
    sequence: { sequencer: DearLast },
    testTimeout: 120_000,
    maxWorkers: 1,
    isolate: false,
  },
});
