import type { ReleasedDocument } from '@samhold/contract';
import type { ScaleOption } from '@samhold/analysis';

type Item = ReleasedDocument['tables'][number]['items'][number];
type Row = Item['rows'][number];

export type ReleaseLine =
  | { readonly id: string; readonly name: string; readonly shown: false }
  | {
      readonly id: string;
      readonly name: string;
      readonly shown: true;
      readonly answered: number;
      readonly size: number;
      readonly options: readonly ScaleOption[];
      readonly mean: number | null;
    };

const lineOf = (item: Item, row: Row, id: string, name: string): ReleaseLine =>
  row.shown
    ? {
        id,
        name,
        shown: true,
        answered: row.answered,
        size: row.size,
        mean: row.mean,
        options: item.options.map((option) => ({
          ...option,
          count: row.counts.find(({ optionId }) => optionId === option.optionId)?.count ?? 0,
        })),
      }
    : { id, name, shown: false };

/** The grades of an item in order, then their total. A hidden row stays a row: it says that it is hidden. */
export const releaseLines = (item: Item): readonly ReleaseLine[] => [
  ...item.rows
    .toSorted((a, b) => Number(a.groupId) - Number(b.groupId))
    .map((row) => lineOf(item, row, row.groupId, `${row.groupId}. trinn`)),
  ...(item.total === null ? [] : [lineOf(item, item.total, 'total', 'Samlet')]),
];
