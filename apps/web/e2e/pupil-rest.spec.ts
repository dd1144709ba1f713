import { expect, test } from './journey.ts';
import { expectAccessible } from './accessibility.ts';
import { answerAndGoOn, beginQuestions, enter } from './pupil.ts';
import { closeSitting, startOwnRound } from './staff.ts';

test('a tablet that rests asks who is there before it forgets, and one press goes on where it was', async ({
  page,
  openPage,
}) => {
  const { card, code } = await startOwnRound(page, '7B', 'Start trivselsundersøkelse');
  const tablet = await openPage();
  await tablet.clock.install();
  await enter(tablet, code, card);
  await beginQuestions(tablet);
  await answerAndGoOn(tablet, 1);
  await tablet.locator('.scale label').nth(2).click();

  const asked = tablet.getByRole('heading', { name: `Er du ${card.name}?` });
  await tablet.clock.fastForward('17:00');
  await expect(tablet.getByText(/^Spørsmål 2 av/)).toBeVisible();
  await tablet.clock.fastForward('01:30');
  await expect(asked).toBeVisible();
  await expect(tablet.getByText('Om litt blir du logget ut.')).toBeVisible();
  await expect(tablet.locator('.scale')).toHaveCount(0);
  await expectAccessible(tablet, 'who is there');

  await tablet.getByRole('button', { name: 'Ja, fortsett' }).click();
  await expect(tablet.getByText(/^Spørsmål 2 av/)).toBeVisible();
  await expect(tablet.locator('.scale input').nth(2)).toBeChecked();

  await tablet.clock.fastForward('18:30');
  await tablet.getByRole('button', { name: 'Ja, fortsett' }).click();
  await tablet.clock.fastForward('17:00');
  await tablet.reload();
  await expect(tablet.getByText(/^Spørsmål 3 av/), 'the time counts from the press').toBeVisible();

  await tablet.clock.fastForward('18:30');
  await expect(asked).toBeVisible();
  await tablet.clock.fastForward('02:00');
  await expect(tablet.getByRole('heading', { name: 'Du er logget ut' })).toBeVisible();
  await expect(tablet.getByText('2 svar er lagret.')).toBeVisible();
  await expect(tablet.getByText(card.name)).toHaveCount(0);
  // Other journeys start a round in the same class.
  await closeSitting(page);
});
