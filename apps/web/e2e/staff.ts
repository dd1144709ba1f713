import { expect, type Page } from '@playwright/test';

/** Says at the local OpenID provider's own page who it is, by title, and comes back. */
const chooseAtProvider = async (page: Page, title: string): Promise<void> => {
  await page
    .getByRole('button')
    .filter({ has: page.getByText(title, { exact: true }) })
    .click();
  // On a phone the menu is folded.
  await page.getByRole('button', { name: /^(Logg ut|Meny)$/ }).waitFor();
};

/** Signs in once more where the page asks for it. */
export const signInAnew = async (page: Page, title: string): Promise<void> => {
  await page.getByRole('link', { name: 'Logg inn på nytt' }).click();
  await chooseAtProvider(page, title);
};

/** Signs in by the button, through the local OpenID provider's own page, as whoever has this title. */
export const signInAs = async (page: Page, title: string): Promise<void> => {
  await page.goto('/');
  await page.getByRole('link', { name: 'Logg inn' }).click();
  await chooseAtProvider(page, title);
};

/** Signs in as the contact teacher of a class, and lands on the class's page. Returns the class's id. */
export const signInAsTeacherOf = async (page: Page, className: string): Promise<string> => {
  await signInAs(page, `Kontaktlærer ${className}`);
  await expect(page.getByRole('heading', { level: 1, name: className })).toBeVisible();
  const [, classId] = /\/class\/([^/]+)$/.exec(page.url()) ?? [];
  if (classId === undefined) throw new Error(`Not on a class's page: ${page.url()}`);
  return classId;
};

export type PictureCard = { readonly name: string; readonly pictures: readonly string[] };

/** The cards of a class as they stand on its page. */
export const readPictureCards = async (page: Page, classId: string): Promise<readonly PictureCard[]> => {
  await page.goto(`/class/${classId}/picture-cards`);
  const cards = page.locator('main ul > li').filter({ has: page.getByRole('heading', { level: 2 }) });
  await cards.first().waitFor();
  return Promise.all(
    (await cards.all()).map(async (card) => ({
      name: await card.getByRole('heading').innerText(),
      pictures: (await card.locator('ol span').allInnerTexts()).map((text) => text.replace(/^\d\. /, '')),
    })),
  );
};

/** The class code in the teacher's page of an open sitting, without its space. */
export const readClassCode = async (page: Page): Promise<string> =>
  (await page.locator('.code').innerText()).replaceAll(/\s/g, '');

export const closeSitting = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Avslutt undersøkelsen' }).click();
  await page.getByRole('button', { name: 'Avslutt nå' }).click();
  await page.getByRole('heading', { name: 'Resultatene er klare' }).waitFor();
};

/** Starts one of the rounds a class's page offers: the school's planned one, or the class's own. */
export const startRound = async (
  page: Page,
  whose: 'Planlagt av skolen' | 'Klassens egen runde',
  button: string,
): Promise<void> => {
  if (whose === 'Klassens egen runde') await page.getByText('Start en egen runde').click();
  const offered = page.locator('section').filter({ hasText: whose });
  await offered.getByRole('button', { name: button }).click();
  await page.locator('.code').waitFor();
};

/** Starts a round of a class's own as its contact teacher, who then stands on the page of the sitting. */
export const startOwnRound = async (page: Page, className: string, button: string) => {
  const classId = await signInAsTeacherOf(page, className);
  const cards = await readPictureCards(page, classId);
  const [card] = cards;
  if (card === undefined) throw new Error('The class has no pupils.');
  await page.goto(`/class/${classId}`);
  await startRound(page, 'Klassens egen runde', button);
  const sittingPath = new URL(page.url()).pathname;
  return { classId, cards, card, sittingPath, code: await readClassCode(page) };
};
