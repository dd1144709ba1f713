import {
  test as base,
  expect,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from '@playwright/test';
import { startProduct, type Product } from './start-product.ts';
import { faultsOf, watchPage, type Watch } from './watch-page.ts';

type Fixtures = {
  readonly origin: string;
  /** A page in a browser of its own: other cookies, another person. */
  readonly openPage: (options?: BrowserContextOptions) => Promise<Page>;
  readonly watch: Watch;
};

/**
 * A test whose pages are watched: a console error, a breach of the page's policy or a failed request fails it. Each worker has a
 * product of its own, and a new one after a test that failed.
 */
export const test = base.extend<Fixtures, { readonly product: Product }>({
  product: [
    // Playwright reads the names of fixtures from this pattern.
    // eslint-disable-next-line no-empty-pattern
    async ({}, use, { parallelIndex }) => {
      const product = await startProduct(`.data/journeys-${parallelIndex}`);
      await use(product);
      await product.stop();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  origin: async ({ product }, use) => use(product.origin),
  baseURL: async ({ origin }, use) => use(origin),
  // eslint-disable-next-line no-empty-pattern
  watch: async ({}, use) => {
    const watch: Watch = { faults: [], expected: [] };
    await use(watch);
    expect(faultsOf(watch)).toEqual([]);
  },
  openPage: async ({ browser, origin, watch }, use) => {
    const opened: BrowserContext[] = [];
    const openPage = async (options: BrowserContextOptions = {}): Promise<Page> => {
      const context = await browser.newContext({
        baseURL: origin,
        viewport: { width: 1024, height: 768 },
        locale: 'nb-NO',
        timezoneId: 'Europe/Oslo',
        // A press on a button that is still being unfolded can fall beside it.
        reducedMotion: 'reduce',
        ...options,
      });
      opened.push(context);
      const page = await context.newPage();
      watchPage(page, watch);
      return page;
    };
    await use(openPage);
    for (const context of opened) await context.close();
  },
  page: async ({ openPage }, use) => use(await openPage()),
});

export { expect };
