import { describe, expect, test } from 'vitest';
import { promisesAnonymity, raisesVoice } from './calm.ts';
import { talkPrompts } from './talk-prompts.ts';
import { themes } from './themes.ts';

describe('questions for a talk in class', () => {
  test.each(themes.map(({ id }) => id))('%s has at least two, each one a question', (theme) => {
    expect(talkPrompts[theme].length).toBeGreaterThanOrEqual(2);
    for (const prompt of talkPrompts[theme]) expect(prompt).toMatch(/^[A-ZÆØÅ].*\?$/);
  });

  test('ask after nobody, and of no one pupil how it is', () => {
    for (const prompt of Object.values(talkPrompts).flat()) {
      expect(prompt).not.toMatch(/\bhvem\b|\bdu\b|\bdeg\b|\bnavn|\bnoen som\b|\bhvilke(n)? elev/i);
      expect(promisesAnonymity(prompt) || raisesVoice(prompt)).toBe(false);
    }
  });

  test('are each asked once', () => {
    const all = Object.values(talkPrompts).flat();
    expect(new Set(all).size).toBe(all.length);
  });
});
