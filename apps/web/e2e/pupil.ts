import { expect, type Page } from '@playwright/test';
import type { PictureCard } from './staff.ts';

export const closingTitle = 'Vil du snakke med en voksen?';

export const joinClass = async (page: Page, code: string): Promise<void> => {
  await page.goto('/s');
  await page.getByLabel('Klassekode').fill(code);
  await page.getByRole('button', { name: 'Neste' }).click();
  await expect(page.getByRole('heading', { name: 'Finn navnet ditt' })).toBeVisible();
};

/** As when a network returns: what waits is sent at once. */
export const networkReturns = (tablet: Page): Promise<boolean> =>
  tablet.evaluate(() => window.dispatchEvent(new Event('online')));

/** All that was answered is with the server, without waiting for what may follow. */
export const seeAllSent = async (tablet: Page): Promise<void> => {
  await networkReturns(tablet);
  await expect(tablet.getByText('Sendt', { exact: true })).toBeVisible();
};

export const findMyself = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('button', { name, exact: true }).click();
  await expect(page.getByRole('heading', { name: `Hei, ${name}. Velg de tre bildene dine` })).toBeVisible();
};

export const pressPictures = async (page: Page, pictures: readonly string[]): Promise<void> => {
  for (const picture of pictures) await page.getByRole('button', { name: picture, exact: true }).click();
};

/** From the class code to the page that says who sees what. */
export const enter = async (page: Page, code: string, card: PictureCard): Promise<void> => {
  await joinClass(page, code);
  await findMyself(page, card.name);
  await pressPictures(page, card.pictures);
  await expect(page.getByRole('heading', { name: 'Dette er greit å vite' })).toBeVisible();
};

/** From the page that says who sees what, by the practice item, to the first question. */
export const beginQuestions = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Jeg er klar' }).click();
  await page.getByText('Sol', { exact: true }).click();
  await page.getByRole('button', { name: 'Begynn' }).click();
  await expect(page.getByText(/^Spørsmål 1 av \d+$/)).toBeVisible();
};

/** How many questions there are, as the top of the page says. */
export const questionCount = async (page: Page): Promise<number> =>
  Number((await page.getByText(/^Spørsmål \d+ av \d+$/).innerText()).split(' ').at(-1));

/** Whether the question on the screen asks for classmates; what there is to press comes a moment after its number. */
export const asksForClassmates = async (page: Page): Promise<boolean> => {
  const classmates = page.locator('.mates label').first();
  await expect(classmates.or(page.locator('.scale label').first())).toBeVisible();
  return classmates.isVisible();
};

/** Answers the question on the screen with the option or the classmates at `place`, and goes on. */
export const answerAndGoOn = async (page: Page, place: number): Promise<void> => {
  if (await asksForClassmates(page)) {
    await page.locator('.mates label').nth(place).click();
    await page
      .locator('.mates label')
      .nth(place + 1)
      .click();
    await expect(page.getByText('Du har valgt 2 av')).toBeVisible();
  } else {
    await page.locator('.scale label').nth(place).click();
  }
  await page.getByRole('button', { name: 'Neste' }).click();
};

/** Answers questions `from` to the last, each by its number, and stands at the closing page. */
export const answerRest = async (page: Page, from: number, place: number): Promise<void> => {
  const total = await questionCount(page);
  for (let number = from; number <= total; number += 1) {
    await expect(page.getByText(`Spørsmål ${number} av ${total}`, { exact: true })).toBeVisible();
    await answerAndGoOn(page, place);
  }
  await expect(page.getByRole('heading', { name: closingTitle })).toBeVisible();
};

export const handIn = async (page: Page): Promise<void> => {
  await page.getByText('Nei takk', { exact: true }).click();
  await page.getByRole('button', { name: 'Lever svarene' }).click();
  await expect(page.getByRole('heading', { name: 'Takk. Svarene dine er levert.' })).toBeVisible();
};
