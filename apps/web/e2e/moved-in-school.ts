import type { Page } from '@playwright/test';
import { expectAccessible } from './accessibility.ts';
import { bindOwnSignIn, expect, fillInMethod, type EmptySchool } from './empty-school.ts';
import { anneOfFjellvik, makeSchool } from './make-school.ts';

/** From the one-time link to a school with a year, a sign-in method and its class list. */
export const moveIn = async (page: Page, school: EmptySchool, rosterFolder: string): Promise<void> => {
  await makeSchool(page, school.setupLink, anneOfFjellvik);
  await expect(page.getByText('10 punkter gjenstår')).toBeVisible();
  await expectAccessible(page, 'checklist of an empty school');
  await page.getByRole('link', { name: 'Gjør dette Legg inn skoleåret' }).click();
  await page.getByRole('button', { name: 'Legg til skoleåret' }).click();
  await expect(page.getByRole('button', { name: 'Lagre datoene' })).toBeVisible();

  await page.goto('/school/sign-in');
  await fillInMethod(page, school, school.clientSecret);
  await bindOwnSignIn(page, 'Administrator');

  await page.goto('/school/roster');
  await page.getByLabel('Eller velg en mappe').setInputFiles(rosterFolder);
  await expect(page.getByRole('heading', { name: 'Se over før listen tas i bruk' })).toBeVisible();
  await expect(page.getByText('Ada Prøve')).toBeVisible();
  await expectAccessible(page, 'dry run of an import');
  await page.getByRole('button', { name: 'Ta listen i bruk' }).click();
  await expect(page.getByText('Klasselistene er som i filen')).toBeVisible();
};

/** Opens somebody's row on the page of staff, and returns it. */
export const openPerson = async (page: Page, name: string) => {
  const row = page.getByRole('listitem').filter({ has: page.getByRole('button', { name }) });
  await row.getByRole('button', { name }).first().click();
  return row;
};

export const invite = async (page: Page, name: string): Promise<string> => {
  const row = await openPerson(page, name);
  await row.getByRole('button', { name: 'Lag innloggingslenke' }).click();
  return row.locator('code').innerText();
};

/** Adds somebody who is in no list, on the page of staff. */
export const addPerson = async (page: Page, givenName: string, familyName: string): Promise<void> => {
  const given = page.getByLabel('Fornavn');
  if (!(await given.isVisible()))
    await page.getByText('Legg til en ansatt som ikke står i elevlisten').click();
  await given.fill(givenName);
  await page.getByLabel('Etternavn').fill(familyName);
  await page.getByRole('button', { name: 'Legg til', exact: true }).click();
  await expect(page.getByRole('button', { name: `${givenName} ${familyName}` }).first()).toBeVisible();
};

/** Proposes the first leadership and principal of a school, which are confirmed by the administrator. */
export const proposePrincipal = async (page: Page, name: string): Promise<void> => {
  const row = await openPerson(page, name);
  for (const [kind, shown] of [
    ['leadership', 'Skolens ledelse'],
    ['principal', 'Rektor'],
  ] as const) {
    await row.getByRole('button', { name: 'Foreslå tilgang' }).click();
    await row.getByLabel('Tilgang', { exact: true }).selectOption(kind);
    await row.getByRole('button', { name: 'Foreslå tilgangen' }).click();
    await expect(row.getByText(`${shown} fra`).first()).toBeVisible();
  }
};

/** Records that these were trained in privacy today, on the page of staff as leadership. */
export const registerTraining = async (
  page: Page,
  names: readonly string[],
  before: () => Promise<void> = () => Promise.resolve(),
): Promise<void> => {
  await page.getByText('Registrer opplæring', { exact: true }).click();
  for (const name of names) await page.getByLabel(new RegExp(`^${name}`)).check();
  await before();
  // The page must not be left before it is recorded.
  const recorded = page.waitForResponse((answer) => answer.url().endsWith('/api/v1/training'));
  await page.getByRole('button', { name: `Registrer opplæring for ${String(names.length)}` }).click();
  await recorded;
};

/** Records purpose, letter and assessment, without which no round opens. */
export const registerGrounds = async (
  page: Page,
  before: () => Promise<void> = () => Promise.resolve(),
): Promise<void> => {
  await page.goto('/school/grounds');
  await page.getByLabel('Versjon').first().fill('2026-1');
  await page.getByLabel('Godkjent').first().fill('2026-08-10');
  await page.getByLabel('Sendt til de foresatte').fill('2026-08-12');
  await page.getByLabel('Versjon').last().fill('1.0');
  await page.getByLabel('Godkjent').last().fill('2026-08-03');
  await before();
  await page.getByRole('button', { name: 'Registrer', exact: true }).click();
  await expect(page.getByText('Dette gjelder nå')).toBeVisible();
};
