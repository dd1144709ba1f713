import { sql, type Tx } from '@samhold/db';
import { dayOf } from '../calendar-days.ts';
import { besideHash } from './beside.ts';
import { deleteCase } from './delete-case.ts';
import { deletionDay, isWhole } from './deletion.ts';

type Row = {
  readonly case_id: string;
  readonly reference: string;
  readonly entries: number;
  readonly last_entry: number;
  readonly last_hash: Buffer;
};

type Handed = {
  readonly case_id: string;
  readonly up_to_entry: number;
  readonly received_on: string | null;
  readonly received_as: string | null;
  readonly manifest_hash: Buffer;
  readonly beside_hash: Buffer | null;
};

/** Cases that are over, and that none still here was merged into. */
const overCases = async (tx: Tx, schoolId: string): Promise<readonly Row[]> =>
  (
    await sql<Row>`
      select c.case_id, c.reference, count(*)::int as entries, max(e.number) as last_entry,
             (array_agg(e.hash order by e.number desc))[1] as last_hash
      from school_case c join case_entry e on e.school_id = c.school_id and e.case_id = c.case_id
      where c.school_id = ${schoolId} and c.stage in ('closed', 'merged')
        and not exists (select from school_case m where m.school_id = c.school_id and m.merged_into = c.case_id)
      group by c.case_id, c.reference
      order by c.case_id
    `.execute(tx)
  ).rows;

const handedOver = async (tx: Tx, schoolId: string, caseIds: readonly string[]): Promise<readonly Handed[]> =>
  tx
    .selectFrom('case_export')
    .select([
      'case_id',
      'up_to_entry',
      sql<string | null>`received_on::text`.as('received_on'),
      'received_as',
      'manifest_hash',
      'beside_hash',
    ])
    .where('school_id', '=', schoolId)
    .where('recipient', '=', 'archive')
    .where('case_id', 'in', caseIds)
    .orderBy('received_on')
    .execute();

type Due = Row & { readonly receipt: string; readonly manifest: Buffer };

/** Cases whose day has come: over, whole in the archive, and kept as long as the school keeps them. */
const dueRows = async (tx: Tx, schoolId: string, now: Date): Promise<readonly Due[]> => {
  const rows = await overCases(tx, schoolId);
  if (rows.length === 0) return [];
  const caseIds = rows.map((row) => row.case_id);
  const handed = await handedOver(tx, schoolId, caseIds);
  const { case_kept_days: keptDays } = await tx
    .selectFrom('school')
    .select('case_kept_days')
    .where('school_id', '=', schoolId)
    .executeTakeFirstOrThrow();
  const due: Due[] = [];
  for (const row of rows) {
    const ofCase = handed.filter((one) => one.case_id === row.case_id);
    if (ofCase.every((one) => one.received_on === null)) continue;
    const stands = { lastEntry: row.last_entry, beside: await besideHash(tx, schoolId, row.case_id) };
    const exports = ofCase.map((one) => ({
      ...one,
      whole: isWhole(one, stands),
      receivedOn: one.received_on,
    }));
    const day = deletionDay({ over: true, keptDays }, exports);
    const whole = exports.find((one) => one.receivedOn !== null && one.whole);
    if (day === null || day > dayOf(now) || whole === undefined) continue;
    due.push({ ...row, receipt: whole.received_as ?? '', manifest: whole.manifest_hash });
  }
  return due;
};

export const dueCases = async (tx: Tx, schoolId: string, now: Date): Promise<readonly string[]> =>
  (await dueRows(tx, schoolId, now)).map((row) => row.case_id);

/** Deletes a case whose day has come, if it still has. What remains is a receipt without a pupil or a word. */
export const deleteDueCase = async (tx: Tx, schoolId: string, caseId: string, now: Date): Promise<void> => {
  // Nobody adds to it meanwhile.
  await sql`select from school_case where school_id = ${schoolId} and case_id = ${caseId} for update`.execute(
    tx,
  );
  const row = (await dueRows(tx, schoolId, now)).find((one) => one.case_id === caseId);
  if (row === undefined) return;
  await tx
    .insertInto('case_deletion')
    .values({
      ...{ school_id: schoolId, case_id: caseId, reference: row.reference, deleted_at: now },
      ...{ archive_receipt: row.receipt, manifest_hash: row.manifest },
      ...{ entries: row.entries, last_hash: row.last_hash },
    })
    .execute();
  await deleteCase(tx, schoolId, caseId);
};
