import { languages } from '@samhold/survey';
import type { Page } from '@playwright/test';
import { expectAccessible } from './accessibility.ts';
import { expectTargets } from './by-keyboard.ts';
import { expectFits, narrow } from './enlarged.ts';
import { press, wordsIn } from './in-language.ts';
import { expect, test } from './journey.ts';
import { chooseLanguage, offerDrafts } from './offered-languages.ts';
import { enter } from './pupil.ts';
import { closeSitting, signInAs, startOwnRound } from './staff.ts';

/** What can be chosen, as the browser tells a screen reader. */
const namesInTree = async (page: Page): Promise<readonly string[]> => {
  const tree = await page.context().newCDPSession(page);
  const { nodes } = await tree.send('Accessibility.getFullAXTree');
  await tree.detach();
  return nodes
    .filter(({ role, ignored }) => !ignored && ['radio', 'checkbox'].includes(String(role?.value)))
    .map(({ name }) => String(name?.value).replaceAll(/\s+/g, ' ').trim());
};

/** The same, as it stands on the tiles. */
const wordsOnTiles = async (page: Page): Promise<readonly string[]> =>
  (await page.locator('label:has([type=radio], [type=checkbox])').allInnerTexts()).map((words) =>
    words.replaceAll(/\s+/g, ' ').trim(),
  );

const itemTypes = [
  { name: 'three options with pictures', className: '3A', button: 'Start trivselsundersøkelse', tiles: 4 },
  { name: 'five options in words', className: '7B', button: 'Start trivselsundersøkelse', tiles: 6 },
  { name: 'classmates', className: '7B', button: 'Start sosiogram', tiles: 10 },
] as const;

test.beforeAll(async ({ browser, origin }) => {
  const page = await browser.newPage({ baseURL: origin });
  await signInAs(page, 'Rektor');
  await offerDrafts(page, 'all');
  await page.close();
});

for (const { name, className, button, tiles } of itemTypes)
  test(`an item of ${name} is within everybody’s reach in every language`, async ({ page, openPage }) => {
    test.setTimeout(600_000);
    const { card, code: classCode } = await startOwnRound(page, className, button);
    const tablet = await openPage();
    await enter(tablet, classCode, card);
    await press(tablet, (await wordsIn('nb')).text('whoStart'));

    for (const { code, direction } of languages) {
      const place = `${name} in ${code}`;
      const words = await wordsIn(code);
      await chooseLanguage(tablet, code, direction);
      await press(tablet, words.text('practiceStart'));
      // What there is to choose comes a moment after the question, and the last of it a frame later.
      await expect(async () => {
        const names = await namesInTree(tablet);
        expect(names.length, place).toBeGreaterThanOrEqual(tiles);
        expect(names, place).toEqual(await wordsOnTiles(tablet));
        await expect(tablet.locator('.apart label'), place).not.toHaveCount(0);
      }).toPass();
      await expectAccessible(tablet, place);
      await expectTargets(tablet, place);
      await expectFits(tablet, place, narrow);
      await press(tablet, words.text('back'));
    }
    await closeSitting(page);
  });
