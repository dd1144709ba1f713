import { defineConfig } from 'vitest/config';

/** A file shares no state with another but what a module keeps; loading all anew for each takes half the time. */
const together = { isolate: false };
const never = ['**/node_modules/**', '**/build/**', '**/.svelte-kit/**', '**/.data/**'];

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'unit',
          ...together,
          include: ['packages/**/src/**/*.test.ts', 'apps/*/src/**/*.test.ts', 'scripts/**/*.test.ts'],
          exclude: [...never, '**/*.int.test.ts'],
          setupFiles: ['scripts/test/property-seed.ts'],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'integration',
          ...together,
          include: ['packages/**/*.int.test.ts', 'apps/**/*.int.test.ts', 'scripts/**/*.int.test.ts'],
          exclude: never,
          globalSetup: ['scripts/vitest-database.ts'],
          setupFiles: ['scripts/test/property-seed.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
