import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { asksForClassmates } from './pupil.ts';
import type { PictureCard } from './staff.ts';

type Words = Readonly<Record<string, string | Readonly<Record<string, string>>>>;

const readWords = async (code: string): Promise<Words> =>
  // The files of words are checked by their own test.
  JSON.parse(
    await readFile(new URL(`../src/lib/pupil/texts/${code}.json`, import.meta.url), 'utf8'),
  ) as Words;

/** The words of the pupil pages in a language, for finding what a pupil would press. */
export const wordsIn = async (code: string) => {
  const [words, bokmal] = await Promise.all([readWords(code), readWords('nb')]);
  const text = (key: string): string => {
    const found = words[key];
    if (typeof found !== 'string') throw new Error(`No single text ${key} in ${code}`);
    return found;
  };
  /** The picture that is called so in bokmål, as it is called in the language. */
  const picture = (name: string): string => {
    const key = Object.keys(bokmal).find((k) => k.startsWith('picture.') && bokmal[k] === name);
    return text(key ?? name);
  };
  return { code, text, picture, bokmal: (key: string): string => String(bokmal[key]) };
};
export type LanguageWords = Awaited<ReturnType<typeof wordsIn>>;

export const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).click();

type Seen = (screen: string) => Promise<void>;

/** From the names of the class, in whatever language is chosen there, to the page that says who sees what. */
export const signInIn = async (
  page: Page,
  words: LanguageWords,
  card: PictureCard,
  seen: Seen,
): Promise<void> => {
  await press(page, card.name);
  await expect(page.getByText(words.text('pictureHelp'))).toBeVisible();
  await seen('picture code');
  for (const name of card.pictures) await press(page, words.picture(name));
  await expect(page.getByText(words.text('whoTeacher'))).toBeVisible();
};

/** What the page says of where it is: the words under «Spørsmål 3 av 16», in the language. */
const progress = (words: LanguageWords, n: number, total: number): string =>
  words.text('progress').replace('{n}', String(n)).replace('{total}', String(total));

/**
 * From the page that says who sees what to the receipt, answering the first option of everything; `seen` is called on
 * every screen, before it is answered.
 */
export const answerIn = async (page: Page, words: LanguageWords, seen: Seen): Promise<void> => {
  await seen('who sees what');
  await press(page, words.text('whoStart'));
  await seen('practice');
  await press(page, words.text('practiceStart'));
  const steps = page.locator('.progress li');
  await expect(steps.first()).toBeVisible();
  const total = await steps.count();
  for (let n = 1; n <= total; n += 1) {
    await expect(page.getByText(progress(words, n, total), { exact: true })).toBeVisible();
    const pressed = (await asksForClassmates(page)) ? '.mates label' : '.scale label';
    await page.locator(pressed).first().click();
    await seen(`question ${n}`);
    await press(page, words.text('next'));
  }
  await expect(page.getByText(words.text('closingHelp'))).toBeVisible();
  await seen('closing');
  await page.locator('.apart label').click();
  await press(page, words.text('submit'));
  await expect(page.getByRole('heading', { level: 1 })).toContainText(words.text('receiptTitle'));
  await seen('receipt');
};

/** Nothing sticks out to the side, on a small tablet or at 400 % of a wide screen. */
export const expectReflow = async (page: Page, place: string): Promise<void> => {
  const before = page.viewportSize();
  for (const width of [768, 320]) {
    await page.setViewportSize({ width, height: 1024 });
    const wide = await page.evaluate(() => {
      const room = document.documentElement.clientWidth;
      return [...document.querySelectorAll('main *, header *')]
        .filter((element) => {
          const { left, right, width: own } = element.getBoundingClientRect();
          const hidden = element.closest('.visually-hidden') !== null;
          return own > 1 && !hidden && (left < -1 || right > room + 1);
        })
        .map((element) => `${element.tagName} ${element.className.toString()} ${element.textContent}`);
    });
    expect.soft(wide, `${place} at ${width} px`).toEqual([]);
  }
  if (before !== null) await page.setViewportSize(before);
};
