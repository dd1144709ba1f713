import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellsOf, type GroupCounts } from './cells.ts';
import { releaseTable, type ItemTable, type ReleasedTable } from './release-table.ts';

const optionIds = ['o1', 'o2'];

const tables: fc.Arbitrary<ItemTable> = fc.record({
  groups: fc
    .array(
      fc.record({
        counts: fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 4 })),
        silent: fc.constantFrom(0, 0, 0, 1, 2, 3),
      }),
      { minLength: 1, maxLength: 4 },
    )
    .map((drawn) =>
      drawn.map(({ counts, silent }, i): GroupCounts => ({
        groupId: `grade-${i}`,
        size: counts[0] + counts[1] + silent,
        counts: optionIds.map((optionId, at) => ({ optionId, score: 1 + 4 * at, count: counts[at] ?? 0 })),
      })),
    ),
  totalId: fc.constantFrom('school', 'school', null),
  thresholds: fc.record({
    smallestGroup: fc.integer({ min: 2, max: 4 }),
    smallestCell: fc.integer({ min: 2, max: 3 }),
    smallestGroupSensitive: fc.integer({ min: 2, max: 6 }),
  }),
  sensitive: fc.boolean(),
  sensitiveOptions: fc.subarray(optionIds),
});

const shownIds = ({ rows }: ReleasedTable): Set<string> =>
  new Set(rows.filter((row) => row.shown).map((row) => row.groupId));

describe('every released table', () => {
  it('leaves no cell of a hidden row known to lie between nothing and the smallest cell', () => {
    let totalsBesideHidden = 0;
    fc.assert(
      fc.property(tables, (table) => {
        const released = releaseTable(table);
        const shown = shownIds(released);
        const hidden = table.groups.filter(({ groupId }) => !shown.has(groupId));
        const sums = released.total?.shown === true ? columnSums(hidden) : null;
        if (sums !== null && hidden.length > 0) totalsBesideHidden += 1;
        for (const [least, most] of possibleCells(hidden, sums)) {
          expect(least === most && least > 0 && least < table.thresholds.smallestCell).toBe(false);
        }
      }),
      { numRuns: 2000 },
    );
    expect(totalsBesideHidden).toBeGreaterThan(20);
  });

  it('has no figure in a hidden row', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const { rows, total } = releaseTable(table);
        for (const row of [...rows, ...(total === null ? [] : [total])]) {
          if (!row.shown) expect(row).toStrictEqual({ groupId: row.groupId, shown: false });
        }
      }),
    );
  });

  it('lists no group below the smallest, and shows only cells that are empty or large enough', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const { smallestGroup, smallestGroupSensitive, smallestCell } = table.thresholds;
        const smallest = table.sensitive ? Math.max(smallestGroup, smallestGroupSensitive) : smallestGroup;
        const { rows, total } = releaseTable(table);
        for (const { groupId } of rows) {
          expect(table.groups.find((group) => group.groupId === groupId)?.size).toBeGreaterThanOrEqual(
            smallest,
          );
        }
        for (const row of [...rows, ...(total === null ? [] : [total])]) {
          if (!row.shown) continue;
          expect(row.answered).toBeGreaterThanOrEqual(smallest);
          for (const cell of [...row.counts.map(({ count }) => count), row.size - row.answered]) {
            expect(cell === 0 || cell >= smallestCell).toBe(true);
          }
        }
      }),
    );
  });

  it('does not depend on the order of the groups', () => {
    const twice = tables.chain((table) =>
      fc.tuple(
        fc.constant(table),
        fc.shuffledSubarray([...table.groups], { minLength: table.groups.length }),
      ),
    );
    fc.assert(
      fc.property(twice, ([table, groups]) => {
        expect(releaseTable({ ...table, groups })).toStrictEqual(releaseTable(table));
      }),
    );
  });

  it('hides at most one row more for the sake of the total, and shows none for it', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const [without, withTotal] = [releaseTable({ ...table, totalId: null }), releaseTable(table)];
        expect([...shownIds(withTotal)].filter((id) => !shownIds(without).has(id))).toEqual([]);
        expect(shownIds(without).size - shownIds(withTotal).size).toBeLessThanOrEqual(1);
      }),
    );
  });
});

const columnSums = (groups: readonly GroupCounts[]): number[] =>
  groups.map(cellsOf).reduce((sums, cells) => cells.map((cell, i) => cell + (sums[i] ?? 0)), []);

/** Least and most of every cell over all tables with these row sizes and, where known, these column sums. */
function possibleCells(rows: readonly GroupCounts[], sums: readonly number[] | null): [number, number][] {
  const width = optionIds.length + 1;
  const ranges = rows.flatMap(() =>
    Array.from({ length: width }, (): [number, number] => [Infinity, -Infinity]),
  );
  const visit = (row: number, chosen: readonly number[], left: readonly number[] | null): void => {
    const group = rows[row];
    if (group === undefined) {
      if (left?.some((rest) => rest !== 0)) return;
      chosen.forEach((cell, i) => {
        const range = ranges[i] ?? [cell, cell];
        range[0] = Math.min(range[0], cell);
        range[1] = Math.max(range[1], cell);
      });
      return;
    }
    for (const cells of splits(group.size, width)) {
      const rest = left?.map((sum, i) => sum - (cells[i] ?? 0)) ?? null;
      if (rest?.some((sum) => sum < 0)) continue;
      visit(row + 1, [...chosen, ...cells], rest);
    }
  };
  if (sums !== null) visit(0, [], sums);
  // Without column sums the rows do not bear on each other.
  else rows.forEach(({ size }, i) => ranges.fill([0, size], i * width, (i + 1) * width));
  return ranges;
}

/** All ways to spread a number over cells. */
function splits(total: number, cells: number): number[][] {
  if (cells === 1) return [[total]];
  return Array.from({ length: total + 1 }, (_, first) => first).flatMap((first) =>
    splits(total - first, cells - 1).map((rest) => [first, ...rest]),
  );
}
