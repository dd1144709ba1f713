import type { Tx } from '@samhold/db';
import { mondayOf } from '../calendar/days.ts';
import { dayOf } from '../calendar-days.ts';
import type { Dependencies } from '../dependencies.ts';
import { tellOfLastWeek } from './tell-unusual.ts';

/** Where a school's chain stood when the clock first looked on a day. */
export type DayHead = {
  readonly schoolId: string;
  /** yyyy-mm-dd, in Norway. */
  readonly day: string;
  readonly sequence: number;
  /** In hexadecimal. */
  readonly hash: string;
};

/** Where heads are kept outside the database. */
export type HeadKeeper = {
  /** The last day that is kept of a school. */
  readonly lastDay: (schoolId: string) => string | undefined;
  readonly keep: (heads: readonly DayHead[]) => void;
};

export const dayHeads = async (tx: Tx, schoolId: string, after = ''): Promise<readonly DayHead[]> => {
  const all = tx
    .selectFrom('access_log_day')
    .select(['day', 'sequence', 'hash'])
    .where('school_id', '=', schoolId)
    .orderBy('day');
  const rows = await (after === '' ? all : all.where('day', '>', after)).execute();
  return rows.map((row) => ({
    schoolId,
    day: String(row.day),
    sequence: Number(row.sequence),
    hash: row.hash.toString('hex'),
  }));
};

/** Once a day of a school with a log; the day's first stands. Returns whether this was it. */
const noteHead = async (tx: Tx, schoolId: string, day: string): Promise<boolean> => {
  const added = await tx
    .insertInto('access_log_day')
    .columns(['school_id', 'day', 'sequence', 'hash'])
    .expression((from) =>
      from
        .selectFrom('access_log_head')
        .select((select) => ['school_id', select.cast<string>(select.val(day), 'date').as('day')])
        .select(['sequence', 'hash'])
        .where('school_id', '=', schoolId),
    )
    .onConflict((conflict) => conflict.columns(['school_id', 'day']).doNothing())
    .executeTakeFirst();
  return added.numInsertedOrUpdatedRows === 1n;
};

const lastDayBefore = async (tx: Tx, schoolId: string, day: string): Promise<string | undefined> => {
  const row = await tx
    .selectFrom('access_log_day')
    .select('day')
    .where('school_id', '=', schoolId)
    .where('day', '<', day)
    .orderBy('day', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && String(row.day);
};

/** Notes the day's head, tells of the last week on the first day of a week, and, after that is committed, keeps outside whatever this server has not kept: also of days it was down. */
export const keepDayHeads = async (deps: Dependencies, schoolId: string): Promise<void> => {
  const today = dayOf(deps.now());
  const kept = deps.logHeads?.lastDay(schoolId);
  if (kept === today) return;
  const heads = await deps.db.inScope({ schoolId }, async (tx) => {
    if (await noteHead(tx, schoolId, today)) {
      const before = await lastDayBefore(tx, schoolId, today);
      if (before !== undefined && before < mondayOf(today)) await tellOfLastWeek(tx, deps, schoolId, today);
    }
    return dayHeads(tx, schoolId, kept);
  });
  deps.logHeads?.keep(heads);
};
