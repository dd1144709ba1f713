import type { Page } from '@playwright/test';
import { expectAccessible } from './accessibility.ts';
import { expect, test } from './journey.ts';
import { answerRest, beginQuestions, enter, handIn } from './pupil.ts';
import { lookAt } from './staff-page.ts';
import { closeSitting, signInAs, startOwnRound, type PictureCard } from './staff.ts';

const question = 'Har du det bra på skolebussen?';
const criterion = 'Hvem liker du å spille ball med?';
const text = (page: Page) => page.getByLabel('Spørsmålet på bokmål');
const readThrough = (page: Page) => page.getByLabel('Jeg har lest spørsmålet gjennom');
const add = (page: Page) => page.getByRole('button', { name: 'Legg til spørsmålet' });

const answer = async (page: Page, code: string, cards: readonly PictureCard[]) => {
  for (const card of cards) {
    await enter(page, code, card);
    await beginQuestions(page);
    await answerRest(page, 1, 0);
    await handIn(page);
  }
};

test('leadership asks something of its own, is refused what the law refuses, and the teacher sees the answers', async ({
  page,
  openPage,
  watch,
}) => {
  test.setTimeout(420_000);
  await signInAs(page, 'Rektor');
  await page.getByRole('link', { name: 'Oppsett' }).click();
  await page.getByRole('link', { name: 'Spørreskjemaer' }).click();
  await page.getByRole('link', { name: /^Rediger.*Trivsel, 5\.–7\. trinn$/ }).click();

  await test.step('what is to be compared stays, and what is added takes the place of something', async () => {
    const row = page.getByRole('listitem').filter({ hasText: 'Føler du deg trygg på skolen?' });
    await expect(row.getByText('Til sammenligning, kan ikke fjernes')).toBeVisible();
    await expect(row.getByRole('button', { name: 'Ta ut' })).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Legg til eget spørsmål' })).toBeDisabled();
    const rules = page.getByRole('listitem').filter({ hasText: 'Følger klassen reglene' });
    await rules.getByRole('button', { name: 'Ta ut' }).click();
    await page.getByRole('button', { name: 'Angre' }).click();
    await expect(page.getByRole('button', { name: 'Legg til eget spørsmål' })).toBeDisabled();
    await rules.getByRole('button', { name: 'Ta ut' }).click();
    await expect(page.getByRole('heading', { name: 'Tatt ut' })).toBeVisible();
  });

  await test.step('what the law forbids is refused at the field, and style is advised on', async () => {
    await page.getByRole('button', { name: 'Legg til eget spørsmål' }).click();
    await text(page).fill('Hvem er slem mot deg?');
    await expect(page.getByText('I trivselsundersøkelsen kan ingen navngis.')).toBeVisible();
    await text(page).fill('Har du en diagnose?');
    await expect(page.getByText('Se på ordet «diagnose».')).toBeVisible();
    await add(page).click();
    await expect(text(page)).toBeFocused();
    await expectAccessible(page, 'a question that is refused');
    await text(page).fill('Trives du på bussen, og har du noen å sitte med?');
    await expect(page.getByText('ser ut til å binde sammen to spørsmål')).toBeVisible();
    await expectAccessible(page, 'a question to look over');
    await text(page).fill(question);
    await expect(page.getByText('Se over', { exact: true })).toHaveCount(0);
    await add(page).click();
    await expect(page.getByRole('alert')).toContainText('Les spørsmålet gjennom');
    await readThrough(page).check();
    await add(page).click();
    await expect(page.getByText('Spørsmålet er lagt til.')).toBeVisible();
  });

  await test.step('it is moved by the keyboard, which stays where it was', async () => {
    const row = page.getByRole('listitem').filter({ hasText: question });
    const up = row.getByRole('button', { name: 'Flytt opp' });
    await up.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByText('Spørsmålet er flyttet.')).toBeVisible();
    await expect(up).toBeFocused();
  });

  await test.step('another who edits at once is told, and both have what both wrote', async () => {
    const other = await openPage();
    await signInAs(other, 'Rektor');
    await other.goto('/school/questionnaires/wellbeing-5-7');
    const quiet = (on: Page) => on.getByRole('listitem').filter({ hasText: 'Er det rolig nok i timene' });
    await quiet(other).getByRole('button', { name: 'Flytt opp' }).click();
    await expect(other.getByText('Spørsmålet er flyttet.')).toBeVisible();
    watch.expected.push(/^409 PUT \/api\/v1\/questionnaires\/wellbeing-5-7\/draft$/);
    const belong = page.getByRole('listitem').filter({ hasText: 'Kjenner du at du hører til' });
    await belong.getByRole('button', { name: 'Ta ut' }).click();
    await expect(page.getByText('har lagret et annet utkast')).toBeVisible();
    await expectAccessible(page, 'two drafts at once');
    await page.getByRole('button', { name: 'Slå sammen de to' }).click();
    await expect(page.getByText('har lagret et annet utkast')).toHaveCount(0);
    await expect(belong.getByRole('button', { name: 'Ta inn igjen' })).toBeVisible();
    await expect(page.getByText('Lagrer …')).toHaveCount(0);
    await page.reload();
    await lookAt(page, 'a draft');
    await page.reload();
  });

  await test.step('it is seen as pupils see it, in their language', async () => {
    await page.getByRole('link', { name: 'Se utkastet som elev' }).click();
    await expect(page.getByText(/^Spørsmål 1 av 15$/)).toBeVisible();
    await page.getByLabel('Språk').selectOption('nn');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Korleis/);
    const next = page.getByRole('button', { name: 'Neste' });
    while (!(await page.getByRole('heading', { name: question }).isVisible())) await next.click();
    // It has no text in nynorsk yet: the bokmål is shown, and read by a voice for it.
    await expect(page.getByRole('heading', { name: question })).toHaveAttribute('lang', 'nb');
    await page.getByText('Klassen får opplest').click();
    await page.getByRole('link', { name: 'Tilbake til skjemaet' }).click();
  });

  await test.step('it is published as the first version', async () => {
    await page.getByRole('button', { name: 'Ta i bruk som versjon 1' }).click();
    await expect(page.getByText('Versjon 1 er tatt i bruk.')).toBeVisible();
    await expect(page.getByText(`Lagt til: ${question}`)).toBeVisible();
    await page.reload();
    await lookAt(page, 'a version in use');
  });

  await test.step('a criterion is refused when it is negative, and published when it is not', async () => {
    await page.goto('/school/questionnaires/sociogram-5-7');
    await page.getByRole('button', { name: 'Legg til eget spørsmål' }).click();
    await text(page).fill('Hvem vil du ikke spille ball med?');
    await expect(page.getByText('Forskrift til opplæringslova § 20-5')).toBeVisible();
    await text(page).fill(criterion);
    await page.getByLabel('Kort navn').fill('Spille ball');
    await page.getByLabel('Hvor mange kan hver elev velge?').selectOption('inntil 2');
    await readThrough(page).check();
    await add(page).click();
    await page.getByRole('button', { name: 'Ta i bruk som versjon 1' }).click();
    await expect(page.getByText('Versjon 1 er tatt i bruk.')).toBeVisible();
  });

  await test.step('a class answers it, and its teacher sees the answers', async () => {
    const teacher = await openPage();
    const tablet = await openPage();
    const { code, cards } = await startOwnRound(teacher, '7B', 'Start sosiogram');
    await answer(tablet, code, cards.slice(0, 3));
    await closeSitting(teacher);
    await teacher
      .getByRole('link', { name: /sosiogram/i })
      .first()
      .click();
    await teacher.getByText('Spille ball', { exact: true }).first().click();
    await expect(teacher.getByText('3 av').first()).toBeVisible();
  });

  await test.step('and so with the question', async () => {
    const teacher = await openPage();
    const tablet = await openPage();
    const { classId, code, cards } = await startOwnRound(teacher, '6B', 'Start trivselsundersøkelse');
    await answer(tablet, code, cards.slice(0, 2));
    await closeSitting(teacher);
    await teacher.goto(`/class/${classId}/wellbeing`);
    await expect(teacher.getByText(question).first()).toBeVisible();
  });
});
