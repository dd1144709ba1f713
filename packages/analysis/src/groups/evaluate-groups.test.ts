import { describe, expect, it } from 'vitest';
import { evaluateGroups } from './evaluate-groups.ts';
import type { GroupsInput } from './groups-input.ts';

const input: GroupsInput = {
  pupils: ['a', 'b', 'c', 'd'],
  wishes: [
    { from: 'a', to: 'b', weight: 2 },
    { from: 'b', to: 'a' },
    { from: 'b', to: 'a' },
    { from: 'b', to: 'a' },
    { from: 'c', to: 'a' },
    { from: 'd', to: 'c' },
  ],
  sizes: { size: 2 },
  apart: [['c', 'd']],
  together: [['a', 'c']],
  earlier: [
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
    [['a', 'b', 'c']],
  ],
};

describe('evaluateGroups', () => {
  it('counts each stage, weights added up, a mutual wish by the lower of its two', () => {
    const { values, without, broken } = evaluateGroups(input, [
      ['a', 'b'],
      ['c', 'd'],
    ]);
    // a is chosen by two, b and c by one, d by nobody.
    expect(values).toEqual({
      without: 1,
      mutual: 2,
      wishesOfUnchosen: 1,
      wishesOfChosenOnce: 3,
      wishesOfChosenTwice: 2,
      wishesOfOthers: 0,
      repeats: 3,
    });
    expect(without).toEqual(['c']);
    expect(broken).toEqual([
      { kind: 'together', pupils: ['a', 'c'] },
      { kind: 'apart', pupils: ['c', 'd'] },
    ]);
  });

  it('takes groups that are not finished, and says that the sizes are not kept', () => {
    const { values, broken } = evaluateGroups(input, [['a', 'c']]);
    expect(values).toMatchObject({ without: 3, wishesOfChosenOnce: 1, repeats: 1 });
    expect(broken).toEqual([{ kind: 'sizes', sizes: [2, 2], pupils: 4 }]);
  });

  it('throws on a pupil outside the list or in two groups', () => {
    expect(() => evaluateGroups(input, [['x']])).toThrow('Not in the list: x');
    expect(() => evaluateGroups(input, [['a'], ['a']])).toThrow('In two groups: a');
  });
});
