import { defineConfig } from 'vitest/config';

/** Mutants of a folder are to be killed by the tests of the same folder. */
export default defineConfig({
  test: { include: [`src/${process.env['MUTATED'] ?? '**'}/**/*.test.ts`], testTimeout: 120_000 },
});
