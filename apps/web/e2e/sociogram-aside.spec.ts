import type { ClassSociograms, SociogramRound } from '@samhold/contract';
import type { Page } from '@playwright/test';
import { expect, test } from './journey.ts';
import { signInAsTeacherOf } from './staff.ts';

const workerScript = '**/workers/picture.worker-*.js';

/** A class and its copies in one: as many pupils as a whole grade, with a choice from each copy to the next. */
const manifold = (sociogram: SociogramRound, copies: number): SociogramRound => {
  const inCopy = (id: string, copy: number): string => `${id}-${copy % copies}`;
  const each = Array.from({ length: copies }, (_, copy) => copy);
  const [first] = sociogram.pupils;
  if (first === undefined) throw new Error('The class has no pupils.');
  return {
    ...sociogram,
    pupils: each.flatMap((copy) =>
      sociogram.pupils.map((pupil) => ({
        ...pupil,
        pupilId: inCopy(pupil.pupilId, copy),
        label: `${pupil.label} ${copy + 1}`,
      })),
    ),
    criteria: sociogram.criteria.map((criterion) => ({
      ...criterion,
      choices: each.flatMap((copy) => [
        ...criterion.choices.map(({ from, to }) => ({ from: inCopy(from, copy), to: inCopy(to, copy) })),
        { from: inCopy(first.pupilId, copy), to: inCopy(first.pupilId, copy + 1) },
      ]),
    })),
  };
};

/** Opens the last sociogram of 4A as its teacher, with the pupils of so many copies. Returns the workers it starts. */
const openSociogram = async (page: Page, copies: number): Promise<{ readonly started: number }> => {
  const workers = { started: 0 };
  // Pictures are compared at rest.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  page.on('worker', () => (workers.started += 1));
  await page.route('**/api/v1/classes/*/sociograms', async (route) => {
    const response = await route.fetch();
    // The contract's own shape: the server validates what it sends.
    const sociograms = (await response.json()) as ClassSociograms;
    const [last] = sociograms.rounds.slice(-1);
    const rounds = last === undefined ? [] : [manifold(last, copies)];
    await route.fulfill({ response, json: { ...sociograms, rounds } });
  });
  await signInAsTeacherOf(page, '4A');
  await page.getByRole('link', { name: 'Sosiogram', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^Sosiogram/ })).toBeVisible();
  return workers;
};

/** Where every line, circle and name is drawn, when all of them are there. */
const readPicture = async (page: Page, pupils: number): Promise<readonly string[]> => {
  await expect(page.locator('[data-pupil]')).toHaveCount(pupils);
  return page
    .locator('figure svg')
    .first()
    .locator('path, circle, text')
    .evaluateAll((marks) =>
      marks.map((mark) =>
        ['d', 'cx', 'cy', 'r', 'x', 'y', 'text-anchor']
          .map((name) => mark.getAttribute(name) ?? '')
          .concat(mark.textContent)
          .join(' '),
      ),
    );
};

const withoutWorkers = (page: Page): Promise<unknown> =>
  page.addInitScript(() => Reflect.deleteProperty(globalThis, 'Worker'));

const inClass = 28;

test('a class is drawn in the page', async ({ page }) => {
  const workers = await openSociogram(page, 1);
  await readPicture(page, inClass);
  expect(workers.started).toBe(0);
});

test('many pupils are drawn aside, as the page itself would draw them', async ({ page, openPage }) => {
  test.slow();
  const workers = await openSociogram(page, 3);
  const aside = await readPicture(page, 3 * inClass);
  expect(workers.started).toBe(1);

  const other = await openPage();
  await withoutWorkers(other);
  const none = await openSociogram(other, 3);
  expect(await readPicture(other, 3 * inClass)).toEqual(aside);
  expect(none.started).toBe(0);

  await page.getByText('Friminutt', { exact: true }).click();
  await other.getByText('Friminutt', { exact: true }).click();
  await expect(page.getByRole('group', { name: /^Sosiogram, Friminutt/ })).toBeVisible();
  const recess = await readPicture(page, 3 * inClass);
  expect(recess).not.toEqual(aside);
  expect(await readPicture(other, 3 * inClass)).toEqual(recess);
  expect(workers.started).toBe(2);
  await expect.poll(() => page.workers()).toEqual([]);
});

for (const [fault, script] of [
  ['cannot be fetched', undefined],
  ['throws', "addEventListener('message', () => { throw new Error('planned'); });"],
] as const) {
  test(`the page draws many pupils itself when the worker ${fault}`, async ({ page, watch }) => {
    watch.expected.push(/planned/, /ERR_FAILED GET .*picture\.worker/);
    let asked = 0;
    await page.route(workerScript, (route) => {
      asked += 1;
      return script === undefined
        ? route.abort()
        : route.fulfill({ contentType: 'text/javascript', body: script });
    });
    await openSociogram(page, 3);
    await readPicture(page, 3 * inClass);
    await expect(page.getByText('Tegner bildet')).toHaveCount(0);
    expect(asked).toBe(1);
    expect(page.workers()).toEqual([]);
  });
}

test('the worker ends when the page is left before the picture is there', async ({ page }) => {
  await page.route(workerScript, (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
  await openSociogram(page, 3);
  await expect(page.getByText('Tegner bildet')).toBeVisible();
  await expect.poll(() => page.workers()).toHaveLength(1);
  await page.getByRole('link', { name: 'Tegn', exact: true }).click();
  await expect(page).toHaveURL(/\/signals$/);
  await expect.poll(() => page.workers()).toEqual([]);
});
