import { expect, type Page } from '@playwright/test';

/** Makes a report of the newest round of wellbeing as leadership, waits for its audit and publishes it; the page shows it. */
export const publishReport = async (page: Page, audience: string, title: string): Promise<void> => {
  await page.goto('/school/publications');
  await page.getByLabel('Hvem skal lese den?').selectOption({ label: audience });
  await page.getByLabel('Tittel').fill(title);
  await page
    .getByRole('checkbox', { name: /^Trivsel/ })
    .first()
    .check();
  await page.getByRole('button', { name: 'Lag rapporten' }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await page.getByRole('button', { name: 'Publiser' }).click({ timeout: 120_000 });
  await expect(page.getByRole('heading', { name: 'Del rapporten' })).toBeVisible();
};
