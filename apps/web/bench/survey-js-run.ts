import type { Browser } from '@playwright/test';
import { fillOut, type Run } from './fill-out.ts';
import { openSlowTablet } from './slow-tablet.ts';

const marks = { heading: '.sd-question__title', usable: '.sd-question input:enabled' };

/** The same items in SurveyJS, which opens with the first of them. */
export const runSurveyJs = async (
  browser: Browser,
  origin: string,
  itemTypes: readonly ('choice' | 'nomination')[],
): Promise<Run> => {
  const tablet = await openSlowTablet(browser, marks);
  try {
    const item = await tablet.open(`${origin}/`);
    return {
      bytes: await tablet.codeBytes(item),
      open: item.shownAt,
      toFirstItem: item.shownAt,
      start: NaN,
      ...(await fillOut(tablet, '.sd-question .sd-item label', itemTypes)),
    };
  } finally {
    await tablet.close();
  }
};
