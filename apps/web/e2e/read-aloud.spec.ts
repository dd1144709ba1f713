import type { Page } from '@playwright/test';
import config from '../playwright.config.ts';
import { expectAccessible } from './accessibility.ts';
import { expectHeard, forgetHeard, listenIn, soundingNow } from './heard-sounds.ts';
import { expect, test } from './journey.ts';
import { beginQuestions, enter, questionCount } from './pupil.ts';
import { readClassCode, readPictureCards, signInAsTeacherOf, startRound } from './staff.ts';

const { launchOptions } = config.use ?? {};
// A microphone that hears a tone, and a browser that lets the page use it.
test.use({
  launchOptions: {
    ...launchOptions,
    args: [
      ...(launchOptions?.args ?? []),
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
    ],
  },
});

const whoTeacher = 'Kontaktlæraren din kan sjå kva du svarer.';

const pressByKey = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('button', { name, exact: true }).focus();
  await page.keyboard.press('Enter');
};

/** Records the text that stands in the studio, by keyboard alone, for as long as there is something to hear. */
const record = async (page: Page, first: 'Ta opp' | 'Ta opp på nytt', keep: string): Promise<void> => {
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  await pressByKey(page, first);
  await expect(button('Stopp opptaket')).toBeFocused();
  await page.waitForTimeout(2_000);
  await page.keyboard.press('Enter');
  await expect(button('Ta opp på nytt')).toBeFocused();
  await forgetHeard(page);
  await page.keyboard.press('Tab');
  await expect(button('Hør')).toBeFocused();
  await page.keyboard.press('Enter');
  await expectHeard(page);
  await page.keyboard.press('Tab');
  await expect(button(keep)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('.studio')).toBeFocused();
};

const openClass = async (page: Page, className: string) => {
  const classId = await signInAsTeacherOf(page, className);
  const [card] = await readPictureCards(page, classId);
  if (card === undefined) throw new Error('The class has no pupils.');
  return { classId, card };
};

test('a teacher reads a text in, listens and replaces it, and a pupil whose tablet has no voice hears it', async ({
  page,
  openPage,
  watch,
}) => {
  await listenIn(page);
  const { classId, card } = await openClass(page, '2A');
  await page.getByRole('link', { name: 'Språk og opplesing' }).click();
  await expect(page.getByRole('heading', { name: 'Ta opp tekstene' })).toBeVisible();
  await page.getByLabel('Språk').selectOption('nn');
  await expect(page.getByRole('heading', { name: whoTeacher })).toBeVisible();
  await expect(page.getByText(/^0 av \d+ tekster/)).toBeVisible();
  await expectAccessible(page, 'nothing recorded');

  await record(page, 'Ta opp', 'Lagre og gå videre');
  await expect(page.getByText(/^1 av \d+ tekster/)).toBeVisible();
  await expect(page.getByRole('heading', { name: whoTeacher })).toHaveCount(0);
  await page.getByText('Før og etter spørsmålene').click();
  await page.getByRole('button', { name: whoTeacher }).click();
  await expect(page.getByText(/^Tatt opp av /)).toBeVisible();
  await record(page, 'Ta opp på nytt', 'Bytt ut opptaket');
  await expect(page.getByText('opptak nummer 2')).toBeVisible();
  await forgetHeard(page);
  await pressByKey(page, 'Hør opptaket');
  await expectHeard(page);
  await expectAccessible(page, 'recorded');
  await page.reload();
  await page.getByLabel('Språk').selectOption('nn');
  await expect(page.getByText(/^1 av \d+ tekster/)).toBeVisible();

  await page.goto(`/class/${classId}`);
  await startRound(page, 'Klassens egen runde', 'Start sosiogram');
  const code = await readClassCode(page);
  const tablet = await openPage();
  await listenIn(tablet);
  await enter(tablet, code, card);
  await expect(tablet.getByRole('button', { name: 'Hør teksten' })).toHaveCount(0);
  await tablet.getByLabel('Språk').selectOption('nn');
  const listen = tablet.getByRole('button', { name: 'Høyr teksten' });
  await listen.click();
  await expectHeard(tablet);
  await expect(tablet.getByRole('button', { name: 'Stopp opplesinga' })).toHaveAttribute('class', /reading/);
  expect(await soundingNow(tablet)).toBe(1);
  await tablet.getByRole('button', { name: 'Eg er klar' }).click();
  await expect.poll(() => soundingNow(tablet)).toBe(0);
  await expect(tablet.getByRole('button', { name: /^Høyr/ })).toHaveCount(0);

  await tablet.getByRole('button', { name: 'Tilbake' }).click();
  watch.expected.push(/^net::ERR_INTERNET_DISCONNECTED /);
  await tablet.context().setOffline(true);
  await forgetHeard(tablet);
  await listen.click();
  await expectHeard(tablet);
  const kept = await tablet.evaluate(async () => {
    const cache = await caches.open('read-aloud-clips');
    return (await cache.keys()).map(({ url }) => new URL(url).pathname);
  });
  expect(kept).toEqual([expect.stringMatching(/^\/api\/v1\/pupil-session\/clips\/[0-9a-f-]{36}$/)]);
});

test('a class that has its questions read aloud gets large speakers, nothing by itself, and never a name', async ({
  page,
  openPage,
}) => {
  const { classId, card } = await openClass(page, '2B');
  const names = (await readPictureCards(page, classId)).map(({ name }) => name);
  await page.goto(`/class/${classId}/read-aloud`);
  const onOff = page.getByRole('switch', { name: 'Les opp for klassen' });
  await onOff.focus();
  await page.keyboard.press('Space');
  await expect(page.getByText('Opplesing er på for klassen.')).toBeVisible();
  await page.reload();
  await expect(onOff).toBeChecked();
  await page.goto(`/class/${classId}`);
  await startRound(page, 'Klassens egen runde', 'Start sosiogram');
  const code = await readClassCode(page);

  const tablet = await openPage();
  await listenIn(tablet, ['nb-NO', 'en-US']);
  await enter(tablet, code, card);
  const said = () => tablet.evaluate(() => window.sounds.said);
  await expectAccessible(tablet, 'who sees what, read aloud');
  await tablet.getByRole('button', { name: 'Hør teksten' }).click();
  await expect.poll(said).toHaveLength(5);
  await beginQuestions(tablet);
  const total = await questionCount(tablet);
  for (let number = 1; number <= total; number += 1) {
    await expect(tablet.getByText(`Spørsmål ${number} av ${total}`, { exact: true })).toBeVisible();
    const before = (await said()).length;
    const listen = tablet.getByRole('button', { name: 'Hør spørsmålet' });
    await expect(listen).toHaveText('Hør spørsmålet');
    expect((await listen.boundingBox())?.height).toBeGreaterThanOrEqual(64);
    await listen.click();
    const question = await tablet.getByRole('heading', { level: 1 }).innerText();
    await expect.poll(said).toHaveLength(before + 4);
    const [first, limit, ...options] = (await said()).slice(before);
    expect([first, options]).toEqual([question, ['Ingen', 'Vil ikke svare']]);
    expect(limit).toMatch(/^Du kan velge /);
    if (number === 1) await expectAccessible(tablet, 'question, read aloud');
    await tablet.getByRole('button', { name: 'Neste' }).click();
  }
  const words = (await said()).flatMap((text) => text.split(/[^\p{L}]+/u));
  expect(words.filter((word) => names.some((name) => name.split(' ')[0] === word))).toEqual([]);
});
