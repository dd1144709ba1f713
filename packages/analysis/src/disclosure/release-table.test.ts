import { describe, expect, it } from 'vitest';
import type { GroupCounts } from './cells.ts';
import { releaseTable, type ItemTable, type ReleasedTable } from './release-table.ts';
import { audienceThresholds } from './thresholds.ts';

const group = (groupId: string, size: number, counts: readonly number[]): GroupCounts => ({
  groupId,
  size,
  counts: counts.map((count, i) => ({ optionId: `o${i + 1}`, score: [1, 3, 5][i] ?? null, count })),
});

const table = (groups: readonly GroupCounts[], more: Partial<ItemTable> = {}): ItemTable => ({
  groups,
  totalId: 'school',
  thresholds: audienceThresholds.leadership,
  sensitive: false,
  sensitiveOptions: [],
  ...more,
});

/** Ids of the rows shown and hidden, and whether the total is shown. */
const outline = ({ rows, total }: ReleasedTable) => ({
  shown: rows.filter((row) => row.shown).map((row) => row.groupId),
  hidden: rows.filter((row) => !row.shown).map((row) => row.groupId),
  total: total === null ? null : total.shown,
});

describe('a row on its own', () => {
  const alone = (size: number, counts: readonly number[], more: Partial<ItemTable> = {}) =>
    outline(releaseTable(table([group('5', size, counts)], { totalId: null, ...more })));
  const shown = { shown: ['5'], hidden: [], total: null };
  const hidden = { shown: [], hidden: ['5'], total: null };

  it('is shown when every cell is empty or large enough, with the figures of its counts', () => {
    const { rows } = releaseTable(table([group('5', 20, [4, 0, 12])], { totalId: null }));
    expect(rows).toMatchObject([{ groupId: '5', shown: true, size: 20, answered: 16, mean: 4, median: 5 }]);
    expect(rows[0]).toMatchObject({
      shareLow: 0.25,
      counts: [{ optionId: 'o1', count: 4 }, { count: 0 }, {}],
    });
  });

  it('is hidden for a cell from one up to the smallest cell', () => {
    expect(alone(20, [2, 6, 12])).toEqual(hidden);
    expect(alone(20, [3, 5, 12])).toEqual(shown);
  });

  it('is hidden when a few did not answer', () => {
    expect(alone(20, [6, 6, 6])).toEqual(hidden);
    expect(alone(21, [6, 6, 6])).toEqual(shown);
    expect(alone(18, [6, 6, 6])).toEqual(shown);
  });

  it('is not listed below the smallest group, and hidden when too few of a larger group answered', () => {
    expect(alone(4, [4, 0, 0])).toEqual({ shown: [], hidden: [], total: null });
    expect(alone(20, [4, 0, 0])).toEqual(hidden);
    expect(alone(20, [0, 0, 0])).toEqual(hidden);
  });

  it('is held to the larger group on a sensitive item', () => {
    const pupils = { thresholds: audienceThresholds.pupilCouncil };
    expect(alone(9, [3, 3, 3], pupils)).toEqual(shown);
    expect(alone(9, [3, 3, 3], { ...pupils, sensitive: true })).toEqual({
      shown: [],
      hidden: [],
      total: null,
    });
  });

  it('is hidden when all chose a sensitive option, or all chose one of several', () => {
    expect(alone(20, [20, 0, 0])).toEqual(shown);
    expect(alone(20, [20, 0, 0], { sensitive: true, sensitiveOptions: ['o1'] })).toEqual(hidden);
    expect(alone(20, [10, 10, 0], { sensitive: true, sensitiveOptions: ['o1', 'o2'] })).toEqual(hidden);
    expect(alone(20, [0, 0, 20], { sensitive: true, sensitiveOptions: ['o1', 'o2'] })).toEqual(shown);
  });

  it('is not hidden for spread-out answers where every option counts as sensitive', () => {
    const all = { sensitive: true, sensitiveOptions: ['o1', 'o2', 'o3'] };
    expect(alone(20, [10, 10, 0], all)).toEqual(shown);
    expect(alone(20, [0, 20, 0], all)).toEqual(hidden);
  });
});

describe('the total', () => {
  const large = (id: string): GroupCounts => group(id, 20, [5, 5, 10]);
  const small = (id: string): GroupCounts => group(id, 20, [1, 9, 10]);

  it('is shown when every row is', () => {
    expect(outline(releaseTable(table([large('5'), large('6')])))).toEqual({
      shown: ['5', '6'],
      hidden: [],
      total: true,
    });
  });

  it('is kept by hiding the row with the fewest answers beside a single hidden one', () => {
    const groups = [large('5'), group('6', 14, [4, 4, 6]), large('7'), small('8')];
    expect(outline(releaseTable(table(groups)))).toEqual({
      shown: ['5', '7'],
      hidden: ['6', '8'],
      total: true,
    });
  });

  it('passes over a cheaper row that would not make the remainder safe', () => {
    const groups = [large('5'), group('6', 10, [0, 4, 6]), small('8')];
    expect(outline(releaseTable(table(groups)))).toEqual({ shown: ['6'], hidden: ['5', '8'], total: true });
  });

  it('needs no further row when two hidden ones are large enough together', () => {
    const groups = [large('5'), small('6'), group('7', 20, [2, 8, 10])];
    expect(outline(releaseTable(table(groups)))).toEqual({ shown: ['5'], hidden: ['6', '7'], total: true });
  });

  it('counts a group too small to be listed among what could be had by subtraction', () => {
    const groups = [large('5'), group('6', 3, [3, 0, 0])];
    expect(outline(releaseTable(table(groups)))).toEqual({ shown: [], hidden: ['5'], total: true });
    const { rows } = releaseTable(table(groups));
    expect(rows.map(({ groupId }) => groupId)).toEqual(['5']);
  });

  it('is hidden when no single row more makes it safe', () => {
    const groups = [group('5', 10, [0, 0, 10]), group('6', 10, [0, 0, 10]), group('7', 10, [1, 0, 9])];
    const school = releaseTable(table([...groups, group('8', 20, [0, 10, 10])]));
    expect(outline(school)).toEqual({ shown: ['5', '6', '8'], hidden: ['7'], total: false });
  });

  it('is hidden when all hidden pupils lie in one cell, since a small hidden group would be known', () => {
    const groups = [group('5', 10, [0, 0, 10]), group('6', 2, [0, 0, 2])];
    expect(outline(releaseTable(table(groups)))).toEqual({ shown: ['5'], hidden: [], total: false });
  });

  it('is null when none is wanted', () => {
    expect(releaseTable(table([large('5')], { totalId: null })).total).toBeNull();
  });
});

describe('a table that cannot be right', () => {
  it('is refused', () => {
    expect(() => releaseTable(table([group('5', 4, [5, 0, 0])]))).toThrow(RangeError);
    expect(() => releaseTable(table([group('5', 9, [-1, 5, 0])]))).toThrow(RangeError);
    expect(() => releaseTable(table([group('5', 9, [9]), group('6', 9, [4, 5])]))).toThrow(RangeError);
    expect(() => releaseTable(table([group('5', 9, [9]), group('5', 9, [9])]))).toThrow(RangeError);
  });
});
