import type { Locator, Page } from '@playwright/test';
import { signInAs } from './staff.ts';

type Shot = (page: Page | Locator, name: string) => Promise<void>;

/** What the social teacher does with cases: the list, one of them, the signals of the school, and the weekly meeting. */
export const caseworkPictures = async (page: Page, shoot: Shot): Promise<void> => {
  await signInAs(page, 'Sosiallærer');
  await page.goto('/cases');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await shoot(page, 'saker');
  await page.getByRole('link', { name: 'Alene i friminuttene' }).first().click();
  await page.getByRole('heading', { name: 'Hva nå?' }).waitFor();
  await shoot(page, 'sak');
  await page.goto('/school/signals');
  await page.getByRole('article').first().waitFor();
  await shoot(page, 'tegn-pa-skolen');
  await page.goto('/meetings');
  await page.getByRole('button', { name: 'Lag saklisten' }).click();
  await page.getByRole('heading', { level: 1, name: /^Elevsaksmøte \d/ }).waitFor();
  await shoot(page, 'elevsaksmote');
  await page.goto('/year');
  await page.getByRole('group', { name: /som hjul/ }).waitFor();
  await shoot(page, 'skolearet');
};

/** The short form, on a phone. */
export const incidentPicture = async (phone: Page, shoot: Shot): Promise<void> => {
  await signInAs(phone, 'Faglærer i musikk');
  await phone.goto('/incidents/new');
  await phone.getByLabel('Hva så du').waitFor();
  await shoot(phone, 'meld-fra');
};

/** What the class did, and how pupils answered before and after it. */
export const measurePicture = async (page: Page, classId: string, shoot: Shot): Promise<void> => {
  await page.goto(`/class/${classId}/measures`);
  await page.getByLabel('Hva slags tiltak?').selectOption({ label: 'Lekegrupper' });
  await page.getByLabel('Hva gjør dere?').fill('Faste grupper i storefri, som byttes annenhver uke.');
  await page.getByLabel('Fra', { exact: true }).fill('2026-09-28');
  await page.getByRole('button', { name: 'Start tiltaket' }).click();
  await page.getByRole('link', { name: /^Se før og etter ?, Lekegrupper/ }).click();
  await page.getByRole('heading', { name: 'Hva vi sammenligner' }).waitFor();
  await shoot(page, 'for-og-etter');
};
