import { expect, test } from 'vitest';
import { sourcesOf, type Passage } from './sources.ts';

// Only what sourcesOf asks of a voice; the browser's own type has more.
const voice = (lang: string) =>
  ({ name: lang, lang, localService: true, default: false }) as SpeechSynthesisVoice;
const clip = (language: string, text: string) => ({ language, text, clipId: `${language}: ${text}` });
const somali: Passage = { text: 'Sidee tahay?', language: 'so' };
const norwegian: Passage = { text: 'Hvordan har du det?', language: 'nb' };

const named = (...[passage, language, voices, readAloud]: Parameters<typeof sourcesOf>) =>
  sourcesOf(passage, language, voices, readAloud).map((source) =>
    source.kind === 'voice' ? `voice ${source.voice.lang}` : `clip ${source.clipId}`,
  );

test('without recordings the voice of the language reads, or nothing does', () => {
  expect(named(norwegian, 'nb', [voice('nb-NO'), voice('en-GB')], undefined)).toEqual(['voice nb-NO']);
  expect(named(somali, 'so', [voice('nb-NO'), voice('en-GB')], undefined)).toEqual([]);
});

test('where both exist, the school says which comes first, and the other is kept in reserve', () => {
  const clips = [clip('nb', norwegian.text)];
  const both = ['voice nb-NO', 'clip nb: Hvordan har du det?'];
  expect(named(norwegian, 'nb', [voice('nb-NO')], { clips, clipsFirst: false })).toEqual(both);
  expect(named(norwegian, 'nb', [voice('nb-NO')], { clips, clipsFirst: true })).toEqual(both.toReversed());
});

test('a recording of an older wording, or in another language, is not heard', () => {
  const clips = [clip('so', 'Sidee tahay maanta?'), clip('nb', somali.text)];
  expect(named(somali, 'so', [], { clips, clipsFirst: true })).toEqual([]);
});

test('a Norwegian text without translation is read in the pupil’s language when staff recorded it so', () => {
  const clips = [clip('so', norwegian.text), clip('nb', norwegian.text)];
  expect(named(norwegian, 'so', [voice('nb-NO'), voice('so-SO')], { clips, clipsFirst: false })).toEqual([
    `clip so: ${norwegian.text}`,
    'voice nb-NO',
    `clip nb: ${norwegian.text}`,
  ]);
});
