import { describe, expect, it } from 'vitest';
import { pupilLanguages } from './languages.ts';
import nb from './texts/nb.json' with { type: 'json' };

const blanks = (text: string) => (text.match(/\{\w+\}/g) ?? []).toSorted();

describe.each(pupilLanguages)('the words of the pupil pages in $endonym', ({ load }) => {
  it('are as many as the bokmål ones, each with the same blanks, none empty', async () => {
    const texts = await load();
    expect(Object.keys(texts)).toEqual(Object.keys(nb));
    for (const [key, text] of Object.entries(texts)) {
      expect(text.trim(), key).not.toBe('');
      expect(blanks(text), key).toEqual(blanks(Object.entries(nb).find(([k]) => k === key)?.[1] ?? ''));
    }
  });

  it('never promise that nobody knows who answered, and raise no voice', async () => {
    const all = Object.values(await load()).join('\n');
    expect(all).not.toMatch(/anonym/i);
    expect(all).not.toContain('!');
  });
});
