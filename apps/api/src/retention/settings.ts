import type { Retention, RetentionSettings } from '@samhold/contract';
import { sql, type TableName, type Tx } from '@samhold/db';
import type { StaffActor } from '../access/actor.ts';
import { logOpening } from '../access/log.ts';
import type { Dependencies } from '../dependencies.ts';
import { keptTables } from './classes.ts';

const SHOWN_DAYS = 20;

type Row = {
  readonly day: string;
  readonly backups_until: string;
  readonly table_name: string;
  readonly deleted: number;
};

/** A table that is gone since has no class any more. */
const classOf = (table: string): string => keptTables[table as TableName]?.class ?? table;

const receiptsOf = async (tx: Tx, schoolId: string): Promise<Retention['receipts']> => {
  const { rows } = await sql<Row>`
    select day::text, backups_until::text, table_name, deleted from retention_receipt
     where school_id = ${schoolId} and day in (
       select distinct day from retention_receipt where school_id = ${schoolId} order by day desc limit ${SHOWN_DAYS})
     order by day desc, table_name`.execute(tx);
  return [...Map.groupBy(rows, (row) => row.day)].map(([day, ofDay]) => ({
    day,
    backupsUntil: ofDay[0]?.backups_until ?? day,
    classes: [...Map.groupBy(ofDay, (row) => classOf(row.table_name))].map(([name, of]) => ({
      name,
      deleted: of.reduce((sum, row) => sum + row.deleted, 0),
    })),
  }));
};

/** How long this school keeps, and what the clock has deleted on the last days it deleted anything. */
export const readRetention = (deps: Dependencies, actor: StaffActor): Promise<Retention> =>
  deps.db.inScope(actor, async (tx) => {
    const school = await tx
      .selectFrom('school')
      .select(['answers_until', 'backups_kept_days'])
      .where('school_id', '=', actor.schoolId)
      .executeTakeFirstOrThrow();
    return {
      answersUntil: school.answers_until,
      backupsKeptDays: school.backups_kept_days,
      receipts: await receiptsOf(tx, actor.schoolId),
    };
  });

export const setRetention = (
  deps: Dependencies,
  actor: StaffActor,
  { answersUntil, backupsKeptDays }: RetentionSettings,
): Promise<void> =>
  deps.db.inScope(actor, async (tx) => {
    const { schoolId } = actor;
    await tx
      .updateTable('school')
      .set({ answers_until: answersUntil, backups_kept_days: backupsKeptDays })
      .where('school_id', '=', schoolId)
      .execute();
    await logOpening(tx, actor, deps.now(), {
      ...{ action: 'retention.set', subjectKind: 'school', subjectId: schoolId },
      purpose: `answers until ${answersUntil}, backups ${backupsKeptDays} days`,
    });
  });
