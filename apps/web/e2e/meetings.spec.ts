import { expectAccessible } from './accessibility.ts';
import { expect, test } from './journey.ts';
import { signInAs, signInAsTeacherOf } from './staff.ts';

test('a weekly meeting: agenda, minutes two write at once, a task, and the task done', async ({
  page,
  openPage,
  watch,
}) => {
  test.slow();
  const teacher = await openPage();
  await signInAsTeacherOf(teacher, '6A');
  const name = (await teacher.locator('header .person').innerText())
    .replace(/, mine innstillinger/, '')
    .trim();

  await signInAs(page, 'Sosiallærer');
  const menu = page.getByRole('navigation', { name: 'Saker og samtaler' });
  await menu.getByRole('link', { name: 'Elevsaksmøter' }).click();
  await page.getByRole('button', { name: 'Lag saklisten' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^Elevsaksmøte \d/ })).toBeVisible();
  await page.getByLabel('Eget punkt').fill('Vakter i skolegården');
  await page.getByRole('button', { name: 'Legg til' }).click();
  const point = page.getByRole('article', { name: 'Vakter i skolegården' });
  await expect(point).toBeVisible();
  await page.getByRole('button', { name: 'Opp Vakter i skolegården' }).click();
  await expect(
    page.getByRole('status').filter({ hasText: /«Vakter i skolegården» er nå punkt/ }),
  ).toBeAttached();

  // What is written and not saved outlives a reload.
  await expect(point.getByLabel(/^Referat/)).toBeHidden();
  await point.getByText('Referat og ny oppgave').click();
  await point.getByLabel(/^Referat/).fill('To voksne til i store friminutt.');
  await page.reload();
  await expect(point.getByLabel(/^Referat/)).toBeVisible();
  await expect(point.getByLabel(/^Referat/)).toHaveValue('To voksne til i store friminutt.');

  // The headteacher writes the same minutes meanwhile: both texts are there.
  const head = await openPage();
  await signInAs(head, 'Rektor');
  await head.goto(page.url());
  const theirs = head.getByRole('article', { name: 'Vakter i skolegården' });
  await theirs.getByText('Referat og ny oppgave').click();
  await theirs.getByLabel(/^Referat/).fill('Ledelsen ser på vaktplanen.');
  await theirs.getByRole('button', { name: /^Lagre referatet/ }).click();
  await expect(theirs.getByRole('button', { name: /^Lagre referatet/ })).toHaveCount(0);
  watch.expected.push(/^409 PUT \/api\/v1\/meeting-points\//);
  await point.getByRole('button', { name: /^Lagre referatet/ }).click();
  await expect(point.getByText('Ledelsen ser på vaktplanen.').first()).toBeVisible();
  await expect(point.getByLabel(/^Referat/)).toHaveValue('To voksne til i store friminutt.');
  await point.getByLabel(/^Referat/).fill('Ledelsen ser på vaktplanen. To voksne til i store friminutt.');
  await point.getByRole('button', { name: /^Lagre referatet/ }).click();
  await expect(point.getByRole('button', { name: /^Lagre referatet/ })).toHaveCount(0);

  await point.getByRole('button', { name: /^Ny oppgave/ }).click();
  await point.getByRole('button', { name: 'Gi oppgaven' }).click();
  await expect(point.getByRole('alert')).toHaveText('Skriv hva som skal gjøres.');
  await point.getByLabel('Hva skal gjøres?').fill('Gå med vest i skolegården');
  await point.getByLabel('Hvem gjør det?').selectOption({ label: name });
  await point.getByLabel('Innen').fill('2099-01-15');
  await expectAccessible(page, 'a meeting with a task being given');
  await point.getByRole('button', { name: 'Gi oppgaven' }).click();
  await expect(point.getByText('Gå med vest i skolegården')).toBeVisible();

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Sakliste uten navn (PDF)' }).click();
  expect((await download).suggestedFilename()).toBe('elevsaksmote.pdf');
  await page.getByRole('button', { name: 'Avslutt møtet' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Avslutt', exact: true }).click();
  await expect(page.getByText(/^Møtet ble avsluttet/)).toBeVisible();
  await point.getByRole('button', { name: /^Skriv et tillegg/ }).click();
  await point.getByLabel('Tillegg til referatet').fill('Vaktplanen er hengt opp.');
  await point.getByRole('button', { name: 'Legg til' }).click();
  await expect(point.getByText('Vaktplanen er hengt opp.')).toBeVisible();
  await expectAccessible(page, 'a closed meeting');

  await teacher.reload();
  await teacher.getByRole('link', { name: /^Du har .* oppgave/ }).click();
  await expect(teacher.getByRole('heading', { level: 1, name: 'Mine oppgaver' })).toBeVisible();
  const task = teacher.getByRole('checkbox', { name: 'Gå med vest i skolegården' });
  await task.click();
  await teacher.getByText('Gjort den siste måneden').click();
  await expect(task).toBeChecked();
  await page.reload();
  await expect(point.getByText(/· gjort /)).toBeVisible();
});

test('a class does something, and sees what was answered before and after without a verdict', async ({
  page,
}) => {
  const classId = await signInAsTeacherOf(page, '6A');
  await page.goto(`/class/${classId}/measures`);
  await page.getByLabel('Hva slags tiltak?').selectOption({ label: 'Lekegrupper' });
  await page.getByLabel('Hva gjør dere?').fill('Faste grupper i storefri.');
  await page.getByLabel('Fra', { exact: true }).fill('2026-09-28');
  await page.getByText('Bare for noen av elevene').click();
  const pupils = page.getByRole('group', { name: 'Hvem gjelder det?' }).getByRole('checkbox');
  await pupils.first().check();
  await page.getByRole('button', { name: 'Start tiltaket' }).click();
  await page.getByRole('link', { name: /^Se før og etter ?, Lekegrupper/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Før og etter: Lekegrupper' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Hva vi sammenligner' })).toBeVisible();
  expect(await page.getByRole('main').innerText()).not.toMatch(/virke(t|r)/u);
  await expectAccessible(page, 'before and after a measure');
});
