import { describe, expect, test } from 'vitest';
import { cubeOf } from './made-release.fixture.ts';
import { groupsOf, primaryTargets } from './primary-targets.ts';

const thresholds = { smallestGroup: 5, smallestCell: 3, smallestGroupSensitive: 10 };
const named = (cube: Parameters<typeof primaryTargets>[0], together: readonly (readonly string[])[] = []) =>
  primaryTargets(cube, thresholds, together).map(
    ({ group, columns, count }) => `${group.name} ${columns.join('+')}: ${count}`,
  );

describe('the counts of the promise', () => {
  test('are those under the smallest cell, in classes, grades and the school', () => {
    const cube = cubeOf({
      '4A': { grade: 4, size: 20, counts: [12, 6, 2] },
      '4B': { grade: 4, size: 20, counts: [14, 6, 0] },
      '5A': { grade: 5, size: 20, counts: [14, 3, 3] },
      '5B': { grade: 5, size: 21, counts: [14, 3, 3] },
    });
    expect(named(cube)).toEqual(['4A 2: 2', '5B 3: 1', 'trinn 4 2: 2', 'trinn 5 3: 1', 'skolen 3: 1']);
  });

  test('are those that all but a few chose, also where the few are spread', () => {
    const cube = cubeOf({ '4A': { grade: 4, size: 20, counts: [18, 1, 1] } });
    expect(named(cube)).toEqual(['4A 0: 18', '4A 1: 1', '4A 2: 1']);
    expect(named(cube, [['a', 'b']])).toContain('4A 0+1: 19');
    expect(named(cube, [['b', 'c']])).toContain('4A 1+2: 2');
  });

  test('are those that all who answered chose, of sensitive options alone', () => {
    const all = { '4A': { grade: 4, size: 23, counts: [0, 20, 0] } };
    expect(named(cubeOf(all))).toEqual([]);
    expect(named(cubeOf(all, { sensitive: true, sensitiveOptions: ['b'] }))).toEqual(['4A 1: 20']);
    expect(named(cubeOf(all, { sensitive: true, sensitiveOptions: ['a'] }))).toEqual([]);
    expect(named(cubeOf(all, { sensitiveOptions: ['b'] }))).toEqual([]);
    const spread = { '4A': { grade: 4, size: 23, counts: [0, 10, 10] } };
    expect(named(cubeOf(spread, { sensitive: true, sensitiveOptions: ['b', 'c'] }))).toEqual(['4A 1+2: 20']);
    // Where every option is sensitive, that all chose one of them says nothing.
    expect(named(cubeOf(spread, { sensitive: true, sensitiveOptions: ['a', 'b', 'c'] }))).toEqual([]);
  });

  test('are all that are not 0 where too few answered', () => {
    const few = { '4A': { grade: 4, size: 12, counts: [4, 0, 0] } };
    expect(named(cubeOf(few))).toEqual(['4A 0: 4', '4A 3: 8']);
    const nine = { '4A': { grade: 4, size: 12, counts: [5, 4, 0] } };
    expect(named(cubeOf(nine))).toEqual([]);
    expect(named(cubeOf(nine, { sensitive: true }))).toEqual(['4A 0: 5', '4A 1: 4', '4A 3: 3']);
  });

  test('speak of the same pupils once, and of both grades of a mixed class', () => {
    const { units } = cubeOf({
      '1A': { grade: 1, size: 10, counts: [10] },
      '2A:2': { grade: 2, size: 5, counts: [5] },
      '2A:3': { grade: 3, size: 5, counts: [5] },
    });
    const mixed = units.map((unit) => ({ ...unit, classId: unit.unitId.slice(0, 2) }));
    expect(groupsOf(mixed).map(({ name, size }) => `${name}: ${size}`)).toEqual([
      '1A: 10',
      '2A: 10',
      'trinn 2: 5',
      'trinn 3: 5',
      'skolen: 20',
    ]);
  });
});
