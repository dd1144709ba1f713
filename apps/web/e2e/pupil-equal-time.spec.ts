import type { Page } from '@playwright/test';
import { expect, test } from './journey.ts';
import { beginQuestions, closingTitle, enter, questionCount } from './pupil.ts';
import { closeSitting, startOwnRound } from './staff.ts';

/** One way of answering: what is done on each question before going on. */
type Way = { readonly name: string; readonly answer: (page: Page, number: number) => Promise<void> };

const option = (place: number): Way => ({
  name: `option ${String(place + 1)} of every question`,
  answer: async (page) => {
    const options = page.locator('.scale label');
    await expect(options.first()).toBeVisible();
    await options.nth(Math.min(place, (await options.count()) - 1)).click();
  },
});
const pressed = (label: string): Way => ({
  name: `«${label}» to every question`,
  answer: (page) => page.getByText(label, { exact: true }).click(),
});
const nothing: Way = { name: 'nothing at all', answer: () => Promise.resolve() };
const chosen = (count: number): Way => ({
  name: `${String(count)} classmates`,
  answer: async (page) => {
    for (let place = 0; place < count; place += 1) await page.locator('.mates label').nth(place).click();
  },
});

/** Every screen on the way, as its heading and its place, from the first question to the closing. */
const walk = async (page: Page, { answer }: Way): Promise<readonly string[]> => {
  const total = await questionCount(page);
  const seen: string[] = [];
  for (let number = 1; number <= total; number += 1) {
    const place = page.getByText(`Spørsmål ${String(number)} av ${String(total)}`, { exact: true });
    await expect(place).toBeVisible();
    seen.push(`${await place.innerText()}: ${await page.getByRole('heading').innerText()}`);
    await answer(page, number);
    await page.getByRole('button', { name: 'Neste' }).click();
  }
  await expect(page.getByRole('heading', { name: closingTitle })).toBeVisible();
  return [...seen, closingTitle];
};

for (const [kind, button, ways] of [
  [
    'wellbeing',
    'Start trivselsundersøkelse',
    [...[0, 1, 2, 3, 4].map(option), pressed('Vil ikke svare'), nothing],
  ],
  [
    'sociogram',
    'Start sosiogram',
    [chosen(1), chosen(3), pressed('Ingen'), pressed('Vil ikke svare'), nothing],
  ],
] as const)
  test(`whatever is answered in a ${kind}, the screens and their order are the same`, async ({
    page,
    openPage,
  }) => {
    test.slow();
    const { cards, code, sittingPath } = await startOwnRound(page, '7B', button);
    const walks: (readonly [string, readonly string[]])[] = [];
    for (const [at, way] of ways.entries()) {
      const card = cards[at];
      if (card === undefined) throw new Error('The class has too few pupils.');
      const tablet = await openPage();
      await enter(tablet, code, card);
      await beginQuestions(tablet);
      walks.push([way.name, await walk(tablet, way)]);
      await tablet.close();
    }
    const first = walks[0]?.[1] ?? [];
    expect(first.length).toBeGreaterThan(2);
    for (const [name, screens] of walks) expect([name, screens]).toEqual([name, first]);
    await page.goto(sittingPath);
    await closeSitting(page);
  });
