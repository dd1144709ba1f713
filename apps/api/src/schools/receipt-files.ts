import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DeletionReceipt } from './delete-school.ts';

const FILE = /^[0-9a-f-]{36}\.json$/;

/** Keeps a receipt outside the database, for the day an older backup is restored; once. Returns the file. */
export const keepReceipt = (directory: string, receipt: DeletionReceipt): string => {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const file = join(directory, `${receipt.schoolId}.json`);
  if (existsSync(file)) return file;
  writeFileSync(file, `${JSON.stringify({ format: 'samhold-closed-school 1', ...receipt }, null, 2)}\n`, {
    mode: 0o600,
    flush: true,
  });
  return file;
};

/** The receipts that were kept; none without the folder. */
export const keptReceipts = (directory: string): readonly DeletionReceipt[] =>
  !existsSync(directory)
    ? []
    : readdirSync(directory)
        .filter((name) => FILE.test(name))
        .sort()
        // Written by keepReceipt only.
        .map((name) => JSON.parse(readFileSync(join(directory, name), 'utf8')) as DeletionReceipt);
