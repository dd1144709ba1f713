import { sql, type Tx } from '@samhold/db';

export type NewExport = {
  readonly school_id: string;
  readonly export_id: string;
  readonly pupil_id: string;
  readonly asked_on: string;
  readonly content: Buffer;
  readonly review: Buffer;
  /** The cases, reports and surveys within cases it is from. */
  readonly sources: readonly string[];
  readonly made_by: string;
  readonly made_at: Date;
};

export const insertExport = (tx: Tx, row: NewExport) =>
  tx
    .insertInto('access_export')
    .values({ ...row, sources: [...row.sources] })
    .onConflict((conflict) => conflict.columns(['school_id', 'export_id']).doNothing())
    .execute();

const rows = (tx: Tx, schoolId: string, pupilId: string) =>
  tx
    .selectFrom('access_export')
    .selectAll()
    .select(sql<string>`asked_on::text`.as('asked'))
    .where('school_id', '=', schoolId)
    .where('pupil_id', '=', pupilId);

/** Held until the transaction ends. */
export const exportById = (tx: Tx, schoolId: string, pupilId: string, exportId: string) =>
  rows(tx, schoolId, pupilId).where('export_id', '=', exportId).forUpdate().executeTakeFirst();

export const exportsOf = (tx: Tx, schoolId: string, pupilId: string) =>
  tx
    .selectFrom('access_export')
    .select(['export_id', 'made_by', 'made_at', 'finished_at', 'sources'])
    .select(sql<string>`asked_on::text`.as('asked'))
    .where('school_id', '=', schoolId)
    .where('pupil_id', '=', pupilId)
    .orderBy('made_at', 'desc')
    .orderBy('export_id')
    .execute();

/** Every export of the school, held until the transaction ends. */
export const everyExport = (tx: Tx, schoolId: string) =>
  tx
    .selectFrom('access_export')
    .select(['export_id', 'pupil_id', 'content', 'review', 'revision', 'finished_at'])
    .where('school_id', '=', schoolId)
    .forUpdate()
    .execute();

export const replaceContent = (
  tx: Tx,
  schoolId: string,
  exportId: string,
  changes: {
    readonly revision: number;
    readonly content: Buffer;
    readonly review: Buffer;
    readonly file: null;
    readonly data: null;
  },
) =>
  tx
    .updateTable('access_export')
    .set(changes)
    .where('school_id', '=', schoolId)
    .where('export_id', '=', exportId)
    .execute();

export const updateExport = (
  tx: Tx,
  schoolId: string,
  exportId: string,
  changes: {
    readonly revision: number;
    readonly review?: Buffer;
    readonly file?: Buffer;
    readonly data?: Buffer;
    readonly finished_by?: string;
    readonly finished_at?: Date;
  },
) =>
  tx
    .updateTable('access_export')
    .set(changes)
    .where('school_id', '=', schoolId)
    .where('export_id', '=', exportId)
    .execute();

/** Classes the pupil is or has been in, the newest first. */
export const classesOf = async (tx: Tx, schoolId: string, pupilId: string) =>
  (
    await sql<{ classId: string; className: string; fromOn: string; toOn: string | null }>`
      select c.class_id as "classId", c.name as "className", min(m.from_on)::text as "fromOn", max(m.to_on)::text as "toOn"
        from class_membership m join class c on c.school_id = m.school_id and c.class_id = m.class_id
       where m.school_id = ${schoolId} and m.pupil_id = ${pupilId}
       group by 1, 2 order by 3 desc, 1`.execute(tx)
  ).rows;
