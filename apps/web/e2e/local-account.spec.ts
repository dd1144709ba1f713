import type { Page } from '@playwright/test';
import { expectAccessible } from './accessibility.ts';
import { appCode } from './app-code.ts';
import { expect, test, type EmptySchool } from './empty-school.ts';
import { anneOfFjellvik, makeSchool } from './make-school.ts';
import { addPerson, openPerson } from './moved-in-school.ts';
import { lookAt } from './staff-page.ts';

const began = new Date('2026-11-27T09:00:00Z');
/** The moment a journey has come to; a code is used once, so time moves on for each. */
const clock = { at: began };

const passTime = async (school: EmptySchool): Promise<void> => {
  clock.at = new Date(clock.at.getTime() + 60_000);
  await school.setNow(clock.at);
};

/** Chooses a password and connects the app. Returns the app's key and the recovery codes. */
const setUp = async (school: EmptySchool, page: Page, password: string) => {
  await page.getByRole('heading', { level: 1, name: 'Gjør kontoen klar' }).waitFor();
  await page.getByLabel('Passord', { exact: true }).fill(password);
  await page.getByLabel('Skriv det en gang til').fill(password);
  const key = (await page.locator('code').textContent()) ?? '';
  await passTime(school);
  await page.getByLabel('Koden appen viser nå').fill(appCode(key, clock.at));
  await page.getByRole('button', { name: 'Lagre og logg inn' }).click();
  await page
    .getByRole('heading', { level: 1, name: 'Ti koder til den dagen du mangler telefonen' })
    .waitFor();
  return { key, codes: await page.locator('ol code').allInnerTexts() };
};

const enter = async (page: Page, name: string, password: string, code?: string): Promise<void> => {
  await page.goto('/');
  await page.getByRole('link', { name: 'Logg inn' }).click();
  await page.getByLabel('Brukernavn').fill(name);
  await page.getByLabel('Passord').fill(password);
  if (code !== undefined) await page.getByLabel('Kode fra appen').fill(code);
  await page.getByRole('button', { name: 'Logg inn' }).click();
};

const leave = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Logg ut' }).click();
  await page.getByRole('link', { name: 'Logg inn' }).waitFor();
};

test('a school without Feide: the first administrator, a teacher, a lost telephone and a reset', async ({
  page,
  openPage,
  emptySchool,
  watch,
}) => {
  test.slow();
  watch.expected.push(
    /^422 POST \/api\/v1\/account\/sign-in$/,
    /^410 POST \/api\/v1\/account\/set-up$/,
    /^401 GET \/api\/v1\/(staff|account)$/,
  );
  await emptySchool.setNow(clock.at);
  await page.goto('/sign-in');
  await expect(page.getByRole('heading', { name: 'Innlogging er ikke satt opp ennå' })).toBeVisible();
  await makeSchool(page, emptySchool.setupLink, anneOfFjellvik);
  await page.goto('/school/sign-in');
  await page.getByLabel('Brukernavn').fill('anne.lund');
  await page.getByRole('button', { name: 'Lag min konto' }).click();
  await page.getByRole('heading', { level: 1, name: 'Gjør kontoen klar' }).waitFor();
  await page.reload();
  await lookAt(page, 'setting an account up');
  const anne = await setUp(emptySchool, page, 'rips og solbær');
  expect(anne.codes).toHaveLength(10);
  await page.getByRole('link', { name: 'Jeg har tatt vare på dem' }).click();
  await expect(page.getByText('Anne Lund')).toBeVisible();
  await page.goto('/me/account');
  await expect(page.getByText('Du har 10 av 10 koder igjen')).toBeVisible();
  await lookAt(page, 'password and codes');

  await page.goto('/school/people');
  await addPerson(page, 'Kari', 'Moe');
  const row = await openPerson(page, 'Kari Moe');
  await row.getByText('Lokal konto, for skoler uten Feide').click();
  await row.getByLabel('Brukernavn').fill('kari.moe');
  await row.getByRole('button', { name: 'Lag konto' }).click();
  const first = await row.locator('code').innerText();

  const teacher = await openPage();
  await teacher.goto('/school/people');
  await expect(teacher.getByText('Logg inn, så kommer du rett til siden du skulle til')).toBeVisible();
  await teacher.goto('/account/sign-in');
  await lookAt(teacher, 'signing in by an account');
  await enter(teacher, 'kari.moe', 'feil passord her', '123456');
  await expect(teacher.getByText('stemmer ikke')).toBeVisible();
  await enter(teacher, 'kari.moe', first);
  await test.step('who takes too long is led back to the sign-in', async () => {
    await teacher.getByRole('heading', { level: 1, name: 'Gjør kontoen klar' }).waitFor();
    await teacher.getByLabel('Passord', { exact: true }).fill('blåbær på søndag');
    await teacher.getByLabel('Skriv det en gang til').fill('blåbær på søndag');
    const key = (await teacher.locator('code').textContent()) ?? '';
    clock.at = new Date(clock.at.getTime() + 31 * 60_000);
    await passTime(emptySchool);
    await teacher.getByLabel('Koden appen viser nå').fill(appCode(key, clock.at));
    await teacher.getByRole('button', { name: 'Lagre og logg inn' }).click();
    await expect(teacher.getByText('Det gikk for lang tid')).toBeVisible();
    await teacher.getByRole('link', { name: 'Til innloggingen' }).click();
    await expect(teacher.getByRole('heading', { level: 1, name: 'Logg inn' })).toBeVisible();
  });
  await enter(teacher, 'kari.moe', first);
  const kari = await setUp(emptySchool, teacher, 'blåbær på søndag');
  await teacher.getByRole('link', { name: 'Jeg har tatt vare på dem' }).click();
  await leave(teacher);
  await passTime(emptySchool);
  await enter(teacher, 'kari.moe', 'blåbær på søndag', appCode(kari.key, clock.at));
  await leave(teacher);
  await teacher.goto('/account/sign-in');
  const codeField = teacher.getByLabel('Kode fra appen');
  await codeField.fill(kari.codes[0] ?? '');
  expect(await codeField.evaluate((field) => field.scrollWidth - field.clientWidth)).toBe(0);
  await enter(teacher, 'kari.moe', 'blåbær på søndag', kari.codes[0]);
  await expect(teacher.getByText('Kari Moe')).toBeVisible();
  await test.step('who has no codes left is told so', async () => {
    for (const code of kari.codes.slice(1)) {
      await leave(teacher);
      await enter(teacher, 'kari.moe', 'blåbær på søndag', code);
      await teacher.getByRole('button', { name: 'Logg ut' }).waitFor();
    }
    await teacher.goto('/me/account');
    await expect(teacher.getByText('Du har ingen koder igjen')).toBeVisible();
  });
  await test.step('who has forgotten all of it begins afresh, with a new name', async () => {
    await page.reload();
    const again = await openPerson(page, 'Kari Moe');
    await again.getByText('Lokal konto, for skoler uten Feide').click();
    await again.getByRole('button', { name: 'Gi nytt førstegangspassord' }).click();
    const dialog = page.getByRole('dialog', { name: 'Nytt førstegangspassord for Kari Moe?' });
    await dialog.getByLabel('Nytt brukernavn, hvis det gamle er glemt').fill('kari.nord');
    await expectAccessible(page, 'giving an account anew', { within: 'dialog[open]' });
    await dialog.getByRole('button', { name: 'Gi nytt' }).click();
    const second = await again.locator('code').innerText();
    await teacher.reload();
    await expect(teacher.getByText('Logg inn, så kommer du rett til siden du skulle til')).toBeVisible();
    await enter(teacher, 'kari.moe', second);
    await expect(teacher.getByText('stemmer ikke')).toBeVisible();
    await enter(teacher, 'kari.nord', second);
    await expect(teacher.getByRole('heading', { level: 1, name: 'Gjør kontoen klar' })).toBeVisible();
  });
});
