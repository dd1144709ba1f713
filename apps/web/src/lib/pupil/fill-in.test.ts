import { expect, it } from 'vitest';
import { fillIn } from './fill-in.ts';

it('fills each blank, and leaves a name it does not know', () => {
  expect(fillIn('{n} av {max}, {gone}', { n: 1, max: 3 }, 'nb')).toBe('1 av 3, {gone}');
  expect(fillIn('{n}', { n: 0 }, 'nb')).toBe('0');
});

it.each([
  ['nb', ['other', 'one', 'other', 'other', 'other', 'other', 'other']],
  ['pl', ['many', 'one', 'few', 'many', 'many', 'few', 'many']],
  ['uk', ['many', 'one', 'few', 'many', 'many', 'few', 'many']],
  ['ar', ['zero', 'one', 'two', 'few', 'many', 'many', 'other']],
  ['vi', ['other', 'other', 'other', 'other', 'other', 'other', 'other']],
] as const)('takes the plural form of %s', (language, forms) => {
  const wording = Object.fromEntries(
    (['zero', 'one', 'two', 'few', 'many', 'other'] as const).map((category) => [category, category]),
  );
  expect([0, 1, 2, 5, 12, 22, 100].map((n) => fillIn(wording, { n }, language))).toEqual(forms);
});

it('falls back to the form for other numbers', () => {
  expect(fillIn({ other: '{n} svar' }, { n: 1 }, 'nb')).toBe('1 svar');
});

it('keeps a name in its own direction between words from right to left, and nowhere else', () => {
  expect(fillIn('أهلًا {name}', { name: 'Ask L.' }, 'ar')).toBe('أهلًا \u2068Ask L.\u2069');
  expect(fillIn('Hei, {name}', { name: 'Ask L.' }, 'nb')).toBe('Hei, Ask L.');
  expect(fillIn('{n} {max}', { n: 2, max: 3 }, 'ur')).toBe('2 3');
});
