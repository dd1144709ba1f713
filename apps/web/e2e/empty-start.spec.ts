import { expectAccessible } from './accessibility.ts';
import { bindOwnSignIn, choosePerson, expect, fillInMethod, signInBy, test } from './empty-school.ts';
import { anneOfFjellvik, makeSchool } from './make-school.ts';

// As it stands in the register of organisations.
const administrator = { ...anneOfFjellvik, organisationNumber: '974 588 145' };

test('from the one-time link to a school whose administrator signs in by its own method', async ({
  page,
  openPage,
  emptySchool,
  watch,
}) => {
  watch.expected.push(/^410 POST \/api\/v1\/setup/, /^422 POST \/api\/v1\/sign-in-method\/check$/);
  const visitor = await openPage();
  await visitor.goto('/');
  await visitor.getByRole('link', { name: 'Logg inn' }).click();
  await expect(visitor.getByText('Innlogging er ikke satt opp ennå')).toBeVisible();
  await visitor.goto('/setup#wrong');
  await expect(visitor.getByRole('heading', { name: 'Lenken kan ikke brukes' })).toBeVisible();

  await page.goto(emptySchool.setupLink);
  await page.getByLabel('Kommune').waitFor();
  await expectAccessible(page, 'setup');
  await makeSchool(page, emptySchool.setupLink, administrator);
  await expect(page.getByText('Anne Lund')).toBeVisible();
  await expect(page.getByText('Fjellvik skole').first()).toBeVisible();
  await visitor.goto('about:blank');
  await visitor.goto(emptySchool.setupLink);
  await expect(visitor.getByRole('heading', { name: 'Lenken kan ikke brukes' })).toBeVisible();

  await page.goto('/school/sign-in');
  await expect(page.getByText(`${emptySchool.origin}/api/v1/sign-in/callback`)).toBeVisible();
  await fillInMethod(page, emptySchool, 'en feil hemmelighet');
  await expectAccessible(page, 'sign-in method');
  await page.getByRole('button', { name: 'Test forbindelsen' }).click();
  await expect(page.getByText('kjenner ikke klienten')).toBeVisible();
  await fillInMethod(page, emptySchool, emptySchool.clientSecret);
  await bindOwnSignIn(page, 'Administrator');
  await expect(page.getByText('knyttet til deg', { exact: true })).toBeVisible();
  await expect(page.getByLabel('Hemmelighet')).toHaveValue('');
  await expectAccessible(page, 'sign-in method that holds');

  await page.goto('/school/settings');
  await page.getByRole('button', { name: 'Legg til skoleåret' }).click();
  await expect(page.getByRole('button', { name: 'Lagre datoene' })).toBeVisible();
  await expectAccessible(page, 'school and years');

  await page.getByRole('button', { name: 'Logg ut' }).click();
  await expect(page.getByRole('link', { name: 'Logg inn' })).toBeVisible();
  const again = await openPage();
  await signInBy(again, 'Administrator');
  await expect(again.getByText('Anne Lund')).toBeVisible();

  const stranger = await openPage();
  await stranger.goto('/');
  await stranger.getByRole('link', { name: 'Logg inn' }).click();
  await choosePerson(stranger, 'Ukjent');
  await expect(stranger.getByText('Innloggingen ble ikke fullført')).toBeVisible();
});
