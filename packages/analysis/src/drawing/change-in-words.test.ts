import { describe, expect, it } from 'vitest';
import type { AnsweredRound } from './change-in-words.ts';
import { changeInWords } from './change-in-words.ts';

const names: Readonly<Record<string, string>> = { a: 'Ada', b: 'Bo', c: 'Cecilie', d: 'David', e: 'Elif' };
const round = (
  roster: string,
  criteria: Readonly<Record<string, readonly [respondents: string, ...choices: string[]]>>,
): AnsweredRound => ({
  pupils: [...roster].map((pupilId) => ({ pupilId, label: names[pupilId] ?? `Elev ${pupilId}` })),
  criteria: Object.entries(criteria).map(([criterionId, [respondents, ...choices]]) => ({
    criterionId,
    respondents: [...respondents],
    choices: choices.map((ends) => ({ from: ends.charAt(0), to: ends.charAt(1) })),
  })),
});
const linesOf = (...[before, after, criterionId]: Parameters<typeof changeInWords>) =>
  Object.fromEntries(
    changeInWords(before, after, criterionId).parts.map(({ title, lines }) => [title, lines]),
  );

describe('what has changed since the round before, in words', () => {
  it('is who chose each other then and now, on what it rests', () => {
    const before = round('abcd', { recess: ['abcd', 'ab', 'ba', 'cd', 'dc', 'bd'] });
    const after = round('abcd', { recess: ['abcd', 'ca', 'ac', 'ab', 'ba'] });
    expect(changeInWords(before, after, 'recess').basis).toEqual([
      'Sammenlignet er valgene til 4 elever som svarte begge ganger.',
      'Av 5 valg forrige gang ble 2 gjort igjen.',
      '1 gjensidig valg er der fortsatt.',
    ]);
    expect(linesOf(before, after, 'recess')).toEqual({
      'Valgte hverandre nå, men ikke forrige gang': ['Ada og Cecilie'],
      'Valgte hverandre forrige gang, men ikke nå': ['Cecilie og David'],
    });
  });

  it('is who came, left and did not answer, with nothing concluded of them', () => {
    const before = round('abcd', { recess: ['abd', 'ad', 'da', 'ac'] });
    const after = round('abce', { recess: ['ae', 'ae', 'ea', 'ca', 'ac'] });
    expect(linesOf(before, after, null)).toEqual({
      'Kom og gikk': [
        'Elif er med for første gang siden forrige runde.',
        'David var med forrige gang, men ikke nå.',
      ],
      'Har ikke svart begge ganger': [
        'Bo har ikke svart nå.',
        'Cecilie har ikke svart noen av gangene.',
        'Hva de ville valgt, er ikke kjent, og valgene deres er ikke regnet med.',
      ],
    });
  });

  it('is who was chosen by clearly more or fewer, with numbers and how many they are of', () => {
    const before = round('abcdefg', { recess: ['abcdefg', 'ba', 'ca', 'da', 'ea'] });
    const after = round('abcdefg', { recess: ['abcdefg', 'bg', 'cg', 'dg', 'eg'] });
    expect(linesOf(before, after, 'recess')).toEqual({
      'Valgt av klart flere enn forrige gang': ['Elev g: valgt av 0 forrige gang og 4 nå, av 6'],
      'Valgt av klart færre enn forrige gang': ['Ada: valgt av 4 forrige gang og 0 nå, av 6'],
    });
  });

  it('compares on all criteria only what both rounds asked, and those who answered all of it', () => {
    const before = round('abc', { recess: ['abc', 'ab', 'ba'], work: ['ab', 'ac'] });
    const after = round('abc', {
      recess: ['abc'],
      work: ['abc', 'bc'],
      seat: ['abc', 'ab', 'ba', 'ac', 'ca'],
    });
    expect(changeInWords(before, after, null).basis[0]).toBe(
      'Sammenlignet er valgene til 2 elever som svarte begge ganger.',
    );
    expect(linesOf(before, after, null)).toMatchObject({
      'Valgte hverandre forrige gang, men ikke nå': ['Ada og Bo'],
      'Har ikke svart begge ganger': ['Cecilie svarte ikke på alt forrige gang.', expect.any(String)],
    });
  });

  it('says so when the rounds cannot be compared, and still who came', () => {
    const before = round('ab', { recess: ['ab', 'ab'] });
    const other = round('abc', { work: ['abc', 'ab'] });
    expect(changeInWords(before, other, null)).toEqual({
      basis: ['Rundene spurte ikke om det samme, så valgene kan ikke sammenlignes.'],
      parts: [{ title: 'Kom og gikk', lines: ['Cecilie er med for første gang siden forrige runde.'] }],
    });
    const silent = round('ab', { recess: [''] });
    expect(changeInWords(before, silent, null)).toEqual({
      basis: ['Ingen svarte begge ganger, så valgene kan ikke sammenlignes.'],
      parts: [],
    });
    expect(changeInWords(before, round('abc', { recess: [''] }), null).parts).toEqual([
      { title: 'Kom og gikk', lines: ['Cecilie er med for første gang siden forrige runde.'] },
    ]);
  });

  it('says so when the same pupils choose each other as before', () => {
    const same = round('abc', { recess: ['abc', 'ab', 'ba', 'ca'] });
    expect(changeInWords(same, same, null)).toEqual({
      basis: [
        'Sammenlignet er valgene til 3 elever som svarte begge ganger.',
        'Av 3 valg forrige gang ble 3 gjort igjen.',
        '1 gjensidig valg er der fortsatt.',
        'Ingen gjensidige valg har kommet til eller falt bort.',
      ],
      parts: [],
    });
  });

  it('is of one criterion alone where one is asked for', () => {
    const before = round('ab', { recess: ['ab', 'ab', 'ba'], work: ['ab', 'ab'] });
    const after = round('ab', { recess: ['ab', 'ab'], work: ['ab', 'ab', 'ba'] });
    expect(changeInWords(before, after, 'work')).toEqual({
      basis: [
        'Sammenlignet er valgene til 2 elever som svarte begge ganger.',
        'Av 1 valg forrige gang ble 1 gjort igjen.',
      ],
      parts: [{ title: 'Valgte hverandre nå, men ikke forrige gang', lines: ['Ada og Bo'] }],
    });
    expect(linesOf(before, after, 'recess')).toEqual({
      'Valgte hverandre forrige gang, men ikke nå': ['Ada og Bo'],
    });
  });

  it('counts several mutual choices that are there still', () => {
    const twice = round('abcd', { recess: ['abcd', 'ab', 'ba', 'cd', 'dc'] });
    expect(changeInWords(twice, twice, null).basis[2]).toBe('2 gjensidige valg er der fortsatt.');
    const none = round('ab', { recess: ['ab'] });
    expect(changeInWords(none, none, null).basis).toEqual([
      'Sammenlignet er valgene til 2 elever som svarte begge ganger.',
      'Ingen gjensidige valg har kommet til eller falt bort.',
    ]);
  });

  it('is nothing to tell in a class without pupils', () => {
    expect(changeInWords(round('', {}), round('', {}), null).parts).toEqual([]);
  });
});
