import { defineConfig } from 'vitest/config';

const never = ['**/node_modules/**', '**/build/**', '**/.svelte-kit/**', '**/.data/**'];

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['packages/**/src/**/*.test.ts', 'apps/*/src/**/*.test.ts', 'scripts/**/*.test.ts'],
          exclude: [...never, '**/*.int.test.ts'],
          setupFiles: ['scripts/test/property-seed.ts'],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'integration',
          include: ['packages/**/*.int.test.ts', 'apps/**/*.int.test.ts', 'scripts/**/*.int.test.ts'],
          exclude: never,
          // A file has a database of its own and shares no state but what a module keeps; loading the api anew for each takes half the time.
          isolate: false,
          globalSetup: ['scripts/vitest-database.ts'],
          setupFiles: ['scripts/test/property-seed.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
