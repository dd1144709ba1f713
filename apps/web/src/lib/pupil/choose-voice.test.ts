import { languages } from '@samhold/survey';
import { expect, test } from 'vitest';
import { chooseVoice, type Voice } from './choose-voice.ts';

const voice = (name: string, lang: string, more: Partial<Voice> = {}): Voice => ({
  name,
  lang,
  localService: true,
  default: false,
  ...more,
});
const named = (voices: readonly Voice[], language: Parameters<typeof chooseVoice>[1]) =>
  chooseVoice(voices, language)?.name ?? null;

test('a voice of another language never reads, whatever its quality', () => {
  const others = [
    voice('Samantha (Enhanced)', 'en-US', { default: true }),
    voice('Sara', 'da-DK'),
    voice('Alva', 'sv-SE'),
    voice('Nora', 'nb-NO'),
    voice('Filipino', 'fil-PH'),
    voice('Unnamed', ''),
  ];
  for (const { code } of languages.filter(({ code }) => code !== 'nb' && code !== 'en')) {
    expect(named(others, code)).toBeNull();
  }
  expect(named(others, 'nb')).toBe('Nora');
});

test('Nynorsk is not read by a voice of Bokmål or of Norwegian without a form, nor the other way round', () => {
  expect(named([voice('Nora', 'nb-NO'), voice('Norsk', 'no-NO')], 'nn')).toBeNull();
  expect(named([voice('Nynorsk', 'nn-NO')], 'nb')).toBeNull();
});

test.each([
  ['nb', 'no-NO'],
  ['nb', 'nb_NO'],
  ['nb', 'nob-NOR'],
  ['ar', 'ar-001'],
  ['vi', 'vi'],
  ['uk', 'UK-ua'],
  ['ti', 'tir_ETH'],
] as const)('%s is read by a voice tagged %s', (language, tag) => {
  expect(named([voice('One', tag)], language)).toBe('One');
});

test('a voice on the device comes before one on a server, of the first the better, then the default', () => {
  const remote = voice('Pernille Online (Natural)', 'nb-NO', { localService: false, default: true });
  const plain = voice('Nora', 'nb-NO');
  const compact = voice('Henrik Compact', 'nb-NO', { default: true });
  const usual = voice('Jon', 'nb-NO', { default: true });
  const enhanced = voice('Nora (Enhanced)', 'nb-NO');
  expect(named([remote], 'nb')).toBe(remote.name);
  expect(named([remote, compact], 'nb')).toBe(compact.name);
  expect(named([compact, plain], 'nb')).toBe(plain.name);
  expect(named([plain, usual], 'nb')).toBe(usual.name);
  expect(named([usual, enhanced], 'nb')).toBe(enhanced.name);
});

test('of voices of the same worth the device’s first is kept', () => {
  expect(named([voice('A', 'pl'), voice('B', 'pl')], 'pl')).toBe('A');
});
