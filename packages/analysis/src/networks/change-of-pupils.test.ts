import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChoiceNetwork } from '../network.ts';
import { changeBetween } from './change.ts';
import { changeOfPupils, isClearChange } from './change-of-pupils.ts';

const network = (roster: string, respondents: string, ...choices: readonly string[]): ChoiceNetwork => ({
  roster: [...roster],
  respondents: [...respondents],
  choices: choices.map((ends) => ({ from: ends.charAt(0), to: ends.charAt(1) })),
});

describe('what became another between two rounds', () => {
  it('is which pairs began, stopped and went on to choose each other', () => {
    const before = network('abcd', 'abcd', 'ab', 'ba', 'cd', 'dc', 'ac');
    const after = network('abcd', 'abcd', 'ab', 'ba', 'ac', 'ca', 'cd');
    expect(changeOfPupils(before, after)).toMatchObject({
      mutualNew: [['a', 'c']],
      mutualEnded: [['c', 'd']],
      mutualKept: [['a', 'b']],
    });
  });

  it('is nothing about a pair of whom one was silent once, or came or left', () => {
    const before = network('abcd', 'abd', 'ab', 'ba', 'ad', 'da', 'ac');
    const after = network('abce', 'ace', 'ab', 'ac', 'ca', 'ae', 'ea');
    expect(changeOfPupils(before, after)).toMatchObject({
      came: ['e'],
      left: ['d'],
      silentBefore: ['c'],
      silentAfter: ['b'],
      mutualNew: [],
      mutualEnded: [],
      mutualKept: [],
    });
  });

  it('is who was chosen by clearly more or fewer of those who answered both times', () => {
    const roster = 'abcdefgh';
    const before = network(roster, 'abcdefg', 'ba', 'ca', 'da', 'ea', 'fa', 'gh');
    const after = network(roster, 'bcdefgh', 'bh', 'ch', 'dh', 'eh', 'fh', 'gh', 'ah');
    expect(changeOfPupils(before, after).received).toEqual([
      { pupilId: 'a', before: 5, after: 0, won: 0, lost: 5, among: 6 },
      { pupilId: 'h', before: 1, after: 6, won: 5, lost: 0, among: 6 },
    ]);
  });

  it('is clear from four who began and none who stopped, by McNemar’s test', () => {
    expect([3, 4].map((won) => isClearChange({ won, lost: 0 }))).toEqual([false, true]);
    expect([6, 7].map((lost) => isClearChange({ won: 1, lost }))).toEqual([false, true]);
    expect(isClearChange({ won: 0, lost: 0 })).toBe(false);
  });

  it('turns about when the rounds do, and counts choices as changeBetween does', () => {
    const any = fc
      .record({
        roster: fc.subarray([...'abcdefgh']),
        respondents: fc.subarray([...'abcdefgh']),
        choices: fc.array(
          fc.record({ from: fc.constantFrom(...'abcdefgh'), to: fc.constantFrom(...'abcdefgh') }),
        ),
      })
      .map((found): ChoiceNetwork => found);
    fc.assert(
      fc.property(any, any, (one, other) => {
        const [there, back] = [changeOfPupils(one, other), changeOfPupils(other, one)];
        expect(there.choices).toEqual(changeBetween(one, other));
        expect([back.came, back.left, back.silentBefore]).toEqual([
          there.left,
          there.came,
          there.silentAfter,
        ]);
        expect([back.mutualNew, back.mutualEnded]).toEqual([there.mutualEnded, there.mutualNew]);
        expect(back.received.map(({ won, lost }) => [lost, won])).toEqual(
          there.received.map(({ won, lost }) => [won, lost]),
        );
        expect(changeOfPupils(one, one)).toMatchObject({ mutualNew: [], mutualEnded: [], received: [] });
      }),
    );
  });
});
