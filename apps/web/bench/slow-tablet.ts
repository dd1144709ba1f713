import type { Browser, Page } from '@playwright/test';
import { memoryOf, type PageMemory } from './page-memory.ts';
import { codeBytes, watchScreens, type Marks, type Shown } from './watch-screens.ts';

/** An old tablet on a school's crowded network. */
const processorSlowdown = 6;
const bytesPerSecond = 1_600_000 / 8;
const roundTripMs = 150;
/** Between two presses: the page has come to rest, as it has when a pupil has read a question. */
const readingMs = 250;
/** After which what was answered has been handed over. */
const restMs = 1_000;

export type SlowTablet = {
  readonly page: Page;
  /** Opens an address with nothing kept from before. The first screen, when it can be used. */
  readonly open: (url: string) => Promise<Shown>;
  /** Presses a button and waits for the next screen. */
  readonly press: (button: string) => Promise<Shown>;
  readonly codeBytes: (until: Shown) => Promise<number>;
  readonly memory: () => Promise<PageMemory>;
  readonly close: () => Promise<void>;
};

/** A browser of its own with an empty store, slowed down. */
export const openSlowTablet = async (browser: Browser, marks: Marks): Promise<SlowTablet> => {
  const context = await browser.newContext({ viewport: { width: 1024, height: 768 }, locale: 'nb-NO' });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: roundTripMs,
    downloadThroughput: bytesPerSecond,
    uploadThroughput: bytesPerSecond,
  });
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: processorSlowdown });
  await context.addInitScript(watchScreens, marks);
  let screens = 0;
  const nextScreen = async (): Promise<Shown> => {
    const shown = await page.evaluate((place) => screensShown.nth(place), screens);
    screens += 1;
    return shown;
  };
  return {
    page,
    open: async (url) => {
      await page.goto(url, { waitUntil: 'commit' });
      return nextScreen();
    },
    press: async (button) => {
      await page.waitForTimeout(readingMs);
      await page.getByRole('button', { name: button, exact: true }).click({ force: true });
      return nextScreen();
    },
    codeBytes: ({ shownAt }) => page.evaluate(codeBytes, shownAt),
    memory: async () => {
      await page.waitForTimeout(restMs);
      return memoryOf(devtools);
    },
    close: () => context.close(),
  };
};

/** What a pupil waited for after a press, in ms. */
export const waited = ({ pressedAt, shownAt }: Shown): number => shownAt - pressedAt;
