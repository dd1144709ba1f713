import { expect, test } from './journey.ts';
import { expectAccessible } from './accessibility.ts';
import { readPictureCards, signInAs, signInAsTeacherOf } from './staff.ts';

const classNames = [1, 2, 3, 4, 5, 6, 7].flatMap((grade) => [`${grade}A`, `${grade}B`]);

test('the headteacher reads the school, with small groups hidden and nobody named', async ({
  page,
  openPage,
}) => {
  const teacher = await openPage();
  const classId = await signInAsTeacherOf(teacher, '4A');
  const pupilNames = (await readPictureCards(teacher, classId)).map(({ name }) => name);

  await signInAs(page, 'Rektor');
  await expect(page).toHaveURL('/school');
  await expect(page.getByRole('article').first()).toBeVisible();
  await expectAccessible(page, 'rounds of the school');
  await page.getByText('Planlegg en runde').click();
  await page.getByLabel('Sosiogram').check();
  await expectAccessible(page, 'planning a round');

  await page
    .getByRole('link', { name: /^Se resultatene fra Trivsel/ })
    .first()
    .click();
  await expect(page.getByText('skjermet av hensyn til personvern').first()).toBeVisible();
  await expect(page.getByRole('table').first()).toBeVisible();
  const words = new Set((await page.locator('main').innerText()).split(/[^\p{L}\d-]+/u));
  for (const name of [...classNames, ...pupilNames]) expect(words).not.toContain(name);
  await expectAccessible(page, 'release');
  await page.getByLabel('Vis klassene under hvert trinn').check();
  await expect(page.getByRole('rowheader', { name: '4A' }).first()).toBeVisible();

  await page.getByRole('link', { name: 'Trivsel', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Trivsel på skolen' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Hvor det er grunn til å se nærmere' })).toBeVisible();
  await expect(page.getByRole('img', { name: /^Trivsel, 5\.–7\. trinn samlet\. .+: \d+\s%/ })).toBeVisible();
  await expect(page.getByRole('table', { name: 'Hvor mange som svarte i hver runde' })).toBeVisible();
  await expect(page.getByRole('table', { name: /^Minutter med undersøkelser/ })).toBeVisible();
  await page.getByText('Alle tallene som tabeller').click();
  await expect(page.getByRole('rowheader', { name: '5.–7. trinn samlet' }).first()).toBeVisible();
  await expectAccessible(page, 'wellbeing of the school');
  const lines = await page.locator('main').innerText();
  for (const name of [...classNames, ...pupilNames]) expect(lines.split(/[^\p{L}\d-]+/u)).not.toContain(name);

  await page.getByRole('link', { name: '5. trinn', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Trivsel på 5. trinn' })).toBeVisible();
  await expect(page.getByRole('columnheader', { name: '5A' }).first()).toBeVisible();
  await expect(page.getByRole('columnheader', { name: '6A' })).toHaveCount(0);
  const ofGrade = (await page.locator('main').innerText()).split(/[^\p{L}\d-]+/u);
  for (const name of pupilNames) expect(ofGrade).not.toContain(name);
  await expectAccessible(page, 'wellbeing of a grade');
});

test('a contact teacher gets neither the school nor another class', async ({ page, openPage, watch }) => {
  const other = await openPage();
  const otherClass = await signInAsTeacherOf(other, '4A');
  watch.expected.push(/^404 GET \/api\/v1\/(classes\/|rounds$)/);

  await signInAsTeacherOf(page, '7A');
  await page.goto('/school');
  await expect(page.getByRole('heading', { name: 'Fant ikke siden' })).toBeVisible();
  expect((await page.request.get('/api/v1/rounds')).status()).toBe(404);
  await expectAccessible(page, 'page not found');

  for (const path of ['', '/signals', '/picture-cards']) {
    await page.goto(`/class/${otherClass}${path}`);
    await expect(page.getByRole('heading', { name: 'Fant ikke siden' })).toBeVisible();
  }
  const there = await page.request.get(`/api/v1/classes/${otherClass}/home`);
  const nowhere = await page.request.get('/api/v1/classes/00000000-0000-4000-8000-000000000000/home');
  expect(there.status()).toBe(404);
  expect(await there.json()).toEqual(await nowhere.json());
});
