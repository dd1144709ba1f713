import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ChoiceNetwork } from '../network.ts';
import { changeOfPupils } from '../networks/change-of-pupils.ts';
import { choicesOfClass } from './choices-of-class.ts';
import { choicesOfPupil } from './choices-of-pupil.ts';

const network = (roster: string, respondents: string, ...choices: readonly string[]): ChoiceNetwork => ({
  roster: [...roster],
  respondents: [...respondents],
  choices: choices.map((ends) => ({ from: ends.charAt(0), to: ends.charAt(1) })),
});
const letters = [...'abcdefghijkl'];
const anyNetwork = fc.record({
  roster: fc.subarray(letters),
  respondents: fc.subarray(letters),
  choices: fc.array(fc.record({ from: fc.constantFrom(...letters), to: fc.constantFrom(...letters) })),
});

describe('the choices of one pupil before and after', () => {
  test('are those of nominators who could choose the pupil both times', () => {
    const before = network('abcdef', 'abcde', 'ba', 'ca', 'ab', 'ef');
    const after = network('abcdef', 'abcdf', 'ba', 'da', 'ab', 'ad', 'fa');
    const ours = choicesOfPupil(before, after, 'a', []);
    expect(ours?.table).toEqual({ n11: 1, n10: 1, n01: 1, n00: 0 });
    expect(ours?.received).toMatchObject({ n: 3, before: 2 / 3, after: 2 / 3, difference: 0 });
    expect(ours?.mutual).toEqual({ kept: 1, lost: 0, begun: 1 });
    expect(ours?.expected).toBeNull();
  });

  test('are unknown where the pupil was silent, or is not there both times', () => {
    const before = network('abcx', 'bc', 'ba');
    const after = network('abc', 'abc', 'ba', 'ab');
    expect(choicesOfPupil(before, after, 'a', [])?.mutual).toBeNull();
    expect(choicesOfPupil(before, after, 'x', [])).toBeNull();
    expect(choicesOfPupil(before, network('abc', ''), 'a', [])?.received).toBeNull();
  });

  test('leave those concerned out of what the others suggest', () => {
    const before = network('abcdefghijkl', 'abcdefghijkl', 'ab', 'bc', 'cb', 'dc', 'ed', 'fe');
    const after = network('abcdefghijkl', 'abcdefghijkl', 'ab', 'bc', 'cb', 'dc', 'ed');
    expect(choicesOfPupil(before, after, 'a', [])?.expected?.others).toBe(11);
    expect(choicesOfPupil(before, after, 'a', ['a', 'b', 'c'])?.expected?.others).toBe(9);
    expect(choicesOfPupil(before, after, 'a', [...'abcde'])?.expected).toBeNull();
  });
});

describe('the choices of a class before and after', () => {
  test('are by pupils who answered both times, of pupils there both times', () => {
    const before = network('abcd', 'abcd', 'ab', 'ba', 'cd', 'xa');
    const after = network('abcde', 'abc', 'ab', 'ac', 'ca', 'cd', 'ce');
    expect(choicesOfClass(before, after)).toMatchObject({
      members: 4,
      spoke: 3,
      chosen: { n: 4, before: 3 / 4, after: 1 },
      withMutual: { n: 3, before: 2 / 3, after: 2 / 3 },
      mutual: { kept: 0, lost: 1, begun: 1 },
    });
  });

  test('are nothing when nobody answered both times', () => {
    expect(choicesOfClass(network('ab', 'a', 'ab'), network('ab', 'b', 'ba'))).toMatchObject({
      spoke: 0,
      chosen: null,
      withMutual: null,
    });
  });

  test('have the mutual ties that changeOfPupils counts, and every pupil’s ties twice', () => {
    fc.assert(
      fc.property(anyNetwork, anyNetwork, (before, after) => {
        const { mutual } = choicesOfClass(before, after);
        const change = changeOfPupils(before, after);
        expect(mutual).toEqual({
          kept: change.mutualKept.length,
          lost: change.mutualEnded.length,
          begun: change.mutualNew.length,
        });
        const ofPupils = letters.flatMap((id) => choicesOfPupil(before, after, id, [])?.mutual ?? []);
        expect(ofPupils.reduce((sum, { begun }) => sum + begun, 0)).toBe(2 * mutual.begun);
        expect(ofPupils.reduce((sum, { lost }) => sum + lost, 0)).toBe(2 * mutual.lost);
      }),
    );
  });

  test('add up over pupils to the choices that changeBetween counts', () => {
    fc.assert(
      fc.property(anyNetwork, anyNetwork, (before, after) => {
        const { choices } = changeOfPupils(before, after);
        const tables = letters.flatMap((id) => choicesOfPupil(before, after, id, [])?.table ?? []);
        for (const cell of ['n11', 'n10', 'n01', 'n00'] as const)
          expect(tables.reduce((sum, table) => sum + table[cell], 0)).toBe(choices[cell]);
      }),
    );
  });
});
