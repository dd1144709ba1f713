import type { EarlierRelease, ItemRelease, Tier } from '@samhold/analysis';
import type { ReleasedDocument } from '@samhold/contract';
import type { CountedTable, CountedTableItem } from './counted-tables.ts';

export type Before = { readonly releaseId: string; readonly tier: Tier; readonly document: ReleasedDocument };

export const tableIn = (document: ReleasedDocument, table: CountedTable) =>
  document.tables.find(
    (one) =>
      one.questionnaireId === table.questionnaireId &&
      one.questionnaireVersion === table.questionnaireVersion,
  );

/** What earlier releases of the round say of an item, to whomever. */
export const saidBefore = (
  before: readonly Before[],
  table: CountedTable,
  itemId: string,
): EarlierRelease[] =>
  before.flatMap(({ tier, document }) => {
    const item = tableIn(document, table)?.items.find((one) => one.itemId === itemId);
    return item === undefined ? [] : [{ tier, item: { ...item, columns: item.options } }];
  });

/** An item with its table, and the proof of it. */
export type MadeItem = { readonly counted: CountedTableItem; readonly release: ItemRelease };
