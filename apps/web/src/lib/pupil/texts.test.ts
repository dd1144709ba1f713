import { readdirSync, readFileSync } from 'node:fs';
import { promisesAnonymity, raisesVoice } from '@samhold/survey';
import { describe, expect, it } from 'vitest';
import type { Wording } from './fill-in.ts';
import { pupilLanguages, questionText, shownLanguages, wordsBeside } from './languages.ts';
import nb from './texts/nb.json' with { type: 'json' };

const formsOf = (wording: Wording): readonly string[] =>
  typeof wording === 'string' ? [wording] : Object.values(wording);
const blanks = (text: string) => [...new Set(text.match(/\{\w+\}/g))].toSorted();
/** How many of the numbers that are ever said take each plural form. */
const numbersOf = (code: string): ReadonlyMap<string, number> => {
  const rules = new Intl.PluralRules(code);
  const counts = new Map<string, number>();
  for (let n = 1; n <= 200; n += 1) {
    const form = rules.select(n);
    counts.set(form, (counts.get(form) ?? 0) + 1);
  }
  return counts;
};

describe.each(pupilLanguages)('the words of the pupil pages in $endonym', ({ code, load }) => {
  it('are as many as the bokmål ones, none empty, with plural forms where bokmål has them', async () => {
    const { words } = await load();
    expect(Object.keys(words)).toEqual(Object.keys(nb));
    for (const [key, wording] of Object.entries(words)) {
      expect(typeof wording, key).toBe(typeof Object.entries(nb).find(([k]) => k === key)?.[1]);
      for (const text of formsOf(wording)) expect(text.trim(), key).not.toBe('');
    }
  });

  it('have the same blanks as the bokmål ones', async () => {
    const { words } = await load();
    for (const [key, bokmal] of Object.entries(nb)) {
      const wording = Object.entries(words).find(([k]) => k === key)?.[1] ?? '';
      if (typeof wording === 'string') {
        expect(blanks(wording), key).toEqual(blanks(String(bokmal)));
        continue;
      }
      for (const text of Object.values(wording)) expect(['', '{n}'], key).toContain(blanks(text).join());
      expect(blanks(wording.other ?? ''), key).toEqual(['{n}']);
    }
  });

  it('have exactly the plural forms of the language, and say the number where a form is for several', async () => {
    const { words } = await load();
    const forms = new Intl.PluralRules(code).resolvedOptions().pluralCategories.toSorted();
    const numbers = numbersOf(code);
    const plural = Object.entries(words).filter(([, wording]) => typeof wording === 'object');
    expect(plural).not.toEqual([]);
    for (const [key, wording] of plural) {
      expect(Object.keys(wording).toSorted(), key).toEqual(forms);
      for (const [form, text] of Object.entries(wording)) {
        if ((numbers.get(form) ?? 0) > 1) expect(text, `${key} ${form}`).toContain('{n}');
      }
    }
  });

  it('never promise that nobody knows who answered, and raise no voice', async () => {
    for (const text of Object.values((await load()).words).flatMap(formsOf)) {
      expect(promisesAnonymity(text), text).toBe(false);
      expect(raisesVoice(text), text).toBe(false);
    }
  });
});

describe('each text', () => {
  const folder = new URL('.', import.meta.url);
  const code = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(svelte|ts)$/.test(name) && !name.endsWith('.test.ts'))
    .map((name) => readFileSync(new URL(name, folder), 'utf8'))
    .join('\n');

  it.each(Object.keys(nb).filter((key) => !key.startsWith('picture.')))('is shown somewhere: %s', (key) => {
    expect(code).toMatch(new RegExp(`['"]${key}['"]`));
  });
});

describe('a draft', () => {
  const loaded = (code: string) => pupilLanguages.find((language) => language.code === code)?.load() ?? null;
  const item = { nb: 'Føler du deg trygg på skolen?', nn: 'Kjenner du deg trygg på skulen?' };

  it('stands beside the Norwegian words, with their blanks filled in', async () => {
    const tamil = await loaded('ta');
    expect(wordsBeside(tamil, 'kept', { n: 2 })).toBe('2 svar er lagret.');
    expect(questionText(item, 'ta', tamil)).toMatchObject({ language: 'ta', beside: item.nb });
  });

  it('shows a question without a translation once, in bokmål', async () => {
    const shown = questionText({ nb: 'Et nytt spørsmål?' }, 'ta', await loaded('ta'));
    expect(shown).toEqual({ language: 'nb', text: 'Et nytt spørsmål?', beside: null });
  });

  it('is not what a checked language is', async () => {
    const nynorsk = await loaded('nn');
    expect(wordsBeside(nynorsk, 'none')).toBeNull();
    expect(questionText(item, 'nn', nynorsk)).toEqual({ language: 'nn', text: item.nn, beside: null });
  });

  it('is offered when the school has switched it on, and stays while it is in use', () => {
    const codes = (bySchool: readonly string[] | undefined, inUse: 'nb' | 'ti') =>
      shownLanguages(bySchool, inUse).map(({ code }) => code);
    expect(codes(undefined, 'nb')).toEqual(['nb', 'nn', 'en']);
    expect(codes(['nb', 'nn', 'en', 'ar', 'ta'], 'nb')).toEqual(['nb', 'nn', 'en', 'ar', 'ta']);
    expect(codes(undefined, 'ti')).toEqual(['nb', 'nn', 'en', 'ti']);
  });
});
