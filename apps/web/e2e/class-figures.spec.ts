import { expect, test } from './journey.ts';
import { lookAt } from './staff-page.ts';
import { signInAs } from './staff.ts';

const table = [
  'Elevundersøkelsen 2025',
  'Klasse;Gruppe som svarte;Trivsel;Mobbing på skolen',
  '5A;20;4,4;5,0',
  '5B;21;5,0;*',
];
const file = (lines: readonly string[]) => ({
  name: 'klasser.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(`${lines.join('\r\n')}\r\n`),
});

test('leadership says what the columns of a spreadsheet mean, looks it over, and takes it in use', async ({
  page,
  watch,
}) => {
  test.slow();
  await signInAs(page, 'Rektor');
  await page.goto('/school/national-survey');
  const openPage = async () => {
    await page.getByRole('link', { name: 'Les inn klassetall' }).click();
    await page.getByRole('heading', { level: 1, name: 'Les inn klassetall' }).waitFor();
  };
  await openPage();
  const meaning = (column: string) => page.getByRole('combobox', { name: column });

  await test.step('columns that say too little are refused with what is missing', async () => {
    await page.getByLabel('Velg en fil').setInputFiles(file(table));
    await expect(meaning('Klasse')).toHaveValue('class');
    watch.expected.push(/^422 POST \/api\/v1\/national-survey\/class-files$/);
    await page.getByRole('button', { name: 'Se over tallene' }).click();
    await expect(page.getByRole('alert')).toContainText('Velg hvilken kolonne som har antall svar.');
    await lookAt(page, 'the columns of a file');
  });

  await test.step('a row that cannot be read holds the file back', async () => {
    await page.getByLabel('Velg en fil').setInputFiles(file(table.with(2, '5A;20;mye;5,0')));
    await meaning('Gruppe som svarte').selectOption('Antall svar');
    await meaning('Trivsel').selectOption('Snitt for temaet kolonnen heter');
    await meaning('Mobbing på skolen').selectOption('Andel mobbet, kolonnen heter temaet');
    await page.getByRole('button', { name: 'Se over tallene' }).click();
    await expect(page.getByRole('row', { name: /^3 Snittet er ikke et tall/ })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Ta tallene i bruk' })).toHaveCount(0);
    await page.getByRole('button', { name: 'Legg bort' }).click();
  });

  await test.step('the columns are remembered, and the whole file is taken in use', async () => {
    await openPage();
    await page.getByLabel('Velg en fil').setInputFiles(file(table));
    await expect(meaning('Gruppe som svarte')).toHaveValue('answers');
    await expect(page.getByText('Slik dere valgte sist').first()).toBeVisible();
    await page.getByRole('button', { name: 'Se over tallene' }).click();
    await expect(page.getByRole('heading', { name: 'Se over før tallene tas i bruk' })).toBeVisible();
    await expect(page.getByText('5A, 5B')).toBeVisible();
    const values = page.getByRole('table', { name: /^Klassene, \d{4}–\d\d$/ });
    await expect(values.getByRole('row', { name: 'Trivsel 4,4 (20) 5,0 (21)' })).toBeVisible();
    // The figure that would tell the hidden one is gone before anybody takes it in use.
    await expect(
      values.getByRole('row', {
        name: 'Mobbing på skolen ikke vist, fordi det ville røpet et skjermet tall skjermet',
      }),
    ).toBeVisible();
    await page.reload();
    await lookAt(page, 'a class file to look over');
    await page.getByRole('button', { name: 'Ta tallene i bruk' }).click();
    await page.getByRole('radiogroup', { name: 'Trinn' }).getByText('5. trinn').click();
    const classes = page.getByRole('table', { name: /^Klassene på 5\. trinn/ }).first();
    await expect(classes.getByRole('row', { name: 'Trivsel 4,4 (20) 5,0 (21)' })).toBeVisible();
    await expect(
      classes.getByRole('row', {
        name: 'Mobbing på skolen ikke vist, fordi det ville røpet et skjermet tall skjermet',
      }),
    ).toBeVisible();
  });

  await test.step('where a class is hidden its bullying is not compared, and the page says why', async () => {
    await page
      .getByText(/^Hva som er sammenlignet i/)
      .first()
      .click();
    const first = page.locator('details').filter({ hasText: 'Hva som er sammenlignet i' }).first();
    await expect(first.getByText('Ikke vist, fordi det ville røpet et skjermet tall: 5A.')).toBeVisible();
    await expect(first.getByText(/^Skjermet i skolens regneark: 5B/)).toBeVisible();
    await expect(first.getByRole('row', { name: /^5A/ })).toHaveCount(0);
  });

  await test.step('with both shown, more bullied than own rounds have signs of is said with its numbers', async () => {
    await openPage();
    await page
      .getByLabel('Velg en fil')
      .setInputFiles(file([...table.slice(0, 2), '5A;20;4,4;40,0', '5B;21;5,0;5,0']));
    await page.getByRole('button', { name: 'Se over tallene' }).click();
    await page.getByRole('button', { name: 'Ta tallene i bruk' }).click();
    const found = page.getByRole('listitem').filter({ hasText: /^5A, / });
    await expect(found).toContainText(/40\s% av 20\selever, omtrent 8, svarte at de blir mobbet/);
    await expect(found).toContainText(/Egne runder har gitt tegn om høyst \d\selever/);
    await page
      .getByText(/^Hva som er sammenlignet i/)
      .first()
      .click();
    const row = page.getByRole('row', { name: /^5A 40\s% av 20\selever .* mer i undersøkelsen$/ });
    await expect(row.first()).toBeVisible();
    await page.reload();
    await lookAt(page, 'a discrepancy');
    await found.getByRole('link', { name: /^Følg opp 5A/ }).click();
    await expect(page.getByRole('heading', { level: 1, name: /^5A, Elevundersøkelsen/ })).toBeVisible();
    await page.goto('/school/national-survey');
  });

  await test.step('both are put back', async () => {
    for (const _ of [1, 2]) {
      await page
        .getByRole('row')
        .filter({ hasText: 'Klassetall' })
        .filter({ hasText: 'I bruk' })
        .getByRole('link')
        .first()
        .click();
      await page.getByRole('button', { name: 'Legg tallene tilbake' }).click();
      await expect(page.getByRole('heading', { name: 'Tallene er lagt tilbake' })).toBeVisible();
      await page.goto('/school/national-survey');
    }
  });
});
