import type { StaffList } from '@samhold/contract';
import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './accessibility.ts';
import { expect, test } from './journey.ts';
import { signInAs, signInAsTeacherOf } from './staff.ts';

/** Lets the contact teacher of the one class be that of the other too. The page is leadership's. */
const addTeacher = (page: Page, own: string, added: string): Promise<number> =>
  page.evaluate(
    async ([from, to]) => {
      const call = async (path: string, body?: object) =>
        fetch(`/api/v1${path}`, {
          method: body ? 'POST' : 'GET',
          ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
        });
      // The contract's own shape: the server validates what it sends.
      const read = async () => (await (await call('/staff')).json()) as StaffList;
      const { staff, classes, today } = await read();
      const teacher = staff.find(({ relations }) =>
        relations.some(
          ({ kind, className, state }) =>
            kind === 'contact_teacher' && className === from && state === 'active',
        ),
      );
      const classId = classes.find(({ name }) => name === to)?.classId;
      const relation = { kind: 'contact_teacher', classId, fromOn: today };
      const given = await call(`/staff/${teacher?.staffId ?? ''}/relations`, relation);
      const proposed = (await read()).staff
        .flatMap(({ relations }) => relations)
        .filter(({ state, className }) => state === 'proposed' && className === to);
      if (proposed.length === 0) return given.status;
      const relationIds = proposed.map(({ relationId }) => relationId);
      return (await call('/relations/confirm', { relationIds })).status;
    },
    [own, added] as const,
  );

const circleOf = (pupil: Locator): Promise<readonly [x: number, y: number]> =>
  pupil
    .locator('circle')
    .evaluate((circle) => [Number(circle.getAttribute('cx')), Number(circle.getAttribute('cy'))] as const);

/** Where a pupil stands who has stopped moving. */
const whereAtRest = async (pupil: Locator): Promise<readonly [number, number]> => {
  await expect(async () => {
    const before = await circleOf(pupil);
    await pupil.page().waitForTimeout(100);
    expect(await circleOf(pupil)).toEqual(before);
  }).toPass();
  return circleOf(pupil);
};

test('a teacher goes through the rounds and moves pupils, and the other teacher sees them there', async ({
  page,
  openPage,
  watch,
}) => {
  test.slow();
  const head = await openPage();
  await signInAs(head, 'Rektor');
  expect(await addTeacher(head, '4B', '4A')).toBe(204);

  // From the start: a request made just when a route is added can slip past it.
  let isCut = false;
  await page.route('**/sociogram/places', (route) => (isCut ? route.abort() : route.continue()));
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await signInAsTeacherOf(page, '4A');
  await page.getByRole('navigation', { name: 'Klassen' }).getByRole('link', { name: 'Sosiogram' }).click();
  const title = page.getByRole('heading', { level: 1 });
  await expect(title).toHaveText(/^Sosiogram, uke/);
  const newest = await title.innerText();
  const slider = page.getByRole('slider', { name: 'Runde' });

  await test.step('the slider goes by keyboard, and names the round', async () => {
    await slider.focus();
    await page.keyboard.press('ArrowLeft');
    await expect(title).not.toHaveText(newest);
    await expect(slider).toHaveAttribute('aria-valuetext', `${await title.innerText()}, runde 1 av 2`);
    await expect(page.getByText('Dette er klassens første runde')).toBeVisible();
    await expect(page).toHaveURL(/\/sociogram\/[0-9a-f-]{36}$/);
    await page.reload();
    await expect(slider).toHaveAttribute('aria-valuetext', /runde 1 av 2$/);
    await slider.focus();
    await page.keyboard.press('End');
    await expect(title).toHaveText(newest);
    await expect(page.getByRole('heading', { name: 'Hva er endret siden forrige runde' })).toBeVisible();
    await expect(page.getByText(/^Sammenlignet er valgene til \d+ elever/)).toBeVisible();
    await expectAccessible(page, 'sociogram with what has changed');
  });

  const status = page.getByRole('status').filter({ hasText: 'Lagret' });
  const pupil = page.locator('[data-pupil]').first();
  const start = await whereAtRest(pupil);
  const away = async () => {
    const [x, y] = await circleOf(pupil);
    return Math.round(Math.hypot(x - start[0], y - start[1]));
  };

  await test.step('a pupil is dragged, taken back and moved again', async () => {
    await page.locator('figure svg').first().scrollIntoViewIfNeeded();
    const nowhere = { x: 0, y: 0, width: 0, height: 0 };
    const box = (await pupil.locator('circle').boundingBox()) ?? nowhere;
    const picture = (await page.locator('figure svg').first().boundingBox()) ?? nowhere;
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(picture.x + picture.width / 2, picture.y + picture.height / 2, { steps: 8 });
    await page.mouse.up();
    await expect(status).toHaveText('Lagret. 1 flyttet for hånd.');
    await expect.poll(away).toBeGreaterThan(30);
    await page.keyboard.press('Control+z');
    await expect.poll(away).toBe(0);
    await page.getByRole('button', { name: 'Gjenta' }).click();
    await expect.poll(away).toBeGreaterThan(30);
    await page.getByRole('button', { name: 'Angre' }).click();
    await expect.poll(away).toBe(0);
  });

  await test.step('by keyboard too, and steps with a held key are taken back together', async () => {
    const way = start[0] < 500 ? 'ArrowRight' : 'ArrowLeft';
    await pupil.focus();
    for (let step = 0; step < 4; step += 1) await page.keyboard.press(`Shift+${way}`);
    await expect.poll(away).toBeGreaterThanOrEqual(39);
    await page.keyboard.press('Control+z');
    await expect.poll(away).toBe(0);
    await page.keyboard.press('Control+Shift+z');
    await expect.poll(away).toBeGreaterThanOrEqual(39);
    await expect(pupil).toBeFocused();
  });

  await test.step('by pressing alone, without dragging', async () => {
    const before = await whereAtRest(pupil);
    const [way, by] = before[1] > 100 ? (['Opp', -10] as const) : (['Ned', 10] as const);
    await pupil.locator('circle').click();
    await page.getByRole('group', { name: 'Flytt én elev' }).getByRole('button', { name: way }).click();
    await expect.poll(async () => (await circleOf(pupil))[1]).toBe(before[1] + by);
    await page.getByRole('button', { name: 'Angre' }).click();
    await expect.poll(async () => (await circleOf(pupil))[1]).toBe(before[1]);
    await pupil.focus();
  });

  await test.step('what cannot be kept stays on the screen, says so, and is kept later', async () => {
    watch.expected.push(/ERR_FAILED PUT/);
    await expect(status).toBeVisible();
    isCut = true;
    const before = await whereAtRest(pupil);
    await expect(pupil).toBeFocused();
    await page.keyboard.press(before[1] > 100 ? 'Shift+ArrowUp' : 'Shift+ArrowDown');
    await expect.poll(() => circleOf(pupil)).not.toEqual(before);
    await expect(page.getByText('Det du flyttet, er ikke lagret ennå.')).toBeVisible();
    isCut = false;
    await page.getByRole('button', { name: 'Prøv igjen nå' }).click();
    await expect(status).toBeVisible();
  });

  await test.step('the page opened again is as it was left', async () => {
    const kept = await whereAtRest(pupil);
    await page.getByText('Friminutt', { exact: true }).click();
    await page.getByLabel('Bare gjensidige valg').check();
    await expect(page).toHaveURL(/\?criterion=recess&mutual=1$/);
    await page.reload();
    await expect(page.getByRole('group', { name: /^Sosiogram, Friminutt/ })).toBeVisible();
    await expect(page.getByLabel('Bare gjensidige valg')).toBeChecked();
    expect(await whereAtRest(pupil)).toEqual(kept);
    await page.goBack();
    await expect(page).toHaveURL(/\/class\/[^/]+$/);

    const other = await openPage();
    await signInAs(other, 'Kontaktlærer 4B');
    await other.goto(`${new URL(page.url()).pathname}/sociogram`);
    const seen = other.locator('[data-pupil]').first();
    expect(await circleOf(seen)).toEqual(kept);
    await other.getByRole('button', { name: 'Tilbake til det beregnede oppsettet' }).click();
    await expect.poll(async () => circleOf(seen)).toEqual(start);
    await other.getByRole('button', { name: 'Angre' }).click();
    await expect.poll(async () => circleOf(seen)).toEqual(kept);
  });
});
