import { expect, test } from './journey.ts';
import { expectAccessible } from './accessibility.ts';
import {
  answerAndGoOn,
  answerRest,
  beginQuestions,
  findMyself,
  handIn,
  joinClass,
  pressPictures,
  questionCount,
  seeAllSent,
} from './pupil.ts';
import { closeSitting, startOwnRound } from './staff.ts';

test('a pupil presses a wrong picture, loses the network, reloads, and loses no answer', async ({
  page,
  openPage,
  watch,
}) => {
  const { card, code, sittingPath } = await startOwnRound(page, '7B', 'Start trivselsundersøkelse');

  const tablet = await openPage();
  await tablet.goto('/s');
  await expectAccessible(tablet, 'class code');
  await joinClass(tablet, code);
  await expectAccessible(tablet, 'find myself');
  await findMyself(tablet, card.name);
  await expectAccessible(tablet, 'picture code');
  watch.expected.push(/^403 POST \/api\/v1\/pupil-session$/);
  await pressPictures(tablet, card.pictures.toReversed());
  await expect(tablet.getByText('Det stemte ikke helt. Prøv en gang til.')).toBeVisible();
  await pressPictures(tablet, card.pictures);
  await expect(tablet.getByRole('heading', { name: 'Dette er greit å vite' })).toBeVisible();
  await expectAccessible(tablet, 'who sees what');
  await tablet.getByRole('button', { name: 'Jeg er klar' }).click();
  await expectAccessible(tablet, 'practice');
  await tablet.getByRole('button', { name: 'Tilbake' }).click();
  await beginQuestions(tablet);
  await expectAccessible(tablet, 'question');

  await test.step('two taps go one question on, and what was chosen is found again on the way back', async () => {
    const chosen = tablet.locator('.answers input:checked');
    const at = (number: number) =>
      expect(tablet.getByText(new RegExp(`^Spørsmål ${number} av`))).toBeVisible();
    const back = tablet.getByRole('button', { name: 'Tilbake' });
    await tablet.getByRole('button', { name: 'Neste' }).dblclick();
    await at(2);
    await answerAndGoOn(tablet, 2);
    await at(3);
    await expect(chosen).toHaveCount(0);
    await tablet.locator('.scale label').first().click();
    await back.click();
    await at(2);
    await expect(tablet.locator('.scale input').nth(2)).toBeChecked();
    await expect(chosen).toHaveCount(1);
    await back.click();
    await at(1);
    await expect(chosen).toHaveCount(0);
  });
  await answerAndGoOn(tablet, 0);
  await expect(tablet.getByText('Sendt', { exact: true })).toBeVisible({ timeout: 30_000 });
  watch.expected.push(/^net::ERR_INTERNET_DISCONNECTED PUT /);
  await tablet.context().setOffline(true);
  await answerAndGoOn(tablet, 1);
  await answerAndGoOn(tablet, 2);
  await expect(tablet.getByText('2 svar venter på nett')).toBeVisible();
  await expectAccessible(tablet, 'question without network');
  await tablet.context().setOffline(false);
  await seeAllSent(tablet);

  const total = await questionCount(tablet);
  await tablet.reload();
  await expect(tablet.getByText(`Spørsmål 4 av ${total}`, { exact: true })).toBeVisible();
  await answerRest(tablet, 4, 1);
  await expectAccessible(tablet, 'closing');
  await handIn(tablet);
  await expectAccessible(tablet, 'receipt');

  await tablet.goBack();
  await expect(tablet.locator('body')).not.toContainText(card.name);
  await expect(tablet.getByText(/^Spørsmål \d/)).toHaveCount(0);

  await page.goto(sittingPath);
  await closeSitting(page);
  const answer = page.waitForResponse((response) => response.url().endsWith('/wellbeing'));
  await page.getByRole('link', { name: 'Se trivsel i klassen' }).click();
  const { items } = (await (await answer).json()) as {
    readonly items: readonly { readonly answered: number }[];
  };
  expect(items.map(({ answered }) => answered)).toEqual(Array.from({ length: total }, () => 1));
});
