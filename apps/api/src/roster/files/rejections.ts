import type { RejectedRow } from './roster-file.ts';

const kept = 1000;

/** Collects the rows that were left out: the first thousand, and how many in all. */
export type Rejections = {
  readonly add: (file: string, row: number, reason: string) => void;
  readonly rows: readonly RejectedRow[];
  readonly count: () => number;
};

export const collectRejections = (): Rejections => {
  const rows: RejectedRow[] = [];
  let count = 0;
  return {
    rows,
    count: () => count,
    add: (file, row, reason) => {
      count += 1;
      if (rows.length < kept) rows.push({ file, row, reason });
    },
  };
};
