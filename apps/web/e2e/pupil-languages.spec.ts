import type { Page } from '@playwright/test';
import { expectAccessible } from './accessibility.ts';
import { answerIn, expectReflow, signInIn, wordsIn } from './in-language.ts';
import { expect, test } from './journey.ts';
import { chooseLanguage, offerDrafts } from './offered-languages.ts';
import { joinClass } from './pupil.ts';
import { readClassCode, readPictureCards, signInAs, signInAsTeacherOf, startRound } from './staff.ts';

const checked = ['nb', 'nn', 'en'];

/** The fonts a page has asked for, from now on. */
const watchFonts = (page: Page): readonly string[] => {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.resourceType() === 'font')
      asked.push(/\/(noto-[a-z-]+?)-(?:\d|wght)/.exec(request.url())?.[1] ?? request.url());
  });
  return asked;
};

const offered = (page: Page): Promise<readonly string[]> =>
  page
    .locator('.language option')
    .evaluateAll((options) => options.map((option) => option.getAttribute('lang') ?? ''));

/** The first question in the language, and the same in bokmål, marked up as such, under it and under each option. */
const expectNorwegianBeside = async (tablet: Page, isWellbeing: boolean): Promise<void> => {
  const heading = tablet.getByRole('heading', { level: 1 });
  const beside = heading.locator('bdi[lang=nb][dir=ltr]');
  await expect(beside).toHaveText(
    isWellbeing
      ? 'Hvordan har du hatt det på skolen de siste ukene?'
      : 'Hvem liker du å være sammen med i friminuttene?',
  );
  const [whole, norwegian] = [await heading.innerText(), await beside.innerText()];
  expect(whole.replace(norwegian, '')).toMatch(/[\u0600-\u06ff\u0b80-\u0bff\u1200-\u137f]{3}/);
  await expect(tablet.locator('.word bdi[lang=nb]')).toHaveText(
    isWellbeing
      ? ['Veldig bra', 'Bra', 'Midt imellom', 'Ikke så bra', 'Ikke bra i det hele tatt', 'Vil ikke svare']
      : ['Ingen', 'Vil ikke svare'],
  );
};

/** Every screen stays within its room; axe reads each kind of screen once, and every question that is explained. */
const check = async (tablet: Page, screen: string, code: string): Promise<void> => {
  const place = `${screen} in ${code}`;
  await expectReflow(tablet, place);
  const known = /^question (?!1$)/.test(screen) && (await tablet.locator('.explanation').count()) === 0;
  if (!known) await expectAccessible(tablet, place);
};

const languages = [
  { code: 'ar', direction: 'rtl', font: 'noto-naskh-arabic-arabic' },
  { code: 'ta', direction: 'ltr', font: 'noto-sans-tamil-tamil' },
  { code: 'ur', direction: 'rtl', font: 'noto-nastaliq-urdu-arabic' },
  { code: 'ti', direction: 'ltr', font: 'noto-sans-ethiopic-ethiopic' },
] as const;

test('pupils answer in languages the school has switched on, with the Norwegian beside', async ({
  page,
  openPage,
}) => {
  test.setTimeout(600_000);
  const leader = await openPage();
  await signInAs(leader, 'Rektor');
  await offerDrafts(leader, ['arabisk', 'tamil']);
  await expectAccessible(leader, 'languages of the school');

  const classId = await signInAsTeacherOf(page, '6B');
  const cards = await readPictureCards(page, classId);
  const codes: string[] = [];
  for (const button of ['Start trivselsundersøkelse', 'Start sosiogram']) {
    await page.goto(`/class/${classId}`);
    await startRound(page, 'Klassens egen runde', button);
    codes.push(await readClassCode(page));
  }
  const [wellbeing = '', sociogram = ''] = codes;

  const before = await openPage();
  await before.goto('/s');
  await expect.poll(() => offered(before)).toEqual(checked);
  await joinClass(before, wellbeing);
  await expect.poll(() => offered(before)).toEqual([...checked, 'ar', 'ta']);
  await offerDrafts(leader, ['arabisk', 'tamil', 'tigrinja', 'urdu']);

  for (const [at, { code, direction, font }] of languages.entries()) {
    const card = cards[at];
    if (card === undefined) throw new Error('The class has too few pupils.');
    const words = await wordsIn(code);
    for (const sitting of [wellbeing, sociogram]) {
      const tablet = await openPage();
      const fonts = watchFonts(tablet);
      await joinClass(tablet, sitting);
      expect(fonts).toEqual([]);
      await chooseLanguage(tablet, code, direction);
      expect(new Set(fonts)).toEqual(new Set([font]));
      await expect(tablet.getByRole('heading', { level: 1 })).toHaveText(
        `${words.text('findTitle')}${words.bokmal('findTitle')}`,
      );
      const seen = async (screen: string): Promise<void> => {
        // The screens around the questions are the same whatever is asked.
        if (sitting === wellbeing || screen.startsWith('question')) await check(tablet, screen, code);
      };
      await seen('find myself');
      await signInIn(tablet, words, card, seen);
      await answerIn(tablet, words, async (screen) => {
        const draft = tablet.getByText(words.text('draftLanguage'));
        await expect(draft).toHaveCount(screen === 'who sees what' ? 1 : 0);
        if (screen === 'question 1') await expectNorwegianBeside(tablet, sitting === wellbeing);
        await seen(screen);
      });
      expect(new Set(fonts)).toEqual(new Set([font]));
      await tablet.context().close();
    }
  }
});
