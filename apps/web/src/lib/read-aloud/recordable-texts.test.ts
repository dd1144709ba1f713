import { languages } from '@samhold/survey';
import { expect, test } from 'vitest';
import { recordableTexts } from './recordable-texts.ts';

test.each(languages.map(({ code }) => code))(
  'every text in %s is there once, and none is empty',
  async (code) => {
    const texts = (await recordableTexts(code)).flatMap((group) => group.texts);
    const keys = texts.map((text) => JSON.stringify([text.sourceText, text.shownText]));
    expect(new Set(keys).size).toBe(keys.length);
    expect(texts.every((text) => text.sourceText.trim() !== '' && text.shownText.trim() !== '')).toBe(true);
    expect(texts.filter((text) => text.sourceText.length > 500 || text.shownText.length > 500)).toEqual([]);
  },
);

test('no text has a blank in it: a blank is where a name would stand', async () => {
  for (const { code } of languages) {
    const shown = (await recordableTexts(code)).flatMap((group) => group.texts.map((text) => text.shownText));
    expect(shown.filter((text) => /[{}]/.test(text))).toEqual([]);
  }
});

test('the questions stand under their questionnaire, in the language that is recorded', async () => {
  const groups = await recordableTexts('en');
  expect(groups.map(({ title }) => title)).toHaveLength(5);
  const text = {
    sourceText: 'Hvordan har du det på skolen?',
    shownText: 'How are things for you at school?',
  };
  expect(groups.slice(1).flatMap((group) => group.texts)).toContainEqual(text);
});

test('own questions come last, in the language where they are written in it, without options that stand elsewhere', async () => {
  const nb = 'Hvordan er turdagen?';
  const own = [{ title: 'Trivsel', texts: [{ nb, en: 'How is the day out?' }, { nb: 'Alltid' }] }];
  const group = async (code: 'nb' | 'en' | 'pl') => (await recordableTexts(code, own)).at(-1);
  expect(await group('nb')).toEqual({
    title: 'Trivsel, egne spørsmål',
    texts: [{ sourceText: nb, shownText: nb }],
  });
  expect((await group('en'))?.texts[0]).toEqual({ sourceText: nb, shownText: 'How is the day out?' });
  expect((await group('pl'))?.texts[0]).toEqual({ sourceText: nb, shownText: nb });
});
