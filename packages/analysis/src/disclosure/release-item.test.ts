import { describe, expect, it } from 'vitest';
import { systemOf, specOf } from './made-system.fixture.ts';
import { releaseItem, type ItemRelease } from './release-item.ts';

const rowOf = ({ item }: ItemRelease, groupId: string, level = 'class') =>
  item.rows.find((row) => row.groupId === groupId && row.level === level);
const countsOf = (release: ItemRelease, groupId: string, level = 'class') =>
  rowOf(release, groupId, level)?.counts.map(({ count }) => count);
const alone = { levels: ['class'] as const };

describe('one class by itself', () => {
  const release = (size: number, counts: readonly number[], more: Parameters<typeof systemOf>[1] = {}) => {
    const system = systemOf([[[size, counts]]], more);
    return releaseItem(system, specOf(system, 'class', { ...alone, classIds: ['1A'] }), [], null);
  };

  it('is shown whole when every cell is empty or large enough, with its mean in two decimals, half up', () => {
    const whole = release(20, [4, 0, 13]);
    expect(rowOf(whole, '1A')).toEqual({
      groupId: '1A',
      level: 'class',
      of: ['1A'],
      size: 20,
      answered: 17,
      counts: [
        { optionId: 'o1', count: 4 },
        { optionId: 'o2', count: 0 },
        { optionId: 'o3', count: 13 },
      ],
      mean: 1.47,
    });
    expect(rowOf(release(8, [5, 3, 0]), '1A')?.mean).toBe(2.63);
  });

  it('D3 D4: a small cell is hidden, with others so that it cannot be counted out, and the mean', () => {
    const hidden = release(20, [12, 6, 2]);
    expect(countsOf(hidden, '1A')).toEqual([12, null, null]);
    expect(rowOf(hidden, '1A')?.mean).toBeNull();
    expect(rowOf(hidden, '1A')?.answered).toBe(20);
  });

  it('D3: so is the number who answered when a few did not', () => {
    const silent = release(20, [12, 6, 0]);
    expect(rowOf(silent, '1A')?.answered).toBeNull();
    expect(countsOf(silent, '1A')).toEqual([12, null, 0]);
  });

  it('is not listed below the smallest group, and hidden whole when too few of a larger group answered', () => {
    expect(release(4, [4, 0, 0]).item.rows).toEqual([]);
    expect(countsOf(release(20, [4, 0, 0]), '1A')).toEqual([null, null, null]);
  });

  it('D3: a cell is hidden when all but a few are in it', () => {
    const system = systemOf([[[22, [18, 2, 2]]]]);
    const board = releaseItem(system, specOf(system, 'board', alone), [], null);
    expect(countsOf(board, '1A')).toEqual([null, null, null]);
  });

  it('D2: is held to the larger group on a sensitive item', () => {
    expect(release(9, [3, 3, 3]).item.rows).toHaveLength(1);
    expect(release(9, [3, 3, 3], { sensitive: true }).item.rows).toEqual([]);
  });

  it('D3: hides that all lie on sensitive options', () => {
    const three = (counts: readonly number[], sensitiveOptions: readonly string[]) =>
      countsOf(release(20, counts, { sensitive: true, sensitiveOptions }), '1A');
    expect(three([20, 0, 0], [])).toEqual([20, 0, 0]);
    expect(three([20, 0, 0], ['o1'])).toContain(null);
    expect(three([10, 10, 0], ['o1', 'o2'])?.[2]).toBeNull();
    expect(three([0, 0, 20], ['o1', 'o2'])).toEqual([0, 0, 20]);
    expect(three([10, 10, 0], ['o1', 'o2', 'o3'])).toEqual([10, 10, 0]);
  });
});

describe('classes with their totals', () => {
  const grades = { levels: ['grade', 'school'] as const };

  it('a hidden cell is not the total less the others', () => {
    const system = systemOf([
      [
        [20, [12, 6, 2]],
        [20, [10, 6, 4]],
        [20, [11, 5, 4]],
        [20, [9, 6, 5]],
      ],
    ]);
    const release = releaseItem(system, specOf(system, 'classCouncil'), [], null);
    expect(countsOf(release, '1', 'grade')).toEqual([42, 23, 15]);
    expect(countsOf(release, '1A')).toEqual([12, null, null]);
    const hidden = ['1A', '1B', '1C', '1D'].filter((id) => countsOf(release, id)?.includes(null));
    expect(hidden.length).toBeGreaterThan(1);
    expect(hidden.length).toBeLessThan(4);
  });

  it('D7: who knows one class of two does not learn the other from the grade', () => {
    const small: readonly [number, number[]] = [20, [12, 6, 2]];
    const large: readonly [number, number[]] = [20, [10, 6, 4]];
    const gradeOf = (classes: Parameters<typeof systemOf>[0][number]) => {
      const system = systemOf([classes]);
      return countsOf(releaseItem(system, specOf(system, 'leadership', grades), [], null), '1', 'grade');
    };
    expect(gradeOf([small, large, large])).toEqual([32, 18, 10]);
    expect(gradeOf([large, large])).toEqual([20, 12, 8]);
    expect(gradeOf([small, large])).toEqual([22, null, null]);
  });

  it('D6: what was shown before is not a way to what is hidden now', () => {
    const system = systemOf([
      [
        [20, [11, 5, 4]],
        [20, [12, 7, 1]],
        [20, [12, 6, 2]],
      ],
    ]);
    const whole = releaseItem(system, specOf(system, 'board', grades), [], null);
    expect(countsOf(whole, '1', 'grade')).toEqual([35, 18, 7]);
    const classA = specOf(system, 'class', { ...alone, classIds: ['1A'] });
    const classB = specOf(system, 'class', { ...alone, classIds: ['1B'] });
    expect(countsOf(releaseItem(system, classA, [], null), '1A')).toEqual([11, 5, 4]);
    const seen = [{ tier: 'councils' as const, item: whole.item }];
    expect(countsOf(releaseItem(system, classA, seen, null), '1A')).toContain(null);
    // Leadership's own figures are not known to pupils, but theirs are known to leadership.
    const inside = [{ tier: 'inner' as const, item: whole.item }];
    const ofB = releaseItem(system, classB, inside, null);
    expect(ofB.audits.map(({ tier }) => tier)).toEqual(['pupils', 'inner']);
  });

  it('D7: what an earlier table counts together is not narrowed by one that counts otherwise', () => {
    // Too few of 1A answered for pupils to see: also that all of them chose one of the first two.
    const system = systemOf(
      [
        [
          [9, [6, 3, 0, 0]],
          [20, [8, 4, 4, 4]],
        ],
        [[20, [11, 9, 0, 0]]],
      ],
      { sensitive: true },
    );
    const two = [
      { optionId: 'upper', score: null, of: ['o1', 'o2'] },
      { optionId: 'lower', score: null, of: ['o3', 'o4'] },
    ];
    const ofClasses = specOf(system, 'class', { ...alone, columns: two });
    const first = releaseItem(system, ofClasses, [], null);
    const seen = [{ tier: 'pupils' as const, item: first.item }];
    const later = releaseItem(system, specOf(system, 'pupilCouncil', grades), seen, null);
    const targets = later.audits.find(({ tier }) => tier === 'pupils')?.targets ?? [];
    expect(targets.map(({ units, columns }) => `${units.join()}: ${columns.join()}`)).toContain('0: 0,1');
  });

  it('a mean that was shown before stands in the way as a count does', () => {
    const before = systemOf([[[20, [12, 6, 2]]]]);
    const spec = specOf(before, 'class', { ...alone, classIds: ['1A'] });
    const { item } = releaseItem(before, spec, [], null);
    expect(item.rows[0]?.counts.map(({ count }) => count)).toEqual([12, null, null]);
    const withMean = { ...item, rows: item.rows.map((row) => ({ ...row, mean: 2.5 })) };
    const after = releaseItem(before, spec, [{ tier: 'pupils', item: withMean }], null);
    expect(after.audits).toEqual([]);
    expect(after.item.rows[0]?.counts.every(({ count }) => count === null)).toBe(true);
  });
});

it('refuses counts that are not counts, and an earlier release of something else', () => {
  const wrong = systemOf([[[3, [2, 2]]]]);
  expect(() => releaseItem(wrong, specOf(wrong, 'board'), [], null)).toThrow(
    'more answers than pupils in 1A',
  );
  const half = systemOf([[[3, [0.5, 2]]]]);
  expect(() => releaseItem(half, specOf(half, 'board'), [], null)).toThrow('not a count');
  const fine = systemOf([[[20, [10, 10]]]]);
  const { item } = releaseItem(fine, specOf(fine, 'class', alone), [], null);
  const other = { ...item, rows: item.rows.map((row) => ({ ...row, of: ['9Z'] })) };
  expect(() =>
    releaseItem(fine, specOf(fine, 'class', alone), [{ tier: 'pupils', item: other }], null),
  ).toThrow('item speaks of 9Z');
});
