import type { Page } from '@playwright/test';
import { expectAccessible } from './accessibility.ts';
import { expect, test } from './journey.ts';
import { madeBullying, madeIndicators, surveyFile } from './made-survey.ts';
import { lookAt } from './staff-page.ts';
import { signInAs, signInAsTeacherOf } from './staff.ts';

const address = '/school/national-survey';
const choose = async (page: Page, file: ReturnType<typeof surveyFile>) => {
  await page.goto(address);
  await page.getByLabel('Velg en fil').setInputFiles(file);
};
const chooseAndUse = async (page: Page, file: ReturnType<typeof surveyFile>) => {
  await choose(page, file);
  await page.getByRole('button', { name: 'Ta tallene i bruk' }).click();
  await page.getByRole('heading', { level: 1, name: 'Elevundersøkelsen' }).waitFor();
};

test('leadership reads Udir’s figures in, sees them year by year, and puts them back', async ({
  page,
  openPage,
  watch,
}) => {
  test.slow();
  await signInAs(page, 'Rektor');
  await page.getByRole('link', { name: 'Elevundersøkelsen' }).click();
  await expect(page.getByRole('heading', { name: 'Les inn flere tall' })).toBeVisible();

  await test.step('a file that is none is refused with the reason', async () => {
    watch.expected.push(/^422 POST \/api\/v1\/national-survey\/imports$/);
    await choose(page, surveyFile([{ navn: 'Ada', klasse: '5A' }]));
    await expect(page.getByRole('alert')).toContainText('Kolonnene er ikke fra en av tabellene');
  });

  await test.step('a file with a row that cannot be read is shown, and cannot be used', async () => {
    const broken = madeIndicators.map((row, at) => (at === 4 ? { ...row, Score: 'mye' } : row));
    await choose(page, surveyFile(broken));
    const row = page.getByRole('row', { name: /Score er ikke et tall/ });
    await expect(row.getByRole('cell', { name: '6', exact: true })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Ta tallene i bruk' })).toHaveCount(0);
    await lookAt(page, 'a file with a fault');
    await page.getByRole('button', { name: 'Legg bort' }).click();
    await expect(page.getByRole('heading', { name: 'Les inn flere tall' })).toBeVisible();
  });

  await test.step('a whole file is looked over and taken in use', async () => {
    await choose(page, surveyFile(madeIndicators));
    await expect(page.getByRole('heading', { name: 'Se over før tallene tas i bruk' })).toBeVisible();
    await expect(page.getByText('210, av dem 30 skjermet av Udir')).toBeVisible();
    await expect(page.getByText('2019–20 til 2025–26, 7 skoleår')).toBeVisible();
    await lookAt(page, 'a file to look over');
    await page.getByRole('button', { name: 'Ta tallene i bruk' }).click();
    await expect(page.getByRole('heading', { name: 'Indikatorer på 7. trinn' })).toBeVisible();
    await chooseAndUse(page, surveyFile(madeBullying));
  });

  await test.step('the figures stand beside those of the country, with hidden ones in words', async () => {
    await expect(
      page.getByText('Andelen elever som svarte at de blir mobbet to til tre ganger i måneden eller oftere'),
    ).toBeVisible();
    const bullying = page
      .getByRole('article')
      .filter({ has: page.getByRole('heading', { name: 'Mobbing på skolen', exact: true }) });
    await expect(bullying.getByText(/^2025–26: 10,2\s%, hele landet: 13,2\s%\.$/)).toBeVisible();
    await expect(
      bullying.getByText(/^38\ssvar i 2025–26\. Skjermet av Udir: 2019–20, 2020–21, 2021–22\.$/),
    ).toBeVisible();
    await expect(
      page.getByText('Inneholder data under NLOD, tilgjengeliggjort på data.udir.no.'),
    ).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Egne runder ved siden av, 7. trinn' })).toBeVisible();
    const beside = page.getByRole('article').filter({ hasText: 'Hvordan har du hatt det på skolen' });
    await expect(beside.getByText(/^Elevundersøkelsen 2025–26: \d,\d\. Trivsel, uke \d+, /)).toBeVisible();
    await lookAt(page, 'the figures as charts');
    await page.getByText('Tabeller', { exact: true }).click();
    const table = page.getByRole('table', { name: 'Trivsel, 7. trinn, år for år' });
    await expect(table.getByRole('row', { name: /^2021–22 skjermet av Udir/ })).toBeVisible();
    await expect(table.getByRole('row', { name: /^2025–26 \d/ })).toBeVisible();
    const own = page.getByRole('table', { name: /^Trivsel og «Hvordan har du hatt det/ });
    await expect(own.getByRole('row', { name: /^Trivsel, uke 36, \d{4}–\d\d / }).first()).toBeVisible();
    await expectAccessible(page, 'the figures as tables');
    const grades = page.getByRole('radiogroup', { name: 'Trinn' });
    await grades.getByText('5. trinn', { exact: true }).click();
    await expect(page.getByRole('heading', { name: 'Mobbing på 5. trinn' })).toBeVisible();
  });

  await test.step('in print there are figures and the credit, and nothing to press', async () => {
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByText('Inneholder data under NLOD')).toBeVisible();
    await expect(page.getByLabel('Velg en fil')).toBeHidden();
    await page.emulateMedia({ media: 'screen' });
  });

  await test.step('the same file again has nothing to use', async () => {
    await choose(page, surveyFile(madeBullying));
    await expect(page.getByText('Alle tallene i filen er i bruk fra før.')).toBeVisible();
    await page.getByRole('button', { name: 'Legg bort' }).click();
  });

  await test.step('a teacher does not find the page', async () => {
    const teacher = await openPage();
    await signInAsTeacherOf(teacher, '7A');
    watch.expected.push(/^404 GET \/api\/v1\/national-survey$/);
    await teacher.goto(address);
    await expect(teacher.getByRole('heading', { name: 'Fant ikke siden' })).toBeVisible();
  });

  await test.step('both files are put back', async () => {
    for (const table of ['Mobbing', 'Indikatorer']) {
      await page.goto(address);
      await page
        .getByRole('row')
        .filter({ hasText: table })
        .filter({ hasText: 'I bruk' })
        .getByRole('link')
        .first()
        .click();
      await page.getByRole('button', { name: 'Legg tallene tilbake' }).click();
      await expect(page.getByRole('heading', { name: 'Tallene er lagt tilbake' })).toBeVisible();
    }
    await page.goto(address);
    await expect(page.getByRole('heading', { name: 'Les inn flere tall' })).toBeVisible();
  });
});
