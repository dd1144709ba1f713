import type { Page } from '@playwright/test';
import { expect, test } from './kommune.ts';
import { choosePerson } from './empty-school.ts';
import { lookAt } from './staff-page.ts';
import { signInAs } from './staff.ts';

/** Leaves a page of ours by way of the provider, which asks who it is unless it asked within the last minute. */
const passProvider = async (page: Page, from: string, title: string): Promise<void> => {
  await page.waitForURL(({ pathname }) => pathname !== from);
  const asked = page.getByRole('heading', { name: 'Logg inn i demoskolen' });
  await asked.or(page.getByRole('main')).first().waitFor();
  if (await asked.isVisible()) await choosePerson(page, title);
};

const sessionIn = async (page: Page): Promise<string | undefined> =>
  (await page.context().cookies()).find(({ name }) => name === '__Host-samhold')?.value;

test('a social teacher of two schools chooses one, goes to the other, and each shows its own', async ({
  page,
}) => {
  await page.goto('/');
  await page.getByRole('link', { name: 'Logg inn' }).click();
  await choosePerson(page, 'Ved to av skolene');
  await expect(page.getByRole('heading', { level: 1, name: 'Hvilken skole gjelder det nå?' })).toBeVisible();
  await expect(page.getByRole('button', { name: /skole/ })).toHaveCount(2);
  await expect(page.getByRole('button', { name: 'Logg ut' })).toHaveCount(0);
  await lookAt(page, '/sign-in/school');

  await page.getByRole('button', { name: 'Elvebakken skole' }).click();
  await expect(page.getByRole('banner')).toContainText('Elvebakken skole');
  const before = await sessionIn(page);
  await page.getByRole('link', { name: 'Bytt skole' }).click();
  await expect(page.getByText('Du er på Elvebakken skole nå.')).toBeVisible();
  await lookAt(page, '/me/schools');
  await page.getByRole('button', { name: 'Bjørkebakken skole' }).click();
  await passProvider(page, '/me/schools', 'Ved to av skolene');
  await expect(page.getByRole('banner')).toContainText('Bjørkebakken skole');
  expect(before).toBeDefined();
  expect(await sessionIn(page)).not.toBe(before);

  await page.getByRole('button', { name: 'Logg ut' }).click();
  await page.getByRole('link', { name: 'Logg inn' }).click();
  await passProvider(page, '/', 'Ved to av skolene');
  await expect(page.getByRole('button', { name: 'Bjørkebakken skole' })).toContainText('Her var du sist');
  await page.getByRole('button', { name: 'Avbryt innloggingen' }).click();
  await expect(page.getByRole('link', { name: 'Logg inn' })).toBeVisible();
});

test('the owner reads what the schools have published, and a school that withdraws it has nothing to show', async ({
  page,
  openPage,
}) => {
  await signInAs(page, 'Ved alle skolene');
  await expect(page.getByRole('heading', { level: 1, name: 'Skolene' })).toBeVisible();
  const school = (name: string) => page.getByRole('article', { name });
  await expect(page.getByRole('article')).toHaveCount(3);
  const figures = await school('Bjørkebakken skole').getByRole('table').innerText();
  expect(figures).toMatch(/\d+\s%|skjermet/);
  await expect(page.getByRole('main')).not.toContainText(/\b[1-7]\. trinn\b(?! samlet)|\b[1-7]A\b/);
  await lookAt(page, '/owner');

  await test.step('one report is opened at its own school', async () => {
    await school('Elvebakken skole')
      .getByRole('link', { name: /^Trivsel på skolen/ })
      .click();
    await passProvider(page, '/owner', 'Ved alle skolene');
    await expect(page.getByRole('heading', { level: 1, name: /^Trivsel på skolen/ })).toBeVisible();
    await expect(page.getByRole('main')).toContainText('Elvebakken skole');
  });

  await test.step('leadership of another school withdraws its reports', async () => {
    const principal = await openPage();
    await principal.goto('/');
    await principal.getByRole('link', { name: 'Logg inn' }).click();
    await principal
      .getByRole('button')
      .filter({ hasText: 'Rektor' })
      .filter({ hasText: 'Bjørkebakken skole' })
      .click();
    await principal.getByRole('button', { name: 'Logg ut' }).waitFor();
    for (;;) {
      await principal.goto('/school/publications');
      await principal
        .getByRole('link', { name: /^Trivsel på skolen/ })
        .first()
        .waitFor();
      const standing = principal
        .getByRole('listitem')
        .filter({ hasText: /Publisert/ })
        .getByRole('link');
      if ((await standing.count()) === 0) break;
      await standing.first().click();
      await principal.getByRole('button', { name: 'Trekk tilbake' }).click();
      await principal.getByRole('button', { name: 'Trekk tilbake nå' }).click();
      await expect(principal.getByText(/ble trukket tilbake/)).toBeVisible();
    }
    await page.goto('/owner');
    await expect(page.getByRole('article')).toHaveCount(2);
    await expect(school('Bjørkebakken skole')).toHaveCount(0);
    await expect(page.getByRole('listitem').filter({ hasText: 'Bjørkebakken skole' })).toBeVisible();

    await test.step('and while the school closes its leadership is told so, however narrow the page', async () => {
      await principal.route('**/api/v1/session', async (route) => {
        const answer = await route.fetch();
        const session = (await answer.json()) as { readonly school: object };
        const school = { ...session.school, deletedFrom: '2027-01-10' };
        await route.fulfill({ response: answer, json: { ...session, school } });
      });
      await principal.goto('/school/publications');
      for (const width of [1280, 768, 320]) {
        await principal.setViewportSize({ width, height: 640 });
        const told = principal.getByText('Avsluttes. Kan bare leses, og slettes tidligst 10. januar 2027');
        await expect(told).toBeVisible();
        const box = await told.boundingBox();
        expect((box?.x ?? width) + (box?.width ?? 0)).toBeLessThanOrEqual(width);
      }
    });
  });
});
