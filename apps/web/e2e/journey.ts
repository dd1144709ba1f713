import { test as base, expect, type BrowserContext, type Page } from '@playwright/test';
import { faultsOf, watchPage, type Watch } from './watch-page.ts';

type Fixtures = {
  readonly origin: string;
  /** A page in a browser of its own: other cookies, another person. */
  readonly openPage: () => Promise<Page>;
  readonly watch: Watch;
};

/** A test whose pages are watched: a console error, a breach of the page's policy or a failed request fails it. */
export const test = base.extend<Fixtures>({
  // Playwright reads the names of fixtures from this pattern.
  // eslint-disable-next-line no-empty-pattern
  origin: async ({}, use) => {
    const origin = process.env['JOURNEYS_ORIGIN'];
    if (origin === undefined) throw new Error('The product is not running.');
    await use(origin);
  },
  baseURL: async ({ origin }, use) => use(origin),
  // eslint-disable-next-line no-empty-pattern
  watch: async ({}, use) => {
    const watch: Watch = { faults: [], expected: [] };
    await use(watch);
    expect(faultsOf(watch)).toEqual([]);
  },
  openPage: async ({ browser, origin, watch }, use) => {
    const opened: BrowserContext[] = [];
    const openPage = async (): Promise<Page> => {
      const context = await browser.newContext({
        baseURL: origin,
        viewport: { width: 1024, height: 768 },
        locale: 'nb-NO',
        timezoneId: 'Europe/Oslo',
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
