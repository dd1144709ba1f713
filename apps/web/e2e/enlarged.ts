import { expect, type Page } from '@playwright/test';

/** What the page is like, in CSS pixels, to somebody who enlarges it in a window of 1024 × 768 or 1280 × 1024. */
const enlarged = [
  { name: 'as it is', width: 1024, height: 768, spaced: false },
  { name: '200 %', width: 512, height: 384, spaced: false },
  { name: '400 %', width: 320, height: 256, spaced: false },
  { name: 'with more room between letters', width: 1024, height: 768, spaced: true },
  { name: '400 % with more room between letters', width: 320, height: 256, spaced: true },
] as const;
type Enlarged = (typeof enlarged)[number];

/** Those with little room. */
export const narrow: readonly Enlarged[] = enlarged.filter(({ width }) => width < 1024);

/** Puts the spacing of WCAG 1.4.12 on or off, and waits until what follows a change of size is drawn. */
const space = (page: Page, spaced: boolean): Promise<void> =>
  page.evaluate((withRoom) => {
    const spacing = new CSSStyleSheet();
    spacing.replaceSync(
      '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }' +
        'p { margin-block-end: 2em !important }',
    );
    document.adoptedStyleSheets = withRoom ? [spacing] : [];
    return new Promise((drawn) => {
      requestAnimationFrame(() => requestAnimationFrame(() => drawn()));
    });
  }, spaced);

/** What sticks out to the side or is cut off. What is wider than its frame counts only where the frame cannot be scrolled by keyboard. */
const readLost = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const root = document.documentElement;
    const frame = '[role=region][aria-label][tabindex="0"]';
    const found = [...document.querySelectorAll('header *, main *')]
      .filter((one) => one.closest('.visually-hidden, .ds-sr-only, svg, select') === null)
      .filter((one) => one.closest(frame) === null || one.matches(frame))
      .flatMap((one) => {
        const { left, right, width } = one.getBoundingClientRect();
        const out = width > 1 && (left < -1 || right > root.clientWidth + 1);
        const { overflowX, overflowY } = getComputedStyle(one);
        const cutAside =
          overflowX !== 'visible' && !one.matches(frame) && one.scrollWidth > one.clientWidth + 1;
        // What scrolls down in its own place, as a dialog in a low window, is within reach.
        const cutBelow = /hidden|clip/.test(overflowY) && one.scrollHeight > one.clientHeight + 1;
        return out || cutAside || cutBelow ? [`${one.tagName} ${one.className} ${one.textContent}`] : [];
      });
    return root.scrollWidth > root.clientWidth ? [...found, `the page: ${root.scrollWidth}`] : found;
  });

/** Nothing sticks out to the side and no text is cut off, enlarged and with the spacing of WCAG 1.4.12. */
export const expectFits = async (
  page: Page,
  place: string,
  sizes: readonly Enlarged[] = enlarged,
): Promise<void> => {
  for (const { name, width, height, spaced } of sizes) {
    await page.setViewportSize({ width, height });
    await space(page, spaced);
    expect.soft(await readLost(page), `${place}, ${name}`).toEqual([]);
  }
  await space(page, false);
  await page.setViewportSize({ width: 1024, height: 768 });
};
