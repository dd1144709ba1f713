import { expect, test } from './journey.ts';
import { lookAt } from './staff-page.ts';
import { signInAs, signInAsTeacherOf } from './staff.ts';

test('the five steps are followed from the school to a class, and what is done can be taken back', async ({
  page,
  openPage,
  watch,
}) => {
  test.slow();
  await signInAs(page, 'Rektor');
  await page.goto('/school/national-survey');
  await expect(
    page.getByRole('heading', { name: 'Undersøkelsen viser mer enn dere har sett' }),
  ).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: /^7B, / })).toContainText(
    /37,5\s% av 24\selever, omtrent 9, svarte .* Egne runder har gitt tegn om høyst \d\selever/,
  );
  await page.getByRole('link', { name: 'Følg opp resultatene steg for steg' }).click();
  await expect(page.getByRole('table', { name: /steg for steg/ })).toBeVisible();
  await page.reload();
  await lookAt(page, 'the five steps');
  const address = page.url();

  await test.step('leadership sees what is low and that there are signals, without names', async () => {
    await page.getByRole('link', { name: '7B', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1, name: /^7B, Elevundersøkelsen/ })).toBeVisible();
    await expect(page.getByText(/^Mobbing på skolen: 37,5\s% i klassen \(\d+\ssvar\)/)).toBeVisible();
    await expect(page.getByText('Navnene ser kontaktlæreren og sosiallæreren.')).toBeVisible();
    await page.reload();
    await lookAt(page, 'a class to follow up');
  });

  const taken = page
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: 'Fulgt opp i klassen' }) });
  await test.step('what is written and not saved is there again, and is then saved', async () => {
    await taken.getByRole('button', { name: /^Før inn/ }).click();
    await page.getByLabel('Hva så dere?').fill('Flere er alene i storefri.');
    await page.reload();
    await taken.getByRole('button', { name: /^Før inn/ }).click();
    await expect(page.getByLabel('Hva så dere?')).toHaveValue('Flere er alene i storefri.');
    await page.getByRole('button', { name: 'Lagre' }).click();
    await expect(page.getByRole('alert')).toContainText('Velg hvem som var med.');
    await page.getByLabel('Lærere på trinnet').check();
    await page.getByLabel('Steget er gjort').check();
    await page.getByRole('button', { name: 'Lagre' }).click();
    await expect(taken.getByText(/^Gjort, /)).toBeVisible();
    await page.goto(address);
    await expect(page.getByRole('row', { name: /^7B .*Gjort, / })).toBeVisible();
  });

  await test.step('the contact teacher sees the own class with names, and starts from there', async () => {
    const teacher = await openPage();
    const classId = await signInAsTeacherOf(teacher, '7B');
    await teacher.getByRole('link', { name: 'Elevundersøkelsen' }).click();
    await expect(teacher.getByText('Flere er alene i storefri.')).toBeVisible();
    await expect(teacher.getByRole('link', { name: 'Start en ekstra runde i klassen' })).toHaveAttribute(
      'href',
      `/class/${classId}#own-round`,
    );
    await expect(teacher.getByRole('link', { name: 'Forbered elevsamtaler' })).toBeVisible();
    await teacher.getByRole('link', { name: 'Åpne en skolemiljøsak for klassen' }).click();
    await expect(teacher.getByLabel('Hvilken klasse?')).toHaveValue(classId);
    await expect(teacher.getByText('De lave tallene fra Elevundersøkelsen kopieres inn')).toBeVisible();
    await teacher.goBack();
    await teacher.getByRole('link', { name: 'Start en ekstra runde i klassen' }).click();
    await expect(teacher.getByText('Klassens egen runde').first()).toBeVisible();
    watch.expected.push(/^404 GET \/api\/v1\/national-survey\/follow-up$/);
    await teacher.goto('/school/national-survey/follow-up');
    await expect(teacher.getByRole('heading', { name: 'Fant ikke siden' })).toBeVisible();
  });

  await test.step('it is taken back, and stands in the history and in print', async () => {
    await page.getByRole('link', { name: '7B', exact: true }).click();
    const mine = taken.getByRole('listitem').filter({ hasText: 'Flere er alene i storefri.' });
    await mine.getByRole('button', { name: /^Angre/ }).click();
    await expect(taken.getByText(/^I\sgang, /)).toBeVisible();
    await expect(taken.getByText('Flere er alene i storefri.')).toBeVisible();
    await page.emulateMedia({ media: 'print' });
    await expect(taken.getByText('Flere er alene i storefri.')).toBeVisible();
    await expect(taken.getByRole('button', { name: /^Før inn/ })).toBeHidden();
  });
});
