import { releaseTable, type GroupCounts, type ReleasedRow, type Thresholds } from '@samhold/analysis';
import type { ReleasedDocument } from '@samhold/contract';

export type ReleasedItem = ReleasedDocument['tables'][number]['items'][number];
type Row = ReleasedItem['rows'][number];

const row = (released: ReleasedRow): Row =>
  released.shown
    ? {
        groupId: released.groupId,
        shown: true,
        size: released.size,
        answered: released.answered,
        counts: released.counts.map(({ optionId, count }) => ({ optionId, count })),
        mean: released.mean,
      }
    : { groupId: released.groupId, shown: false };

export type ItemToRelease = Omit<ReleasedItem, 'rows' | 'total'> & {
  readonly sensitive: boolean;
  readonly sensitiveOptions: readonly string[];
  readonly groups: readonly GroupCounts[];
};

/** One item as the audience may see it: rows that may not be shown hold no figure. */
export const releaseItem = (
  item: ItemToRelease,
  thresholds: Thresholds,
  totalId: string | null,
): ReleasedItem => {
  const { rows, total } = releaseTable({
    groups: item.groups,
    totalId,
    thresholds,
    sensitive: item.sensitive,
    sensitiveOptions: item.sensitiveOptions,
  });
  return {
    itemId: item.itemId,
    theme: item.theme,
    text: item.text,
    options: item.options,
    rows: rows.map(row),
    total: total === null ? null : row(total),
  };
};
