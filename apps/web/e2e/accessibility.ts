import type { RunOptions } from 'axe-core';
import axe from 'axe-core';
import { expect, type Page } from '@playwright/test';

const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Good practice beyond the levels, which every page here keeps to. */
const practice = ['heading-order', 'page-has-heading-one', 'landmark-one-main', 'landmark-unique', 'region'];

type Looked = {
  /** Only what lies in it, by a selector. */
  readonly within?: string;
  /** Only how text stands out from its ground. */
  readonly contrastOnly?: boolean;
};

/** Fails with the rule, the place and what to mend when the page as it stands breaks WCAG 2.2 A or AA. */
export const expectAccessible = async (
  page: Page,
  place: string,
  { within, contrastOnly = false }: Looked = {},
): Promise<void> => {
  // A page still loading has nothing to break the rules with.
  await expect(page.locator('main')).toBeVisible();
  // Half faded in, nothing has its colour yet; what goes on for ever is not waited for.
  await page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)
        .map(({ finished }) => finished),
    ),
  );
  // Once a document: reading axe takes as long as looking.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const options: RunOptions = {
    // Only what is wrong is worked out in full.
    resultTypes: ['violations'],
    ...(contrastOnly
      ? { runOnly: { type: 'rule', values: ['color-contrast'] } }
      : {
          runOnly: { type: 'tag', values: levels },
          rules: Object.fromEntries(practice.map((rule) => [rule, { enabled: true }])),
        }),
  };
  const { violations } = await page.evaluate(
    ([where, how]) => (window as unknown as { axe: typeof axe }).axe.run(where, how),
    [within ?? 'html', options] as const,
  );
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')}: ${failureSummary ?? ''}`),
  );
  expect.soft(found, place).toEqual([]);
};
