import { sql, type Database, type Tx } from '@samhold/db';
import { schoolsInUse } from '../clock/due-work.ts';
import { KEPT_YEARS, lastDeletedLink } from '../retention/delete-log-years.ts';
import type { DeletionReceipt } from '../schools/delete-school.ts';
import { storedReceipts } from '../schools/stored-receipts.ts';
import { dayHeads, type DayHead } from './day-heads.ts';
import { logPages } from './log-pages.ts';
import { checkChain, deletedEarly, type Fault, type Link } from './verify.ts';

const lastLink = async (tx: Tx, schoolId: string): Promise<Link | undefined> => {
  const row = await tx
    .selectFrom('access_log_head')
    .select(['sequence', 'hash'])
    .where('school_id', '=', schoolId)
    .executeTakeFirst();
  return row && { sequence: Number(row.sequence), hash: row.hash.toString('hex') };
};

export type Verified = {
  readonly schoolId: string;
  readonly entries: number;
  /** How many days were kept outside. */
  readonly days: number;
  readonly faults: readonly Fault[];
};

/** Verifies the chain of one school as it stands at one moment, against what was kept outside before that. */
export const verifySchool = (
  db: Database,
  schoolId: string,
  keptOfAll: readonly DayHead[],
): Promise<Verified> =>
  db.inScope({ schoolId }, async (tx) => {
    await sql`set transaction isolation level repeatable read`.execute(tx);
    const keptSince = `${new Date().getUTCFullYear() - KEPT_YEARS}-01-01`;
    const kept = keptOfAll.filter((one) => one.schoolId === schoolId);
    const head = await lastLink(tx, schoolId);
    const stored = await dayHeads(tx, schoolId);
    const start = await lastDeletedLink(tx, schoolId);
    const check = checkChain(start);
    for await (const page of logPages(tx, schoolId, start?.sequence ?? 0)) check.take(page);
    return {
      schoolId,
      entries: check.entries(),
      days: kept.length,
      faults: [...deletedEarly(start, kept, keptSince), ...check.end(head, { stored, kept })],
    };
  });

/** A school that was deleted: its log was handed over, and what was kept outside must be of one that ended as the receipt says. */
const verifyClosed = ({ schoolId, log }: DeletionReceipt, keptOfAll: readonly DayHead[]): Verified => {
  const kept = keptOfAll.filter((one) => one.schoolId === schoolId);
  const differs = ({ sequence, hash }: DayHead): boolean =>
    sequence > log.sequence || (sequence === log.sequence && hash !== log.sha256);
  return {
    ...{ schoolId, entries: log.sequence, days: kept.length },
    faults: kept.filter(differs).map(({ day }) => ({ kind: 'day differs', day, where: 'file' })),
  };
};

/** Every school of the installation, and those that are known only by what was kept outside. */
export const verifySchools = async (db: Database, kept: readonly DayHead[]): Promise<readonly Verified[]> => {
  const known = await db.beforeScope(schoolsInUse);
  const all = [...new Set([...known, ...kept.map((one) => one.schoolId)])].sort();
  const verified: Verified[] = [];
  const closed = new Map((await storedReceipts(db)).map((receipt) => [receipt.schoolId, receipt]));
  for (const schoolId of all) {
    const receipt = closed.get(schoolId);
    verified.push(
      receipt === undefined ? await verifySchool(db, schoolId, kept) : verifyClosed(receipt, kept),
    );
  }
  return verified;
};
