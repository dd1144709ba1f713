import type { Level } from './count-system.ts';

/** One group's figures for one item. A hidden figure is null, and with it all that is derived from it. */
export type ReleasedRow = {
  readonly groupId: string;
  readonly level: Level;
  /** The units of the group, by id. */
  readonly of: readonly string[];
  /** Pupils on the list. */
  readonly size: number;
  readonly answered: number | null;
  readonly counts: readonly { readonly optionId: string; readonly count: number | null }[];
  /** Of the answers with a score, with two decimals; null when a figure of the row is hidden or no answer has a score. */
  readonly mean: number | null;
};

/** A column of the table: the options that are counted together in it. */
export type ReleasedColumn = {
  readonly optionId: string;
  readonly score: number | null;
  readonly of: readonly string[];
};

/** A table as readers get it. A group under the smallest is not listed. */
export type ReleasedItem = {
  readonly itemId: string;
  readonly columns: readonly ReleasedColumn[];
  readonly rows: readonly ReleasedRow[];
};
