import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './accessibility.ts';
import { acceptInvitation, expect, test } from './empty-school.ts';
import { writeFjellvikRoster } from './fjellvik-roster.ts';
import { addPerson, invite, moveIn, proposePrincipal, registerTraining } from './moved-in-school.ts';

/** Takes a round in the wheel and holds it so many weeks along the circle, without letting go. */
const holdBy = async (page: Page, round: Locator, weeks: number): Promise<void> => {
  const wheel = page.getByRole('group', { name: /som hjul/ });
  await wheel.scrollIntoViewIfNeeded();
  const box = await wheel.boundingBox();
  const at = await round.boundingBox();
  if (box === null || at === null) throw new Error('The wheel is not shown.');
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const from = { x: at.x + at.width / 2, y: at.y + at.height / 2 };
  const turn = (weeks / 52.14) * 2 * Math.PI;
  const [x, y] = [from.x - middle.x, from.y - middle.y];
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(
    middle.x + x * Math.cos(turn) - y * Math.sin(turn),
    middle.y + x * Math.sin(turn) + y * Math.cos(turn),
    { steps: 8 },
  );
};

test('the year is planned in the wheel and the list, stands in a teacher’s own calendar, and tells when it suits', async ({
  page,
  openPage,
  emptySchool,
}) => {
  test.setTimeout(240_000);
  await emptySchool.setNow(new Date('2026-08-17T07:00:00Z'));
  await moveIn(page, emptySchool, await writeFjellvikRoster(test.info().outputPath('roster')));
  await page.goto('/school/people');
  await addPerson(page, 'Rita', 'Rektor');
  await proposePrincipal(page, 'Rita Rektor');
  await page.reload();
  const links = [await invite(page, 'Rita Rektor'), await invite(page, 'Tea Moe')] as const;
  const [principal, teacher] = await Promise.all([openPage(), openPage()]);
  await acceptInvitation(principal, links[0], 'Rektor');
  await principal.goto('/school/people');
  await principal.getByRole('button', { name: 'Bekreft Kontaktlærer 2A for Tea Moe' }).click();
  await registerTraining(principal, ['Tea Moe', 'Rita Rektor']);
  await acceptInvitation(teacher, links[1], 'Kontaktlærer');

  await principal.goto('/school/calendar');
  const save = principal.getByRole('button', { name: 'Lagre planen' });
  const undo = principal.getByRole('button', { name: 'Angre', exact: true });
  const sociogram = principal.getByRole('slider', { name: /^Sosiogram 1, 5/ });
  const weekOf = (round: Locator) => round.getAttribute('aria-valuetext');

  await test.step('a round is dragged to another week, what stands in the way is named, and it is taken back', async () => {
    await principal.getByRole('button', { name: 'Lag forslag' }).click();
    await save.click();
    await expect(principal.getByText('Planen er lagret')).toBeVisible();
    const before = await weekOf(sociogram);
    expect(before).toMatch(/^uke 3[789], /);
    await holdBy(principal, sociogram, -3);
    await expect(principal.getByText(/De første 2 skoleukene er satt av/).first()).toBeVisible();
    expect(await weekOf(sociogram)).toBe(before);
    await principal.mouse.up();
    await expect(sociogram).not.toHaveAttribute('aria-valuetext', before ?? '');
    await expect(principal.getByText(/er flyttet til .* uke 3[456]\./)).toBeVisible();
    await expectAccessible(principal, 'year wheel with a conflict');
    await undo.click();
    await expect(sociogram).toHaveAttribute('aria-valuetext', before ?? '');
    await expect(save).toHaveCount(0);
  });

  await test.step('by the keyboard it goes on past the autumn break, and is saved', async () => {
    await sociogram.focus();
    const weeks: (string | null)[] = [];
    for (let presses = 0; presses < 3; presses += 1) {
      const before = (await weekOf(sociogram)) ?? '';
      await principal.keyboard.press('ArrowRight');
      await expect(sociogram).not.toHaveAttribute('aria-valuetext', before);
      await expect(sociogram).toBeFocused();
      weeks.push(await weekOf(sociogram));
    }
    expect(weeks.join()).not.toContain('uke 40');
    const moved = await weekOf(sociogram);
    await principal.getByRole('button', { name: 'En uke tidligere', exact: true }).click();
    await expect(sociogram).not.toHaveAttribute('aria-valuetext', moved ?? '');
    // What the server says of it has come.
    await expect(save).toBeEnabled();
    const [week] = /^uke \d+/.exec((await weekOf(sociogram)) ?? '') ?? [''];
    await save.click();
    await expect(principal.getByText('Planen er lagret')).toBeVisible();
    await principal.reload();
    await expect(sociogram).toHaveAttribute('aria-valuetext', new RegExp(`^${week},`));
  });

  await test.step('what recurs comes from the plan, is moved one time, taken out and put back', async () => {
    await principal.getByRole('button', { name: 'Legg inn punktene i handlingsplanen' }).click();
    await expect(principal.getByText('De faste punktene er lagt inn.')).toBeVisible();
    await expect(principal.getByText('hver skoleuke, onsdager')).toBeVisible();
    await principal.getByRole('button', { name: 'Endre Elevråd 10. september' }).click();
    await principal.getByRole('button', { name: 'Flytt Elevråd 10. september en uke senere' }).click();
    await expect(principal.getByText('«Elevråd» er flyttet til 17. september.')).toBeVisible();
    await expect(principal.getByText('flyttet fra 10. september')).toBeVisible();
    await undo.click();
    await expect(principal.getByText('flyttet fra 10. september')).toHaveCount(0);
    await principal.getByRole('button', { name: 'Ta ut Elevråd 10. september' }).click();
    await principal.getByRole('button', { name: 'Sett tilbake Elevråd 10. september' }).click();
    await expect(principal.getByText('«Elevråd» er satt tilbake til 10. september.')).toBeVisible();
    await principal.getByRole('button', { name: 'Ta ut AMU: kapittel 12', exact: true }).click();
    await expect(principal.getByText('«AMU: kapittel 12» er tatt ut av året.')).toBeVisible();
    await undo.click();
    await expect(
      principal.getByRole('button', { name: 'Endre AMU: kapittel 12', exact: true }),
    ).toBeVisible();
  });

  await test.step('an own meeting is added and its time changed', async () => {
    await principal.getByText('Legg til et fast punkt').click();
    await principal.getByLabel('Hva det heter').fill('Ressursteam');
    await principal.getByRole('button', { name: 'Legg til', exact: true }).click();
    await expect(principal.getByText('Velg hvem som har ansvaret.')).toBeVisible();
    await principal.getByLabel('alle ansatte').check();
    await principal.getByLabel('Klokkeslett').fill('14:15');
    await expectAccessible(principal, 'form of a recurring entry');
    await principal.getByRole('button', { name: 'Legg til', exact: true }).click();
    await expect(principal.getByText('hver 4. skoleuke, onsdager kl. 14.15')).toBeVisible();
  });

  await test.step('a teacher has the year in a calendar by a link, and ends it', async () => {
    await teacher.goto('/year');
    await expect(teacher.getByRole('slider')).toHaveCount(0);
    await teacher.getByRole('button', { name: 'Lag en lenke' }).click();
    const link = await teacher.locator('code').innerText();
    const fetched = await teacher.request.get(link);
    expect([fetched.status(), fetched.headers()['content-type']]).toEqual([
      200,
      'text/calendar; charset=utf-8',
    ]);
    const text = await fetched.text();
    for (const summary of ['Ressursteam', 'Elevsamtaler', 'Elevene har fri: Høstferie'])
      expect(text).toContain(`SUMMARY:${summary}`);
    expect(text).not.toMatch(/Tea|Moe|Rita|Elevsaksmøte/);
    await expectAccessible(teacher, 'year with a subscription');
    await teacher.getByRole('button', { name: 'Slutt å abonnere' }).click();
    await expect(teacher.getByText('Lenken virker ikke lenger.')).toBeVisible();
    expect((await teacher.request.get(link)).status()).toBe(404);
  });

  await test.step('and chooses when mail comes', async () => {
    await teacher.goto('/notices');
    await expect(teacher.getByText('Ingenting venter på deg nå.')).toBeVisible();
    await teacher.getByRole('link', { name: 'innstillinger for varsler' }).click();
    await teacher.getByLabel('Undersøkelser').selectOption('Samlet, første skoledag i uka');
    await teacher.getByLabel('Fra', { exact: true }).fill('16:00');
    await teacher.getByRole('button', { name: 'Lagre valgene' }).click();
    await expect(teacher.getByText('Valgene er lagret')).toBeVisible();
    await teacher.reload();
    await expect(teacher.getByLabel('Undersøkelser')).toHaveValue('weekly');
    await expect(teacher.getByLabel('Fra', { exact: true })).toHaveValue('16:00');
  });
});
