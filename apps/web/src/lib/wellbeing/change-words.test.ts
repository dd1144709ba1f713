import { describe, expect, it } from 'vitest';
import {
  bulliedWords,
  changeSeen,
  comparedWith,
  intervalWords,
  spreadWords,
  themeSeen,
} from './change-words.ts';

const change = { pairs: 9, before: 3, now: 4.25, effect: 1, seen: true };
const round = (mean: number | null, low: number | null = null, high: number | null = null) => ({
  roundId: 'r',
  label: '3. november 2026',
  n: mean === null ? 0 : 9,
  mean,
  low,
  high,
});

describe('change in words', () => {
  it('is marked only when it holds', () => {
    expect(changeSeen(change)).toBe('Opp siden forrige runde: 3 før, 4,3 nå');
    expect(changeSeen({ ...change, now: 2 })).toMatch(/^Ned /);
    expect(changeSeen({ ...change, seen: false })).toBeNull();
    expect(changeSeen(null)).toBeNull();
  });

  it('says the mean now and before, and never that one is missing as nought', () => {
    const theme = { theme: 'recess', change: null };
    expect(themeSeen({ ...theme, rounds: [round(3), round(4.25)] })).toBe(
      'Snittet er 4,3 av 5, 3 i runden før.',
    );
    expect(themeSeen({ ...theme, rounds: [round(null), round(4)] })).toBe('Snittet er 4 av 5.');
    expect(themeSeen({ ...theme, rounds: [round(4), round(null)] })).toBe(
      'Ingen har svart på dette i runden.',
    );
    expect(intervalWords(round(4))).toBe('for få svar');
    expect(intervalWords(round(4, 3.5, 4.5))).toBe('3,5 til 4,5');
  });

  it('says what is not compared when the questions are others', () => {
    expect(comparedWith({ before: null })).toMatch(/første runde/);
    expect(comparedWith({ before: { name: 'Runde 1', notCompared: 0, paired: true } })).not.toMatch(
      /nye eller endret/,
    );
    expect(comparedWith({ before: { name: 'Runde 1', notCompared: 2, paired: true } })).toMatch(
      /2\u00a0spørsmål er nye eller endret/,
    );
    expect(comparedWith({ before: { name: 'Runde 1', notCompared: 0, paired: false } })).toMatch(/slettet/);
  });

  it('says how the answers to an item lie, and how many say they are bullied', () => {
    const item = {
      ...{ itemId: 'i', theme: 'bullying', text: 'Er du blitt mobbet?', sensitive: true, options: [] },
      ...{ declined: 0, notReached: 0, answered: 24, mean: 4.25, median: 4.5, sd: 1.04, shareLow: 1 / 12 },
      ...{ bullied: { count: 2, from: '2 eller 3 ganger i måneden' }, change: null },
    };
    expect(spreadWords(item)).toBe(
      'Snittet er 4,3 av 5, det midterste svaret 4,5. 8\u00a0% av svarene er blant de laveste. Standardavviket er 1.',
    );
    expect(bulliedWords(item)).toBe('2 av 24 svarer «2 eller 3 ganger i måneden» eller oftere.');
    const unanswered = { ...item, answered: 0, mean: null, median: null, sd: null, shareLow: null };
    expect([spreadWords(unanswered), bulliedWords(unanswered)]).toEqual([null, null]);
    expect(bulliedWords({ ...item, bullied: null })).toBeNull();
  });
});
