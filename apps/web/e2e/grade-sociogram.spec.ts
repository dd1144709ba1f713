import type { Locator, Page } from '@playwright/test';
import { madeGrade } from '../bench/made-grade.ts';
import { expectAccessible } from './accessibility.ts';
import { expect, test } from './journey.ts';
import { openGrade } from './open-grade.ts';
import { signInAs, signInAsTeacherOf } from './staff.ts';

/** In whole px: what the browser measures is off by the last digit. */
const boxOf = async (locator: Locator): Promise<readonly number[]> => {
  const { x = 0, y = 0, width = 0, height = 0 } = (await locator.boundingBox()) ?? {};
  return [x, y, width, height].map(Math.round);
};

const reason = 'Trinnet skal deles i nye grupper til svømming.';

test('a grade is opened with a reason, read by its teachers and nobody else’s, and closed again', async ({
  page,
  openPage,
  watch,
}) => {
  await test.step('the headteacher says why, loses no text, and opens it once', async () => {
    await signInAs(page, 'Rektor');
    await page.goto('/school/grade-sociograms');
    const why = page.getByLabel('Hvorfor åpnes det?');
    await why.fill('Et utkast.');
    await page.reload();
    await expect(why).toHaveValue('Et utkast.');
    await page.getByRole('button', { name: 'Åpne trinnet' }).click();
    await expect(page.getByText('Velg et trinn.')).toBeVisible();
    await openGrade(await openPage(), 2, reason);
    await page.reload();
    await page.getByRole('radio', { name: '2. trinn' }).check();
    await why.fill('En gang til.');
    watch.expected.push(/^409 POST \/api\/v1\/grade-sociograms$/);
    await page.getByRole('button', { name: 'Åpne trinnet' }).click();
    await expect(page.getByText('Trinnet er allerede åpnet')).toBeVisible();
    await expect(why).toHaveValue('En gang til.');
  });

  await test.step('the results of the round lead to it', async () => {
    await page.goto('/school');
    await page
      .getByRole('link', { name: /^Se resultatene fra Sosiogram/ })
      .first()
      .click();
    await page.getByRole('link', { name: 'Sosiogrammet for 2. trinn' }).click();
    await expect(page.getByRole('img', { name: /^Sosiogram for 2\. trinn/ })).toBeVisible();
    await page.goto('/school/grade-sociograms');
  });

  const teacher = await openPage();
  await signInAsTeacherOf(teacher, '2A');
  const api: string[] = [];
  teacher.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (/^\/api\/v1\/grade/.test(pathname)) api.push(`${request.method()} ${pathname}`);
  });
  await teacher.getByRole('link', { name: 'Se trinnet' }).click();
  const picture = teacher.getByRole('img', { name: /^Sosiogram for 2\. trinn/ });
  const marks = picture.locator('svg path.mark').first();
  await expect(marks).toBeVisible();
  const address = new URL(teacher.url()).pathname;
  expect(api).toEqual([`GET /api/v1${address.replace('sociogram', 'sociograms')}`]);
  await expect(teacher.getByText(reason)).toBeVisible();

  await test.step('it is moved by the pointer, and enlarged by wheel and by buttons', async () => {
    const svg = picture.locator('svg');
    await picture.evaluate((element) => element.scrollIntoView({ block: 'end' }));
    const whole = await svg.boundingBox();
    const box = await picture.boundingBox();
    if (whole === null || box === null) throw new Error('There is no picture.');
    const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    await teacher.getByRole('button', { name: 'Større' }).click();
    await expect.poll(async () => (await svg.boundingBox())?.width).toBeCloseTo(whole.width * 1.4, 0);
    const before = await svg.boundingBox();
    await teacher.mouse.move(middle.x, middle.y);
    await teacher.mouse.down();
    await teacher.mouse.move(middle.x + 60, middle.y + 25, { steps: 6 });
    await teacher.mouse.up();
    const after = await svg.boundingBox();
    const moved = [(after?.x ?? 0) - (before?.x ?? 0), (after?.y ?? 0) - (before?.y ?? 0)];
    expect(moved.map(Math.round)).toEqual([60, 25]);
    await teacher.keyboard.down('Control');
    await teacher.mouse.wheel(0, -120);
    await teacher.keyboard.up('Control');
    await expect.poll(async () => (await svg.boundingBox())?.width).toBeGreaterThan(whole.width * 1.5);
    await teacher.getByRole('button', { name: 'Hele trinnet' }).click();
    await expect.poll(async () => (await svg.boundingBox())?.width).toBeCloseTo(whole.width, 0);
  });

  await test.step('pupils stand still from question to question', async () => {
    const whole = await marks.getAttribute('d');
    const lines = picture.locator('svg path.mutual').first();
    const all = await lines.getAttribute('d');
    await teacher.getByText('Friminutt', { exact: true }).click();
    await expect(lines).not.toHaveAttribute('d', all ?? '');
    await expect(marks).toHaveAttribute('d', whole ?? '');
    await teacher.getByText('Alle', { exact: true }).click();
    await expect(lines).toHaveAttribute('d', all ?? '');
  });

  await test.step('a pupil is found by name, told of in words, and let go of', async () => {
    const options = teacher.locator('datalist option');
    const name = (await options.nth(3).getAttribute('value')) ?? '';
    await teacher.getByLabel('Finn en elev').fill(name);
    await expect(teacher.getByRole('heading', { level: 2, name })).toBeVisible();
    await expect(teacher.getByText(/^Valgt av \d+ av \d+ som svarte\.$/)).toBeVisible();
    await expect(picture.locator('svg g.back')).toHaveCount(1);
    await expectAccessible(teacher, 'a pupil of the grade');
    await teacher.keyboard.press('Escape');
    await expect(picture.locator('svg g.back')).toHaveCount(0);
    const find = teacher.getByLabel('Finn en elev');
    const brought = await boxOf(picture.locator('svg'));
    await teacher.getByRole('button', { name: 'Hele trinnet' }).click();
    await find.fill('');
    await find.fill(name);
    await expect.poll(() => boxOf(picture.locator('svg'))).toEqual(brought);
    await teacher.keyboard.press('Escape');
  });

  await test.step('names are hidden with the tables, and shown the tables say the same', async () => {
    const names = picture.locator('svg text');
    const written = await names.count();
    await teacher.getByLabel('Skjul navnene').check();
    expect(await names.count()).toBeLessThan(written);
    await teacher.getByText('Tabell', { exact: true }).click();
    await expect(teacher.getByText(/er skjult sammen med navnene/)).toBeVisible();
    await expect(teacher.getByRole('table')).toHaveCount(0);
    await teacher.getByLabel('Skjul navnene').uncheck();
    await expect(teacher.getByRole('heading', { level: 2, name: '2A' })).toBeVisible();
    await expect(teacher.getByRole('table', { name: /^Valg per elev i 2B/ })).toBeVisible();
    await expectAccessible(teacher, 'the tables of a grade');
  });

  await test.step('a teacher of another grade does not find it', async () => {
    const other = await openPage();
    await signInAsTeacherOf(other, '3A');
    await expect(other.getByRole('link', { name: 'Se trinnet' })).toHaveCount(0);
    watch.expected.push(/^404 GET \/api\/v1\/grade-sociograms\//);
    await other.goto(address);
    await expect(other.getByRole('heading', { name: 'Fant ikke siden' })).toBeVisible();
  });

  await test.step('it is closed early, and is gone', async () => {
    const opening = page.getByRole('article').filter({ hasText: reason });
    await opening.getByRole('button', { name: 'Avslutt', exact: true }).click();
    await opening.getByRole('button', { name: 'Avslutt nå' }).click();
    await expect(opening.getByText('Avsluttet', { exact: true })).toBeVisible();
    watch.expected.push(/^410 GET \/api\/v1\/grade-sociograms\//);
    await teacher.reload();
    await expect(teacher.getByText('Trinnets sosiogram er ikke åpent lenger.')).toBeVisible();
  });
});

/** How much of the canvas has something on it, and how much of that stands back. */
const painted = (page: Page) =>
  page.locator('canvas').evaluate((element) => {
    const canvas = element as HTMLCanvasElement; // its locator
    const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext('2d', {
      willReadFrequently: true,
    });
    copy?.drawImage(canvas, 0, 0);
    const { data } = copy?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
    const alphas = Array.from(data).filter((_, at) => at % 4 === 3);
    return {
      drawn: alphas.filter((alpha) => alpha > 0).length,
      strong: alphas.filter((alpha) => alpha > 200).length,
    };
  });

test('a grade of more than 300 is painted on a canvas, moved, and looked at one pupil at a time', async ({
  page,
}) => {
  await openGrade(page, 1, 'Et stort trinn.');
  const grade = madeGrade(320);
  await page.route('**/api/v1/grade-sociograms/*', (route) => route.fulfill({ json: grade }));
  await page
    .getByRole('link', { name: /^Se trinnet/ })
    .first()
    .click();
  const canvas = page.locator('canvas');
  await expect(canvas).toBeVisible();
  const whole = await painted(page);
  expect(whole.drawn).toBeGreaterThan(20_000);
  await page.getByRole('button', { name: 'Større' }).click();
  await expect.poll(async () => (await painted(page)).drawn).not.toBe(whole.drawn);
  await page.getByRole('button', { name: 'Hele trinnet' }).click();
  await expect.poll(async () => (await painted(page)).drawn).toBe(whole.drawn);

  await page.getByLabel('Finn en elev').fill('Elev7, 5A');
  await expect(page.getByRole('heading', { level: 2, name: 'Elev7, 5A' })).toBeVisible();
  await expect(page.getByText(/^Valgt av \d+ av 303 som svarte\.$/)).toBeVisible();
  await expect.poll(async () => (await painted(page)).strong).toBeLessThan(whole.strong / 4);
  // The pupil has been brought to the middle: pressed there, it is the one looked at.
  await page.keyboard.press('Escape');
  await canvas.click();
  await expect(page.getByRole('heading', { level: 2, name: 'Elev7, 5A' })).toBeVisible();
  await expectAccessible(page, 'a large grade');
});
