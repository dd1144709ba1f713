import { test as journey, expect } from './journey.ts';
import { startProduct, type Product } from './start-product.ts';

/** A journey in a product with three small schools of one owner; its pages are watched like those of every journey. */
export const test = journey.extend<{ readonly kommune: Product }>({
  kommune: [
    // Playwright reads the names of fixtures from this pattern.
    // eslint-disable-next-line no-empty-pattern
    async ({}, use, { parallelIndex }) => {
      const kommune = await startProduct(`.data/journeys-kommune-${parallelIndex}`, '--kommune');
      await use(kommune);
      await kommune.stop();
    },
    { timeout: 240_000 },
  ],
  origin: async ({ kommune }, use) => use(kommune.origin),
});

export { expect };
