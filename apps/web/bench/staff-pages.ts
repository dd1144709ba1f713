import { chromium } from '@playwright/test';

/** A page of a class as a teacher meets it. */
export type StaffPage = {
  /** Its address with every id as «*». */
  readonly kind: string;
  /** What it asks the api for, besides who is signed in, what they are told, and a stream of events. */
  readonly requests: readonly string[];
  /** Bytes of JavaScript until the page is still, compressed. */
  readonly code: number;
};

const uuid = /[0-9a-f]{8}-[0-9a-f-]{27}/g;
const api = '/api/v1';

/** One page of each kind that can be reached from `path` by links below it, each opened in a browser with an empty store. */
export const openStaffPages = async (
  executablePath: string,
  origin: string,
  cookie: string,
  path: string,
): Promise<readonly StaffPage[]> => {
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  const pages = new Map<string, StaffPage>();
  try {
    const waiting = [path];
    for (const address of waiting) {
      const kind = address.replaceAll(uuid, '*');
      if (pages.has(kind)) continue;
      const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'nb-NO' });
      // A secure cookie is set for https, and sent to localhost all the same.
      const url = origin.replace('http:', 'https:');
      await context.addCookies([{ name: '__Host-samhold', value: cookie, url, secure: true }]);
      const page = await context.newPage();
      const requests: string[] = [];
      page.on('request', (request) => {
        const { pathname, search } = new URL(request.url());
        const asks = pathname.startsWith(api) && !/\/(session|notices|events)$/.test(pathname);
        if (asks && request.method() === 'GET') requests.push(pathname + search);
      });
      await page.goto(origin + address);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.waitForTimeout(700);
      const { links, code } = await page.evaluate((start) => {
        const fetched = performance.getEntriesByType('resource') as PerformanceResourceTiming[]; // entries of this type
        return {
          links: [...document.querySelectorAll<HTMLAnchorElement>('a[href]')]
            .map((link) => new URL(link.href))
            .filter((link) => link.origin === location.origin && link.pathname.startsWith(start))
            .map((link) => link.pathname),
          code: fetched
            .filter(({ name }) => new URL(name).pathname.endsWith('.js'))
            .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
        };
      }, path);
      pages.set(kind, { kind, requests, code });
      waiting.push(...links);
      await context.close();
    }
  } finally {
    await browser.close();
  }
  return [...pages.values()].toSorted((a, b) => (a.kind < b.kind ? -1 : 1));
};
