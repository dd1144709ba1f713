import { describe, expect, it } from 'vitest';
import { tiesInWords, tiesOf } from './pupil-ties.ts';
import type { AnsweredSociogram } from './shown-network.ts';
import { shownNetwork } from './shown-network.ts';

const labels: Readonly<Record<string, string>> = { a: 'Ada', b: 'Bo', c: 'Åse', d: 'Dina', e: 'Elif' };
/** Pupils a to e, of whom `answered` answered; 'ab' is that a chose b. */
const network = (
  answered: string,
  ties: readonly string[],
  outside: Readonly<Record<string, number>> = {},
) => {
  const sociogram: AnsweredSociogram = {
    pupils: [...'abcde'].map((pupilId) => ({
      pupilId,
      label: labels[pupilId] ?? '',
      responded: answered.includes(pupilId),
    })),
    criteria: [
      {
        criterionId: 'recess',
        choices: ties.map((ends) => ({ from: ends.charAt(0), to: ends.charAt(1) })),
      },
    ],
    givenOutside: Object.entries(outside).map(([pupilId, count]) => ({ criterionId: null, pupilId, count })),
  };
  return shownNetwork(sociogram, null);
};
const words = (...[answered, ties, outside]: Parameters<typeof network>) =>
  tiesInWords(network(answered, ties, outside), 'a');

describe('the ties of a pupil', () => {
  it('are mutual, or one way out, or one way in, and each classmate is in one of them', () => {
    expect(tiesOf(network('abcde', ['ab', 'ba', 'ac', 'da', 'de', 'ed']), 'a')).toEqual({
      mutual: ['b'],
      chose: ['c'],
      chosenBy: ['d'],
    });
  });
});

describe('the ties of a pupil in words', () => {
  it('are how many of how many others chose the pupil, and who, by name', () => {
    expect(words('abcde', ['ac', 'ca', 'ab', 'ba', 'ad', 'ea'])).toEqual([
      'Valgt av 3 av 4 som svarte.',
      'Gjensidig med Bo og Åse.',
      'Også valgt av Elif.',
      'Valgte også Dina.',
    ]);
  });

  it('say nothing of «også» without mutual ties', () => {
    expect(words('abcde', ['ab', 'da', 'ca'])).toEqual([
      'Valgt av 2 av 4 som svarte.',
      'Valgt av Dina og Åse.',
      'Valgte Bo.',
    ]);
  });

  it('say that a pupil chose none, or only outside the class, or outside too', () => {
    expect(words('abc', [])).toEqual(['Valgt av 0 av 2 som svarte.', 'Ada valgte ingen.']);
    expect(words('abc', [], { a: 2 })).toEqual([
      'Valgt av 0 av 2 som svarte.',
      'Valgte bare 2 utenfor klassen.',
    ]);
    expect(words('abc', ['ab'], { a: 1 }).at(-1)).toBe('Valgte også 1 utenfor klassen.');
    expect(words('abc', ['ab', 'ba'], { a: 1 }).at(-1)).toBe('Valgte også 1 utenfor klassen.');
    expect(words('abc', ['ab', 'ba'])).toEqual(['Valgt av 1 av 2 som svarte.', 'Gjensidig med Bo.']);
  });

  it('say that nothing is known of the choices of who has not answered', () => {
    expect(words('bc', ['ba'])).toEqual([
      'Valgt av 1 av 2 som svarte.',
      'Valgt av Bo.',
      'Ada har ikke svart, så egne valg er ikke kjent.',
    ]);
  });

  it('say when nobody else has answered, and nothing of a pupil who is not in the class', () => {
    expect(words('a', ['ab'])).toEqual(['Ingen andre har svart.', 'Valgte Bo.']);
    expect(tiesInWords(network('abc', ['ab']), 'x')).toEqual([]);
  });
});
