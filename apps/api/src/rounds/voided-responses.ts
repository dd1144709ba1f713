import { sql, type Tx } from '@samhold/db';

/** The one response of a pupil with all that hangs on it, as text that {@link insertResponse} reads. */
export const wholeResponse = async (tx: Tx, schoolId: string, sittingId: string, pupilId: string) => {
  const found = await sql<{ readonly responseId: string; readonly content: string }>`
    select r.response_id as "responseId", json_build_object(
             'response', row_to_json(r),
             'answer', (select coalesce(json_agg(a), '[]') from answer a
                         where a.school_id = r.school_id and a.response_id = r.response_id),
             'nomination', (select coalesce(json_agg(n), '[]') from nomination n
                             where n.school_id = r.school_id and n.response_id = r.response_id),
             'outside_nomination', (select coalesce(json_agg(o), '[]') from outside_nomination o
                                     where o.school_id = r.school_id and o.response_id = r.response_id))::text as content
      from response r
     where r.school_id = ${schoolId} and r.sitting_id = ${sittingId} and r.pupil_id = ${pupilId}
       for update of r`.execute(tx);
  return found.rows[0];
};

export const insertResponse = async (tx: Tx, content: string): Promise<void> => {
  await sql`insert into response select * from json_populate_record(null::response, ${content}::json -> 'response')`.execute(
    tx,
  );
  for (const table of ['answer', 'nomination', 'outside_nomination'] as const) {
    const type = sql.table(table);
    await sql`insert into ${type} select * from json_populate_recordset(null::${type}, ${content}::json -> ${sql.lit(table)})`.execute(
      tx,
    );
  }
};

export const removeResponse = async (tx: Tx, schoolId: string, responseId: string): Promise<void> => {
  for (const table of ['answer', 'nomination', 'outside_nomination', 'response'] as const)
    await tx
      .deleteFrom(table)
      .where('school_id', '=', schoolId)
      .where('response_id', '=', responseId)
      .execute();
};

/** Nothing more is taken in from tablets that have answered for this pupil, and no session of theirs goes on. */
export const endTablets = async (
  tx: Tx,
  schoolId: string,
  sittingId: string,
  pupilId: string,
  now: Date,
): Promise<void> => {
  await tx
    .updateTable('upload')
    .set({ voided_at: now })
    .where('school_id', '=', schoolId)
    .where('sitting_id', '=', sittingId)
    .where('pupil_id', '=', pupilId)
    .where('voided_at', 'is', null)
    .execute();
  await tx
    .deleteFrom('pupil_session')
    .where('school_id', '=', schoolId)
    .where('sitting_id', '=', sittingId)
    .where('pupil_id', '=', pupilId)
    .execute();
};

export const reviveTablets = (
  tx: Tx,
  schoolId: string,
  sittingId: string,
  pupilId: string,
  voidedAt: Date,
): Promise<unknown> =>
  tx
    .updateTable('upload')
    .set({ voided_at: null })
    .where('school_id', '=', schoolId)
    .where('sitting_id', '=', sittingId)
    .where('pupil_id', '=', pupilId)
    .where('voided_at', '=', voidedAt)
    .execute();

const newestFirst = (tx: Tx, schoolId: string, sittingId: string) =>
  tx
    .selectFrom('voided_response')
    .where('school_id', '=', schoolId)
    .where('sitting_id', '=', sittingId)
    .orderBy('voided_at', 'desc')
    .orderBy('void_id');

export const lastVoided = (tx: Tx, schoolId: string, sittingId: string, pupilId: string) =>
  newestFirst(tx, schoolId, sittingId)
    .select(['void_id', 'content', 'voided_at'])
    .where('pupil_id', '=', pupilId)
    .where('restored_at', 'is', null)
    .executeTakeFirst();

/** Those set aside and not put back, the newest first. */
export const voidedInSitting = (tx: Tx, schoolId: string, sittingId: string) =>
  newestFirst(tx, schoolId, sittingId)
    .select(['void_id', 'pupil_id', 'reason', 'voided_by', 'voided_at'])
    .where('restored_at', 'is', null)
    .execute();
