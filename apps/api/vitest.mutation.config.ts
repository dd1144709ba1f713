import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Mutants of a policy are to be killed by the unit tests beside the policies. */
export default defineConfig({
  test: {
    include: ['src/**/policy.test.ts'],
    setupFiles: [fileURLToPath(new URL('../../scripts/test/property-seed.ts', import.meta.url))],
    maxWorkers: 1,
    isolate: false,
  },
});
