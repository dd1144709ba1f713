import { expect, type Page } from '@playwright/test';

/** The headteacher offers exactly these drafts, by the names of the languages in Norwegian, or all of them. */
export const offerDrafts = async (page: Page, names: readonly string[] | 'all'): Promise<void> => {
  await page.getByRole('link', { name: 'Oppsett' }).click();
  await page.getByRole('link', { name: 'Språk', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Språk elevene kan svare på' })).toBeVisible();
  for (const box of await page.getByRole('checkbox').all()) await box.setChecked(names === 'all');
  if (names !== 'all') for (const name of names) await page.getByRole('checkbox', { name }).check();
  await page.getByRole('button', { name: 'Lagre' }).click();
  await expect(page.getByText('Lagret. Elevene kan velge språkene nå.')).toBeVisible();
};

/** Chosen before the first question; from there on the page runs the way of the language. */
export const chooseLanguage = async (page: Page, code: string, direction: 'ltr' | 'rtl'): Promise<void> => {
  await page.locator('.language select').selectOption(code);
  await expect(page.locator('html')).toHaveAttribute('lang', code);
  await expect(page.locator('html')).toHaveAttribute('dir', direction);
  await page.evaluate(() => document.fonts.ready);
};
