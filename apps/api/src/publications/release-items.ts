import { releaseItem, type ItemRelease } from '@samhold/analysis';
import type { ReleasedDocument } from '@samhold/contract';
import { columnsOf, type CountedTable, type CountedTableItem } from './counted-tables.ts';
import type { ReleaseTask } from './release-task.ts';
import { saidBefore, type MadeItem } from './said-before.ts';
import { linearSolver } from './solver.ts';

/** An item, hidden as far as all that was said of it before makes it necessary. */
export const releaseOfItem = async (
  { spec, classNames, before }: ReleaseTask,
  table: CountedTable,
  counted: CountedTableItem,
): Promise<MadeItem> => {
  const of = {
    audience: spec.audience,
    thresholds: spec.thresholds,
    levels: spec.levels,
    classIds: classNames,
    columns: columnsOf(counted.cells),
  };
  const earlier = saidBefore(before, table, counted.system.item.itemId);
  const made = releaseItem(counted.system, of, earlier, null);
  // Nothing held by simple moves: the solver is slower and finds what they do not.
  const release =
    made.audits.length > 0 ? made : releaseItem(counted.system, of, earlier, await linearSolver());
  return { counted, release };
};

const hidden = ({ item }: ItemRelease): ItemRelease => ({
  item: {
    ...item,
    rows: item.rows.map((row) => ({
      ...row,
      answered: null,
      mean: null,
      counts: row.counts.map((count) => ({ ...count, count: null })),
    })),
  },
  audits: [],
});

export const withoutFigures = ({ counted, release }: MadeItem): MadeItem => ({
  counted,
  release: hidden(release),
});

export const shownItem = ({
  counted: { theme, text, cells },
  release: { item },
}: MadeItem): ReleasedDocument['tables'][number]['items'][number] => ({
  itemId: item.itemId,
  theme,
  text,
  options: cells.map((cell) => ({ ...cell, of: [...cell.of] })),
  rows: item.rows.map((row) => ({
    ...row,
    of: [...row.of],
    counts: row.counts.map((count) => ({ ...count })),
  })),
});
