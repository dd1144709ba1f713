import type { Page } from '@playwright/test';
import { expectAccessible } from './accessibility.ts';
import { expect, test } from './journey.ts';
import { wordsIn } from './in-language.ts';
import { chooseLanguage } from './offered-languages.ts';
import { answerAndGoOn, beginQuestions, pressPictures, seeAllSent } from './pupil.ts';
import { closeSitting, startOwnRound } from './staff.ts';

const whoSees = 'Dette er greit å vite';
const accountLink = 'Logg inn med skolekontoen';

test('a pupil signs in by the school account: once with class code and pictures, then straight in', async ({
  page,
  openPage,
  watch,
}) => {
  watch.expected.push(/^422 POST \/api\/v1\/pupil-session\/identity$/);
  const { card, classId, code, sittingPath } = await startOwnRound(page, '7B', 'Start trivselsundersøkelse');

  const signIn = async (tablet: Page): Promise<void> => {
    await tablet.goto('/s');
    await tablet.getByRole('link', { name: accountLink }).click();
    const account = tablet
      .getByRole('button')
      .filter({ has: tablet.getByText('Elev i 7B', { exact: true }) });
    await account.first().click();
    await expect(tablet).toHaveURL('/s');
  };

  const tablet = await openPage();
  await test.step('the first time the account is not known', async () => {
    await tablet.goto('/s');
    await expect(tablet.getByRole('link', { name: accountLink })).toBeVisible();
    await expectAccessible(tablet, 'class code with a school account');
    await signIn(tablet);
    await expect(tablet.getByText('Denne ene gangen trenger vi også klassekoden')).toBeVisible();
    await expectAccessible(tablet, 'class code for a new account');
  });

  await test.step('whoever it is not lets it go, and proves nothing for it', async () => {
    await tablet.getByRole('button', { name: 'Det er ikke meg' }).click();
    await expect(tablet.getByRole('link', { name: accountLink })).toBeVisible();
    expect((await tablet.context().cookies()).map(({ name }) => name)).not.toContain(
      '__Host-samhold-skolekonto',
    );
    await signIn(tablet);
  });

  await test.step('the language that was chosen is spoken after it, too, and is kept no longer', async () => {
    await tablet.getByRole('button', { name: 'Det er ikke meg' }).click();
    const { text } = await wordsIn('en');
    await chooseLanguage(tablet, 'en', 'ltr');
    await tablet.getByRole('link', { name: text('accountOther') }).click();
    await tablet
      .getByRole('button')
      .filter({ has: tablet.getByText('Elev i 7B', { exact: true }) })
      .first()
      .click();
    await expect(tablet.getByText(text('accountNew'))).toBeVisible();
    expect(await tablet.evaluate(() => ({ ...sessionStorage }))).toEqual({});
    await chooseLanguage(tablet, 'nb', 'ltr');
  });

  await test.step('class code and pictures say whose it is', async () => {
    await tablet.getByLabel('Klassekode').fill(code);
    await tablet.getByRole('button', { name: 'Neste' }).click();
    await tablet.getByRole('button', { name: card.name, exact: true }).click();
    await pressPictures(tablet, card.pictures);
    await expect(tablet.getByRole('heading', { name: whoSees })).toBeVisible();
  });

  await test.step('from then on it leads straight in, on to where the pupil was', async () => {
    await beginQuestions(tablet);
    await answerAndGoOn(tablet, 0);
    await seeAllSent(tablet);
    const another = await openPage();
    await signIn(another);
    await expect(another.getByText(/^Spørsmål 2 av \d+$/)).toBeVisible();
    await expect(another.getByText(card.name, { exact: true }).first()).toBeVisible();
  });

  await test.step('nobody comes in by the address alone', async () => {
    const other = await openPage();
    watch.expected.push(/^410 POST \/api\/v1\/pupil-session\/identity$/);
    await other.goto('/s#feide');
    await expect(other.getByText('Innloggingen gikk ikke.')).toBeVisible();
    await expect(other).toHaveURL('/s');
  });

  await test.step('the teacher takes it back', async () => {
    await page.goto(`/class/${classId}/badges`);
    const row = page.getByRole('row').filter({ hasText: card.name });
    await expect(row.getByText('Koblet', { exact: true })).toBeVisible();
    await row.getByRole('button', { name: 'Fjern skolekontoen til' }).click();
    await expectAccessible(page, 'badges with a school account');
    await page.getByRole('button', { name: 'Fjern koblingen' }).click();
    await expect(page.getByText('Skolekontoen er koblet fra.')).toBeVisible();
    const third = await openPage();
    await signIn(third);
    await expect(third.getByText('Denne ene gangen trenger vi også klassekoden')).toBeVisible();
  });

  await page.goto(sittingPath);
  await closeSitting(page);
});
