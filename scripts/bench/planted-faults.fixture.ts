import type { ItemRelease } from '../../packages/analysis/src/index.ts';
import { rowOf, type ItemCube } from '../disclosure/item-cube.ts';
import { primaryTargets } from '../disclosure/primary-targets.ts';
import { lowestThresholds } from '../disclosure/release-file.ts';
import type { Tamper } from './release-school.ts';

type Row = ItemRelease['item']['rows'][number];

const withRows = (made: ItemRelease, change: (row: Row) => Row): ItemRelease => ({
  ...made,
  item: { ...made.item, rows: made.item.rows.map(change) },
});

/** The true counts of a row of single options, then who was silent. */
function countsOf({ units }: ItemCube, { of }: Row): readonly number[] {
  const rows = units.filter(({ unitId }) => of.includes(unitId)).map((unit) => rowOf(unit));
  return (rows[0] ?? []).map((_, i) => rows.reduce((sum, row) => sum + (row[i] ?? 0), 0));
}

/** Shows every count that is not itself small: what is left out so that nobody can subtract comes back. */
export const skipComplementary: Tamper = {
  after: (made, cube) => {
    const primary = new Set(
      primaryTargets(cube, lowestThresholds.inner, []).map(
        ({ group, columns }) => `${group.units.map(({ unitId }) => unitId).join()} ${columns.join()}`,
      ),
    );
    return withRows(made, (row) => {
      const counts = countsOf(cube, row);
      const shown = (column: number): boolean => !primary.has(`${row.of.join()} ${column}`);
      return {
        ...row,
        answered: shown(cube.options.length) ? row.size - (counts.at(-1) ?? 0) : null,
        counts: row.counts.map((count, i) => (shown(i) ? { ...count, count: counts[i] ?? 0 } : count)),
      };
    });
  },
};

/** Leaves the mean in rows where counts are hidden. */
export const forgetMeans: Tamper = {
  after: (made, cube) =>
    withRows(made, (row) => {
      let [answers, scores] = [0, 0];
      for (const [i, { score }] of cube.options.entries()) {
        answers += score === null ? 0 : (countsOf(cube, row)[i] ?? 0);
        scores += (score ?? 0) * (countsOf(cube, row)[i] ?? 0);
      }
      return {
        ...row,
        mean: answers === 0 ? null : Math.floor((200 * scores + answers) / (2 * answers)) / 100,
      };
    }),
};

/** Each release as if it were the first. */
export const forgetEarlier: Tamper = { earlier: () => [] };
