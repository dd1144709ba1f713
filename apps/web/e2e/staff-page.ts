import { expect, type Page } from '@playwright/test';
import { expectAccessible } from './accessibility.ts';
import { expectFits, narrow } from './enlarged.ts';
import { stopAtAll } from './every-stop.ts';

/** Folds out what a page has folded away, so that it is looked at too. */
const unfold = async (page: Page): Promise<void> => {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('main details')) details.setAttribute('open', '');
  });
  const folded = page.locator('main button[aria-expanded=false]');
  if ((await folded.count()) > 0) await folded.first().click();
};

/** What dialogs that were looked at say, by the window: those of the frame around every page say the same on each. */
const lookedAt = new WeakMap<Page, Set<string>>();

/** One dialog of each kind, by the button before it; what is asked about one of many is asked alike about all. */
const lookAtDialogs = async (page: Page, place: string): Promise<void> => {
  const before = lookedAt.get(page) ?? new Set();
  lookedAt.set(page, before);
  const openers = page.locator('button:has(+ dialog)');
  const kinds = new Set<string>();
  for (const opener of await openers.all()) {
    const [kind, says] = await opener.evaluate((button): [string, string] => [
      button.firstChild?.textContent?.trim() ?? '',
      button.nextElementSibling?.textContent ?? '',
    ]);
    if (kinds.has(kind) || before.has(says)) continue;
    kinds.add(kind);
    before.add(says);
    await opener.click();
    const dialog = page.getByRole('dialog');
    await expect(dialog).toBeVisible();
    await expectAccessible(page, `${place}, «${kind}»`, { within: 'dialog[open]' });
    await expectFits(page, `${place}, «${kind}»`, narrow);
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(opener).toBeFocused();
  }
};

/**
 * Looks at the page as it stands: by axe in light and dark, by the keyboard, and enlarged. Expects it just opened, with
 * the keyboard at its top.
 */
export const lookAt = async (page: Page, place: string): Promise<void> => {
  // What unfolds slowly is half hidden while it does.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
  await expect(page).toHaveTitle(/^(\S.* – )?Samhold$/);
  await page.setViewportSize({ width: 320, height: 640 });
  await stopAtAll(page, place);
  await page.setViewportSize({ width: 1024, height: 768 });
  await unfold(page);
  await expectAccessible(page, place);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectAccessible(page, `${place} in the dark`, { contrastOnly: true });
  await page.emulateMedia({ colorScheme: 'light' });
  await expectFits(page, place);
  await lookAtDialogs(page, place);
};
