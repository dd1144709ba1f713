import { expectAccessible } from './accessibility.ts';
import { expect, test } from './journey.ts';
import { answerRest, beginQuestions, enter } from './pupil.ts';
import { readClassCode, readPictureCards, signInAs, signInAsTeacherOf, startRound } from './staff.ts';

test('leadership chooses whom pupils can ask to talk with, for all and for one class', async ({ page }) => {
  await signInAs(page, 'Rektor');
  await page.goto('/school');
  await page.getByRole('link', { name: 'Oppsett' }).click();
  await page.getByRole('link', { name: 'Voksne å snakke med' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Voksne å snakke med' })).toBeVisible();
  await expectAccessible(page, 'adults to talk with');

  const all = page.getByRole('region', { name: 'Alle klasser' });
  await all.getByRole('radio', { name: 'Velg hvem' }).check();
  await all.getByRole('checkbox', { name: 'Kontaktlærerne i klassen' }).uncheck();
  await all.getByRole('button', { name: 'Lagre' }).click();
  await expect(all.getByText('Velg minst én voksen.')).toBeVisible();
  const [first] = await all.getByRole('checkbox').all();
  await first?.check();
  await all.getByRole('checkbox').nth(1).check();
  await expectAccessible(page, 'choosing adults');
  await all.getByRole('button', { name: 'Lagre' }).click();
  await expect(all.getByText('Lagret.')).toBeVisible();

  const one = page.locator('details').filter({ hasText: '4A' });
  await one.locator('summary').click();
  await one.getByRole('radio', { name: 'Velg hvem' }).check();
  await one.getByRole('button', { name: 'Lagre' }).click();
  await expect(one.getByText('Lagret.')).toBeVisible();

  // As before, for the journeys that follow.
  for (const [form, usual] of [
    [one, 'Som for alle klasser'],
    [all, 'Kontaktlærerne i klassen og skolens sosiallærere'],
  ] as const) {
    await form.getByRole('radio', { name: usual }).check();
    await form.getByRole('button', { name: 'Lagre' }).click();
    await expect(form.getByText('Lagret.')).toBeVisible();
  }
});

test('a social teacher lands on the talks', async ({ page }) => {
  await signInAs(page, 'Sosiallærer');
  await expect(page.getByRole('heading', { level: 1, name: 'Samtaler' })).toBeVisible();
  await expect(page.getByText('Ingen elever har spurt etter deg nå.')).toBeVisible();
  await expectAccessible(page, 'talks');
});

test('a pupil asks for an adult, who is told at once, sees who it is and says that the talk is held', async ({
  page,
  openPage,
}) => {
  const classId = await signInAsTeacherOf(page, '1A');
  const [card] = await readPictureCards(page, classId);
  if (card === undefined) throw new Error('The class has no pupils.');
  await page.goto(`/class/${classId}`);
  await startRound(page, 'Klassens egen runde', 'Start sosiogram');
  const tablet = await openPage();
  await enter(tablet, await readClassCode(page), card);

  const social = await openPage();
  await signInAs(social, 'Sosiallærer');
  const name = (await social.locator('a.person').innerText()).split(',')[0] ?? '';

  await beginQuestions(tablet);
  await answerRest(tablet, 1, 0);
  await tablet.getByText(name, { exact: true }).click();
  await tablet.getByRole('button', { name: 'Lever svarene' }).click();
  await expect(tablet.getByText(`${name} får vite at du vil snakke.`)).toBeVisible();

  await social.goto('/talks');
  const wish = social.getByRole('listitem').filter({ hasText: 'En elev i 1A vil snakke med deg' });
  await expect(wish).toBeVisible();
  expect(await wish.innerText()).not.toContain(card.name);
  await expectAccessible(social, 'a wish to talk');

  // The class's own page has it as before.
  await page.goto(`/class/${classId}`);
  await expect(page.getByText(`${card.name} vil snakke med ${name}`)).toBeVisible();

  await wish.getByRole('button', { name: /^Se hvem det er/ }).click();
  const opened = social.getByRole('listitem').filter({ hasText: `${card.name} i 1A` });
  await expect(opened).toBeVisible();
  await opened.getByRole('link', { name: /^Åpne en skolemiljøsak/ }).click();
  await expect(social.getByText('at eleven ba om å få snakke med en voksen')).toBeVisible();
  await expect(social.getByRole('button', { name: `Ta bort ${card.name}, 1A` })).toBeVisible();
  await social.goBack();
  await opened.getByRole('button', { name: /^Samtalen er tatt/ }).click();
  const held = social.getByRole('heading', { name: 'Tatt den siste måneden' });
  await expect(held).toBeVisible();
  await opened.getByRole('button', { name: /^Angre/ }).click();
  await expect(opened.getByRole('button', { name: /^Samtalen er tatt/ })).toBeVisible();
  await expect(held).toHaveCount(0);

  // On the class's page, too, what was said to be held is taken back.
  await page.reload();
  const onClass = page.getByRole('listitem').filter({ hasText: `${card.name} vil snakke med ${name}` });
  await onClass.getByRole('button', { name: /^Samtalen er tatt/ }).click();
  await onClass.getByRole('button', { name: /^Angre/ }).click();
  await expect(onClass.getByRole('button', { name: /^Samtalen er tatt/ })).toBeVisible();
});
