import type { ClassSociograms, SociogramRound } from '@samhold/contract';
import { expect, type Locator, type Page } from '@playwright/test';
import { closingTitle, pressPictures } from './pupil.ts';
import { closeSitting, startOwnRound, type PictureCard } from './staff.ts';

/** Whom a pupil chose, by name, question by question. */
export type Choices = readonly (readonly string[])[];

/** A sociogram of 7B that has begun: the pupils' cards, and what leads to its pages. */
export const startSociogram = async (page: Page) => {
  const { cards, code, sittingPath } = await startOwnRound(page, '7B', 'Start sosiogram');
  const cardAt = (place: number): PictureCard => {
    const card = cards[place];
    if (card === undefined) throw new Error('The class has too few pupils.');
    return card;
  };
  return { cardAt, path: sittingPath, code };
};

/** Goes on from whatever question is on the screen to the closing. Of each it chooses the two from `place` on, and says whom. */
export const chooseToTheEnd = async (
  page: Page,
  place: number,
  between: (number: number) => Promise<unknown> = () => Promise.resolve(),
  press: (target: Locator) => Promise<void> = (target) => target.click(),
): Promise<Choices> => {
  const chosen = new Map<number, readonly string[]>();
  const closing = page.getByRole('heading', { name: closingTitle });
  const asked = page.getByText(/^Spørsmål \d+ av \d+$/);
  for (;;) {
    await expect(closing.or(asked)).toBeVisible();
    if (await closing.isVisible()) break;
    const number = Number((await asked.innerText()).split(' ')[1]);
    const mates = page.locator('.mates label');
    const two = [mates.nth(place), mates.nth(place + 1)];
    for (const mate of two) await press(mate);
    chosen.set(number, await Promise.all(two.map(async (mate) => (await mate.innerText()).trim())));
    await press(page.getByRole('button', { name: 'Neste' }));
    await expect(asked.filter({ hasText: `Spørsmål ${String(number)} ` })).toHaveCount(0);
    await between(number);
  }
  return [...chosen].toSorted(([a], [b]) => a - b).map(([, names]) => names.toSorted());
};

/** Presses again, as a child does, until what should come is there. */
export const pressUntil = (there: Locator, press: () => Promise<unknown>): Promise<void> =>
  expect(async () => {
    if (!(await there.isVisible())) await press();
    await expect(there).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 60_000, intervals: [100] });

/** From the address to the page that says who sees what, however often it takes. */
export const enterPatiently = async (page: Page, code: string, card: PictureCard): Promise<void> => {
  const next = page.getByRole('button', { name: 'Neste' });
  await pressUntil(page.getByLabel('Klassekode'), () => page.goto('/s', { timeout: 5_000 }));
  await pressUntil(page.getByRole('heading', { name: 'Finn navnet ditt' }), async () => {
    await page.getByLabel('Klassekode').fill(code);
    await next.click();
  });
  await page.getByRole('button', { name: card.name, exact: true }).click();
  await pressUntil(page.getByRole('heading', { name: 'Dette er greit å vite' }), () =>
    pressPictures(page, card.pictures),
  );
};

/** Closes the sitting, and says whom each pupil chose by what the teacher is shown. */
export const choicesOf = async (page: Page, path: string): Promise<(name: string) => Choices> => {
  await page.goto(path);
  await closeSitting(page);
  return readChoices(page);
};

/** From the page of a closed sitting to its sociogram, and what the page is told of that round. */
export const openSociogram = async (page: Page): Promise<SociogramRound> => {
  const answer = page.waitForResponse((response) => response.url().endsWith('/sociograms'));
  await page.getByRole('link', { name: 'Se sosiogrammet' }).click();
  // The contract's own shape: the server validates what it sends.
  const { rounds } = (await (await answer).json()) as ClassSociograms;
  await page.waitForURL(/\/sociogram\/[^/]+$/);
  const shown = rounds.find(({ sitting }) => page.url().endsWith(sitting.sittingId));
  if (shown === undefined) throw new Error('The round is not among those of the class.');
  return shown;
};

/** From the page of a closed sitting. */
export const readChoices = async (page: Page): Promise<(name: string) => Choices> => {
  const { pupils, criteria } = await openSociogram(page);
  const names = new Map(pupils.map(({ pupilId, label }) => [pupilId, label]));
  return (name) =>
    criteria.map(({ choices }) =>
      choices
        .filter(({ from }) => names.get(from) === name)
        .map(({ to }) => names.get(to) ?? to)
        .toSorted(),
    );
};
