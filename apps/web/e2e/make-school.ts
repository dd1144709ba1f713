import type { Page } from '@playwright/test';

export type FirstAdministrator = {
  readonly ownerName: string;
  readonly schoolName: string;
  readonly organisationNumber: string;
  readonly givenName: string;
  readonly familyName: string;
};

export const anneOfFjellvik: FirstAdministrator = {
  ownerName: 'Fjellvik kommune',
  schoolName: 'Fjellvik skole',
  organisationNumber: '974588145',
  givenName: 'Anne',
  familyName: 'Lund',
};

/** Opens the one-time link, makes the school, and lands on its checklist. */
export const makeSchool = async (page: Page, setupLink: string, made: FirstAdministrator): Promise<void> => {
  await page.goto(setupLink);
  await page.getByRole('heading', { name: 'Gjør Samhold klart for skolen din' }).waitFor();
  await page.getByLabel('Kommune').fill(made.ownerName);
  await page.getByLabel('Skolens navn').fill(made.schoolName);
  await page.getByLabel('Skolens organisasjonsnummer').fill(made.organisationNumber);
  await page.getByLabel('Fornavnet ditt').fill(made.givenName);
  await page.getByLabel('Etternavnet ditt').fill(made.familyName);
  await page.getByRole('button', { name: 'Opprett skolen' }).click();
  await page.waitForURL('**/school/checklist');
};
