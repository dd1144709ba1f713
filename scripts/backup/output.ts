import { BackupFault, type Manifest } from '../../packages/db/src/index.ts';

export type Output = { readonly result: (line: string) => void; readonly note: (line: string) => void };

export const DONE = 0;
export const FAILED = 1;

const megabytes = new Intl.NumberFormat('nb-NO', { maximumFractionDigits: 1 });

export const sizeOf = (bytes: number): string => `${megabytes.format(bytes / 1_000_000)} MB`;

/** What went wrong, in words for whoever runs the command; what caused a fault of ours it is told without. */
export const reasonOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof BackupFault || !(error.cause instanceof Error)) return error.message;
  return `${error.message} (${reasonOf(error.cause)})`;
};

/** How much a backup holds: «94 tabeller, 3400 rader». */
export const contentOf = ({ tables }: Manifest): string =>
  `${tables.length} tabeller, ${tables.reduce((sum, table) => sum + table.rows, 0)} rader`;
