import type { Page, Route } from '@playwright/test';
import { expect, test } from './journey.ts';
import {
  answerAndGoOn,
  beginQuestions,
  closingTitle,
  enter,
  handIn,
  networkReturns,
  questionCount,
  seeAllSent,
} from './pupil.ts';
import { closeSitting, startOwnRound } from './staff.ts';
import { pagesKept, partsWaiting, readableOn } from './tablet-store.ts';

/** What the class's answers come to once it is closed: for each item how many answered. */
const answered = async (page: Page, sittingPath: string): Promise<readonly number[]> => {
  await page.goto(sittingPath);
  await closeSitting(page);
  const results = page.waitForResponse((response) => response.url().endsWith('/wellbeing'));
  await page.getByRole('link', { name: 'Se trivsel i klassen' }).click();
  const { items } = (await (await results).json()) as {
    readonly items: readonly { readonly answered: number }[];
  };
  return items.map((item) => item.answered);
};

test('without a network from the second question on, with reloads, everything comes through once', async ({
  page,
  openPage,
  product,
  watch,
}) => {
  test.slow();
  const { cards, sittingPath, code } = await startOwnRound(page, '7B', 'Start trivselsundersøkelse');
  const [card] = cards;
  if (card === undefined) throw new Error('The class has no pupils.');
  watch.expected.push(/^net::ERR_INTERNET_DISCONNECTED /);
  const tablet = await openPage();
  await enter(tablet, code, card);
  await pagesKept(tablet);
  await beginQuestions(tablet);
  const total = await questionCount(tablet);
  await answerAndGoOn(tablet, 0);
  await seeAllSent(tablet);
  await tablet.context().setOffline(true);
  await answerAndGoOn(tablet, 1);
  await expect.poll(() => partsWaiting(tablet)).toBeGreaterThanOrEqual(1);
  await tablet.reload();
  await expect(tablet.getByText(`Spørsmål 3 av ${total}`, { exact: true })).toBeVisible();
  for (let number = 3; number <= total; number += 1) {
    await expect(tablet.getByText(`Spørsmål ${number} av ${total}`, { exact: true })).toBeVisible();
    await answerAndGoOn(tablet, 1);
    if (number !== 5) continue;
    await expect.poll(() => partsWaiting(tablet)).toBeGreaterThanOrEqual(4);
    await tablet.reload();
  }
  await expect(tablet.getByRole('heading', { name: closingTitle })).toBeVisible();
  const underWay = await readableOn(tablet);
  for (const { name } of cards) expect(underWay).not.toContain(name);
  expect(underWay).not.toMatch(/optionId|w57-/);
  await tablet.getByText('Nei takk', { exact: true }).click();
  await tablet.getByRole('button', { name: 'Lever svarene' }).click();
  await expect(tablet.getByRole('heading', { name: 'Takk. Svarene dine er tatt vare på.' })).toBeVisible();
  await expect(tablet.locator('body')).not.toContainText(card.name);

  // The page is gone before the network is back: the worker hands the answers over, or whoever opens the page next.
  await tablet.goto('about:blank');
  await tablet.context().setOffline(false);
  await tablet.goto('/s');
  // The session could not be ended without a network, and the tablet is the next pupil's all the same.
  await expect(tablet.getByLabel('Klassekode')).toBeVisible();
  await expect(tablet.locator('body')).not.toContainText(card.name);
  await expect.poll(() => readableOn(tablet)).not.toMatch(/"sealed":"/);
  const written = product.log();
  expect(written).toContain('demoskolen');
  for (const { name } of cards) expect(written).not.toMatch(new RegExp(`\\b${name}\\b`));
  expect(written).not.toMatch(/optionId|w57-/);
  expect(await answered(page, sittingPath)).toEqual(Array.from({ length: total }, () => 1));
});

test('whatever the server answers, and wherever the connection is cut, afterwards there is one response', async ({
  page,
  openPage,
  watch,
}) => {
  test.slow();
  const { cards, sittingPath, code } = await startOwnRound(page, '7B', 'Start trivselsundersøkelse');
  const [card] = cards;
  if (card === undefined) throw new Error('The class has no pupils.');
  watch.expected.push(/^(503|net::ERR_\w+) PUT /, /^net::ERR_\w+ PUT /);
  const tablet = await openPage();
  await enter(tablet, code, card);
  const refuse = (route: Route): Promise<void> =>
    route.fulfill({
      status: 503,
      contentType: 'application/problem+json',
      body: '{"code":"unavailable"}',
    });
  const cutBefore = (route: Route): Promise<void> => route.abort('connectionreset');
  const loseTheAnswer = async (route: Route): Promise<void> => {
    await route.fetch();
    await route.abort('connectionreset');
  };
  const pass = (route: Route): Promise<void> => route.continue();
  const ahead = [refuse, cutBefore, loseTheAnswer, pass, loseTheAnswer, refuse, cutBefore];
  await tablet.route('**/parts', (route) => (ahead.shift() ?? pass)(route));
  await beginQuestions(tablet);
  const total = await questionCount(tablet);
  for (let number = 1; number <= total; number += 1) await answerAndGoOn(tablet, number % 2);
  await expect
    .poll(async () => {
      await networkReturns(tablet);
      return ahead.length;
    })
    .toBe(0);
  await handIn(tablet);
  expect(await answered(page, sittingPath)).toEqual(Array.from({ length: total }, () => 1));
});

test('after goodbye nothing of the pupil is left on the tablet', async ({ page, openPage }) => {
  const { cards, sittingPath, code } = await startOwnRound(page, '7B', 'Start trivselsundersøkelse');
  const [card] = cards;
  if (card === undefined) throw new Error('The class has no pupils.');
  const tablet = await openPage();
  await enter(tablet, code, card);
  await beginQuestions(tablet);
  const total = await questionCount(tablet);
  for (let number = 1; number <= total; number += 1) await answerAndGoOn(tablet, 0);
  await handIn(tablet);
  await tablet.getByRole('button', { name: 'Neste elev' }).click();
  await expect(tablet.getByRole('heading', { name: 'Finn navnet ditt' })).toBeVisible();
  const left = await readableOn(tablet);
  expect(left).toContain('"session",[]');
  expect(left).toContain('"parts",[]');
  expect(left).toContain('"uploads",[]');
  for (const { name } of cards) expect(left).not.toContain(name);
  for (let step = 0; step < 3; step += 1) {
    await tablet.goBack().catch(() => null);
    await expect(tablet.getByText(/^Spørsmål \d/)).toHaveCount(0);
  }
  await page.goto(sittingPath);
  await closeSitting(page);
});
