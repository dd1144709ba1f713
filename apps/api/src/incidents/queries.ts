import type { Tx } from '@samhold/db';

export type ReportRow = Awaited<ReturnType<typeof reports>>[number];

const ofSchool = (tx: Tx, schoolId: string) =>
  tx.selectFrom('incident_report').selectAll().where('school_id', '=', schoolId);

/** Newest first. */
export const reports = (tx: Tx, schoolId: string) =>
  ofSchool(tx, schoolId).orderBy('filed_at', 'desc').orderBy('report_id').execute();

export const reportsFiledBy = (tx: Tx, schoolId: string, staffId: string) =>
  ofSchool(tx, schoolId)
    .where('filed_by', '=', staffId)
    .orderBy('filed_at', 'desc')
    .orderBy('report_id')
    .execute();

/** Newest first. */
export const reportsInCase = (tx: Tx, schoolId: string, caseId: string) =>
  ofSchool(tx, schoolId)
    .where('case_id', '=', caseId)
    .orderBy('filed_at', 'desc')
    .orderBy('report_id')
    .execute();

/** One at a time does something with a report. */
export const lockReport = (tx: Tx, schoolId: string, reportId: string) =>
  ofSchool(tx, schoolId).where('report_id', '=', reportId).forUpdate().executeTakeFirst();

export const insertReport = async (
  tx: Tx,
  report: Omit<ReportRow, 'state' | 'case_id' | 'revision' | 'happened_on'> & {
    readonly happened_on: string;
  },
): Promise<boolean> => {
  const result = await tx
    .insertInto('incident_report')
    .values(report)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
};

export const insertPupils = async (
  tx: Tx,
  schoolId: string,
  reportId: string,
  pupilIds: readonly string[],
) => {
  if (pupilIds.length > 0)
    await tx
      .insertInto('incident_pupil')
      .values(pupilIds.map((pupil_id) => ({ school_id: schoolId, report_id: reportId, pupil_id })))
      .execute();
};

export const insertAccused = async (
  tx: Tx,
  schoolId: string,
  reportId: string,
  staffIds: readonly string[],
) => {
  if (staffIds.length > 0)
    await tx
      .insertInto('incident_accused')
      .values(staffIds.map((staff_id) => ({ school_id: schoolId, report_id: reportId, staff_id })))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
};

export type NewStep = {
  readonly school_id: string;
  readonly report_id: string;
  readonly number: number;
  readonly kind: string;
  readonly occurred_on: string;
  readonly content: Buffer;
  readonly recorded_by: string;
  readonly recorded_at: Date;
};

export const insertStep = (tx: Tx, step: NewStep) => tx.insertInto('incident_step').values(step).execute();

export const updateReport = (
  tx: Tx,
  schoolId: string,
  reportId: string,
  change: { readonly revision: number } & Partial<Pick<ReportRow, 'state' | 'case_id' | 'about_staff'>>,
) =>
  tx
    .updateTable('incident_report')
    .set(change)
    .where('school_id', '=', schoolId)
    .where('report_id', '=', reportId)
    .execute();

export const pupilsOf = async (tx: Tx, schoolId: string, reportIds: readonly string[]) =>
  reportIds.length === 0
    ? []
    : tx
        .selectFrom('incident_pupil')
        .select(['report_id', 'pupil_id'])
        .where('school_id', '=', schoolId)
        .where('report_id', 'in', reportIds)
        .execute();

export const reportsOfPupil = async (tx: Tx, schoolId: string, pupilId: string): Promise<readonly string[]> =>
  (
    await tx
      .selectFrom('incident_pupil')
      .select('report_id')
      .where('school_id', '=', schoolId)
      .where('pupil_id', '=', pupilId)
      .execute()
  ).map((row) => row.report_id);

export const accusedOf = async (tx: Tx, schoolId: string, reportIds: readonly string[]) =>
  reportIds.length === 0
    ? []
    : tx
        .selectFrom('incident_accused')
        .select(['report_id', 'staff_id'])
        .where('school_id', '=', schoolId)
        .where('report_id', 'in', reportIds)
        .execute();

export const stepsOf = async (tx: Tx, schoolId: string, reportIds: readonly string[]) =>
  reportIds.length === 0
    ? []
    : tx
        .selectFrom('incident_step')
        .selectAll()
        .where('school_id', '=', schoolId)
        .where('report_id', 'in', reportIds)
        .orderBy('number')
        .execute();

/** Who is on which class's list on a day; of two lists of a pupil, this year's and one never ended, the newest comes last. */
export const listedPupils = (tx: Tx, schoolId: string, day: string) =>
  tx
    .selectFrom('class_membership as m')
    .innerJoin('class as c', (join) =>
      join.onRef('c.school_id', '=', 'm.school_id').onRef('c.class_id', '=', 'm.class_id'),
    )
    .select(['m.pupil_id', 'm.class_id', 'c.name as class_name'])
    .where('m.school_id', '=', schoolId)
    .where('m.from_on', '<=', day)
    .where((where) => where.or([where('m.to_on', 'is', null), where('m.to_on', '>', day)]))
    .orderBy('m.from_on')
    .execute();

/** Active staff and the relations that hold, or have held, with from when until when. */
export const confirmedRelations = (tx: Tx, schoolId: string) =>
  tx
    .selectFrom('relation as r')
    .innerJoin('staff_member as m', (join) =>
      join.onRef('m.school_id', '=', 'r.school_id').onRef('m.staff_id', '=', 'r.staff_id'),
    )
    .select(['r.staff_id', 'r.kind', 'r.from_at', 'r.to_at', 'm.active'])
    .where('r.school_id', '=', schoolId)
    .where('r.confirmed_at', 'is not', null)
    .execute();

export const casePeopleRows = async (tx: Tx, schoolId: string, caseIds: readonly string[]) =>
  caseIds.length === 0
    ? { cases: [], staff: [] }
    : {
        cases: await tx
          .selectFrom('school_case')
          .select(['case_id', 'kind', 'known_on'])
          .where('school_id', '=', schoolId)
          .where('case_id', 'in', caseIds)
          .execute(),
        staff: await tx
          .selectFrom('case_staff')
          .select(['case_id', 'staff_id', 'part'])
          .where('school_id', '=', schoolId)
          .where('case_id', 'in', caseIds)
          .where('to_at', 'is', null)
          .execute(),
      };
