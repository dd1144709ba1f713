import type { Page } from '@playwright/test';
import { signInAs } from './staff.ts';

/** The headteacher signs in and opens a grade's sociogram of the newest round there is one of. */
export const openGrade = async (page: Page, grade: number, reason: string): Promise<void> => {
  await signInAs(page, 'Rektor');
  await page.goto('/school');
  await page
    .getByRole('link', { name: /^Åpne sosiogrammet for et trinn/ })
    .first()
    .click();
  await page.getByRole('radio', { name: `${String(grade)}. trinn` }).check();
  await page.getByLabel('Hvorfor åpnes det?').fill(reason);
  await page.getByRole('button', { name: 'Åpne trinnet' }).click();
  await page
    .getByRole('article')
    .filter({ hasText: reason })
    .getByRole('link', { name: /^Se trinnet/ })
    .waitFor();
};
