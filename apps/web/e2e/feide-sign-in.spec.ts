import { bindOwnSignIn, choosePerson, expect, fillInMethod, signInBy, test } from './empty-school.ts';
import { anneOfFjellvik, makeSchool } from './make-school.ts';
import { lookAt } from './staff-page.ts';

const home = 'fjellvik.kommune.no';

test('staff come in by Feide with two factors and of the school’s kommune, and are told why not', async ({
  page,
  openPage,
  emptySchool,
}) => {
  const { feide, setFeide } = emptySchool;
  await makeSchool(page, emptySchool.setupLink, anneOfFjellvik);
  await page.goto('/school/sign-in');
  await fillInMethod(page, feide, feide.clientSecret);
  await bindOwnSignIn(page, home);
  await expect(page.getByText('Ansatte fra')).toBeVisible();
  await expect(page.getByText(home, { exact: true })).toBeVisible();

  const refused = async (next: { readonly realm: string; readonly twoFactors: boolean }, why: string) => {
    await setFeide(next);
    const visitor = await openPage();
    await visitor.goto('/');
    await visitor.getByRole('link', { name: 'Logg inn' }).click();
    await choosePerson(visitor, next.realm);
    await expect(visitor.getByText(why)).toBeVisible();
  };
  await refused({ realm: 'nabo.kommune.no', twoFactors: true }, 'hører til en annen kommune');
  await refused({ realm: home, twoFactors: false }, 'Du logget inn med bare passord');

  await setFeide({ realm: home, twoFactors: true });
  const visitor = await openPage();
  await signInBy(visitor, home);
  await visitor.goto('/me');
  await expect(visitor.getByText('Her du er nå')).toHaveCount(1);
  await lookAt(visitor, 'where one is signed in');
  await visitor.getByRole('button', { name: /^Logg ut .+, logget inn/ }).click();
  await expect(visitor.getByText('Du er logget ut der.')).toBeVisible();
  expect((await page.request.get(`${emptySchool.origin}/api/v1/session`)).status()).toBe(401);
});
