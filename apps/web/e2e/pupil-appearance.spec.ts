import type { Page } from '@playwright/test';
import { tabTo } from './by-keyboard.ts';
import { expect, test } from './journey.ts';
import { beginQuestions, enter } from './pupil.ts';
import { closeSitting, startOwnRound } from './staff.ts';

/** How much on the page would move if it changed. */
const moving = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      [...document.querySelectorAll('*')].filter((element) => {
        const { transitionDuration, animationName } = getComputedStyle(element);
        return animationName !== 'none' || /[1-9]/.test(transitionDuration);
      }).length,
  );

const painted = (page: Page, selector: string, property: 'fill' | 'stroke' | 'background-color') =>
  page
    .locator(selector)
    .first()
    .evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);

test('a question holds still when asked to, and keeps its drawings, marks and progress in the reader’s own colours', async ({
  page,
  openPage,
}) => {
  const { card, code } = await startOwnRound(page, '7B', 'Start trivselsundersøkelse');
  const tablet = await openPage({ reducedMotion: 'no-preference' });
  await enter(tablet, code, card);
  await beginQuestions(tablet);

  expect(await moving(tablet)).toBeGreaterThan(0);
  await tablet.emulateMedia({ reducedMotion: 'reduce' });
  expect(await moving(tablet)).toBe(0);

  await tabTo(tablet, 'radio', 'Veldig bra');
  await tablet.keyboard.press('ArrowDown');
  for (const colorScheme of ['dark', 'light'] as const) {
    await tablet.emulateMedia({ colorScheme, forcedColors: 'active' });
    const ground = await painted(tablet, 'body', 'background-color');
    expect(await painted(tablet, '.tile .cover', 'fill')).toBe(ground);
    expect(await painted(tablet, '.tile .cover', 'stroke')).not.toBe(ground);
    expect(await painted(tablet, '.progress li.passed', 'background-color')).not.toBe(ground);
    expect(await painted(tablet, '.progress li:not(.passed)', 'background-color')).toBe(ground);
    const mark = tablet.locator('.tile:has(input:focus-visible)');
    await expect(mark).toHaveCSS('outline-style', 'solid');
  }
  await closeSitting(page);
});
