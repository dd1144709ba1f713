import { describe, expect, test } from 'vitest';
import type { Demand } from './conflict.ts';
import { evaluateGroups } from './evaluate-groups.ts';
import { packGroups } from './pack-groups.ts';
import { proposeGroups } from './propose-groups.ts';
import { wish } from './small-rooms.fixture.ts';

const together = (one: string, other: string): Demand => ({ kind: 'together', pupils: [one, other] });
const apart = (one: string, other: string): Demand => ({ kind: 'apart', pupils: [one, other] });
const sizes = (...of: readonly number[]): Demand => ({ kind: 'sizes', sizes: of, pupils: 0 });
const groups = (count: number): Demand => ({ kind: 'number-of-groups', groups: count });
const packed = (pupils: string, ...demands: readonly Demand[]) => packGroups([...pupils], demands);

describe('groups that keep what is asked for', () => {
  test('hold those together as one, and those apart in different groups', () => {
    expect(packed('abcd', sizes(2, 2), together('a', 'c'), apart('a', 'b'))).toEqual([0, 1, 0, 1]);
    expect(packed('abcd', sizes(1, 3), together('a', 'b'), together('c', 'b'))).toEqual([1, 1, 1, 0]);
    expect(packed('abcd', sizes(2, 2), together('a', 'b'), together('b', 'a'))).toEqual([0, 0, 1, 1]);
    expect(packed('abcd', groups(2), apart('d', 'b'))).toEqual([0, 0, 0, 1]);
    expect(packed('abcd', groups(2), apart('b', 'd'), apart('d', 'a'), apart('d', 'c'))).toEqual([
      1, 1, 1, 0,
    ]);
  });

  test('are found also where the first place tried leaves no room for the rest', () => {
    const blocks = [together('a', 'b'), together('c', 'd'), together('e', 'f'), together('f', 'g')];
    expect(packed('abcdefg', sizes(4, 3), ...blocks)).toEqual([0, 0, 0, 0, 1, 1, 1]);
    expect(packed('abcdefg', sizes(3, 4), ...blocks)).toEqual([1, 1, 1, 1, 0, 0, 0]);
  });

  test('do not exist for other sizes, too few groups, or somebody both with and apart from another', () => {
    expect(packed('abcd', sizes(2, 3))).toBe(false);
    expect(packed('abcd', sizes(1, 1, 2), together('a', 'b'), together('b', 'c'))).toBe(false);
    expect(packed('abc', groups(2), apart('a', 'b'), apart('b', 'c'), apart('c', 'a'))).toBe(false);
    expect(packed('abc', groups(3), apart('a', 'b'), apart('b', 'c'), apart('c', 'a'))).toEqual([0, 1, 2]);
    expect(packed('abc', apart('a', 'b'), apart('b', 'c'), apart('c', 'a'))).toEqual([0, 1, 2]);
    expect(packed('abc', together('a', 'b'), together('b', 'c'), apart('a', 'c'))).toBe(false);
  });
});

describe('a proposal without a solver', () => {
  const propose = (wishes: ReturnType<typeof wish>[], more: object = {}) =>
    proposeGroups({ pupils: [...'abcd'], wishes, sizes: { sizes: [2, 2] }, ...more }, { seed: 1 });

  test('is proven where all that can be wished for is there', () => {
    const found = propose([wish('a', 'd'), wish('d', 'a'), wish('c', 'b'), wish('b', 'c')]);
    expect(found).toMatchObject({
      outcome: 'proposed',
      proven: true,
      groups: [
        ['a', 'd'],
        ['b', 'c'],
      ],
    });
  });

  test('is not called proven, nor are others said to be without instead, where no bound tells', () => {
    const found = propose([wish('a', 'd'), wish('b', 'd'), wish('c', 'd'), wish('d', 'a')]);
    if (found.outcome !== 'proposed') expect.fail(found.outcome);
    expect(found.proven).toBe(false);
    expect(found.groups).toEqual([
      ['a', 'd'],
      ['b', 'c'],
    ]);
    expect(found.pupils.map(({ hindrance }) => hindrance)).toEqual([null, 'none-found', 'none-found', null]);
  });

  test('says of whom nobody wished for can be had at all', () => {
    const found = propose([wish('a', 'b'), wish('c', 'd')], { apart: [['a', 'b']], together: [['c', 'b']] });
    if (found.outcome !== 'proposed') expect.fail(found.outcome);
    expect(found.pupils.map(({ hindrance }) => hindrance)).toEqual([
      'kept-apart',
      'wished-for-nobody',
      'ruled-out',
      'wished-for-nobody',
    ]);
  });
});

test('groups made by hand may come in any order of sizes', () => {
  const input = { pupils: [...'abcdef'], wishes: [], sizes: { sizes: [1, 2, 3] } };
  const broken = (...groups: readonly string[]) =>
    evaluateGroups(
      input,
      groups.map((group) => [...group]),
    ).broken.map(({ kind }) => kind);
  expect([broken('abc', 'd', 'ef'), broken('ef', 'abc', 'd')]).toEqual([[], []]);
  expect(broken('abc', 'de', 'f')).toEqual([]);
  expect(broken('abcd', 'e', 'f')).toEqual(['sizes']);
});
