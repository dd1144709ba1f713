import type { Browser } from '@playwright/test';
import { fillOut, type Run } from './fill-out.ts';
import { openSlowTablet, waited } from './slow-tablet.ts';

/** An item can be used when its answers stand there, another screen when something can be pressed. */
const marks = {
  heading: 'main h1',
  usable: 'main:has(> form, > section) :is(input, button):enabled, main > fieldset input:enabled',
};
/** A pupil without a picture code chooses it, twice over. */
const pictures = ['fisk', 'hus', 'båt'];

/** One pupil from a cold open through the screens and the items, in a browser of its own. */
export const runPupil = async (
  browser: Browser,
  origin: string,
  pupil: { readonly classCode: string; readonly name: string },
  itemTypes: readonly ('choice' | 'nomination')[],
): Promise<Run> => {
  const tablet = await openSlowTablet(browser, marks);
  try {
    const opened = await tablet.open(`${origin}/s`);
    await tablet.page.getByLabel('Klassekode').fill(pupil.classCode);
    const way = [await tablet.press('Neste'), await tablet.press(pupil.name)];
    const [first = '', second = '', third = ''] = pictures;
    for (let time = 0; time < 2; time += 1) {
      for (const picture of [first, second])
        await tablet.page.getByRole('button', { name: picture, exact: true }).click();
      way.push(await tablet.press(third));
    }
    const practice = await tablet.press('Jeg er klar');
    await tablet.page.getByText('Sol', { exact: true }).click();
    const item = await tablet.press('Begynn');
    const start = waited(practice) + waited(item);
    return {
      bytes: await tablet.codeBytes(item),
      open: opened.shownAt,
      toFirstItem: way.reduce((sum, screen) => sum + waited(screen), opened.shownAt + start),
      start,
      ...(await fillOut(tablet, 'main .answers :is(.scale, .mates) label', itemTypes)),
    };
  } finally {
    await tablet.close();
  }
};
