import { expect, test } from './journey.ts';
import { lookAt } from './staff-page.ts';
import { signInAs, signInAsTeacherOf } from './staff.ts';

test('leadership restricts what is recorded of a pupil, the teacher no longer sees it, and it is ended again', async ({
  page,
  openPage,
  watch,
}) => {
  const teacher = await openPage();
  const classId = await signInAsTeacherOf(teacher, '6B');
  await teacher.goto(`/class/${classId}/pupils`);
  const link = teacher.locator('main a[href*="/pupils/"]').first();
  await expect(link).toBeVisible();
  const pupilId = /\/pupils\/([^/]+)$/.exec((await link.getAttribute('href')) ?? '')?.[1] ?? '';
  const given = (await link.innerText()).split(' ')[0] ?? '';
  const ofTeacher = `/class/${classId}/pupils/${pupilId}`;

  await signInAs(page, 'Rektor');
  await page.goto('/school/grounds');
  await page.getByRole('link', { name: 'Innsyn og sletting for en elev' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Innsyn og sletting' })).toBeVisible();
  await page.getByLabel('Finn eleven').fill('zzzz');
  await page.getByRole('button', { name: 'Søk' }).click();
  await expect(page.getByText('Ingen elever med det navnet')).toBeVisible();
  await page.getByLabel('Finn eleven').fill('z');
  await page.getByRole('button', { name: 'Søk' }).click();
  await expect(page.getByText('Skriv minst to bokstaver av navnet')).toBeVisible();
  await expect(page.getByText('Ingen elever med det navnet')).toBeHidden();
  await page.getByLabel('Finn eleven').fill(`${given} 6b`);
  await page.getByRole('button', { name: 'Søk' }).click();
  await page.locator(`main a[href$="${pupilId}"]`).click();
  await expect(page.getByRole('heading', { name: 'Det som er registrert' })).toBeVisible();

  await page.getByText('Begrens, eller hold tilbake fra sletting').click();
  await page.getByRole('button', { name: 'Lagre' }).first().click();
  await expect(page.getByText('Skriv hvorfor.')).toBeVisible();
  await page.getByLabel('Begrunnelse').fill('De foresatte mener opplysningene er feil.');
  await page.getByRole('button', { name: 'Lagre' }).first().click();
  await expect(page.getByText('De foresatte mener opplysningene er feil.')).toBeVisible();
  await page.reload();
  await lookAt(page, 'rights of a pupil');

  watch.expected.push(/^423 GET \/api\/v1\/classes\//);
  await teacher.goto(ofTeacher);
  await expect(teacher.getByText('Opplysningene om eleven er begrenset')).toBeVisible();

  await page.reload();
  await page.getByRole('button', { name: /^Opphev/ }).click();
  await page.getByRole('button', { name: 'Ja, opphev' }).click();
  await expect(page.getByText(/Opphevet av/)).toBeVisible();
  await teacher.goto(ofTeacher);
  await expect(teacher.getByRole('heading', { level: 1 })).toContainText(given);

  await page.getByText('Lag innsyn').click();
  await page.getByLabel('Dagen noen ba om innsyn').fill('2026-11-20');
  await page.getByRole('button', { name: 'Begynn' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^Innsyn for/ })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Godkjenn og lag filene' })).toBeDisabled();
  await page.reload();
  await lookAt(page, 'an access export');
  for (const box of await page.getByLabel('Jeg har lest teksten').all()) {
    await expect(box).toBeEnabled();
    await box.check();
  }
  await expect(page.getByText('Alle tekstene er lest.')).toBeVisible();
  await page.getByRole('button', { name: 'Godkjenn og lag filene' }).click();
  const file = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Last ned PDF' }).click();
  expect((await file).suggestedFilename()).toBe('innsyn.pdf');
  await page.getByRole('link', { name: new RegExp(`^${given}`) }).click();

  watch.expected.push(/^409 POST \/api\/v1\/pupil-rights\//);
  await page.getByText(/^Slett det som er registrert/).click();
  await page.getByLabel('Skriv hele navnet for å bekrefte').fill('En Annen');
  await page.getByRole('button', { name: 'Slett for godt' }).click();
  await expect(page.getByText('Navnet stemmer ikke med elevens navn.')).toBeVisible();
});
