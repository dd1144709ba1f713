import type { Tx } from '@samhold/db';

export type CaseRow = NonNullable<Awaited<ReturnType<typeof caseById>>>;

export const caseById = (tx: Tx, schoolId: string, caseId: string) =>
  cases(tx, schoolId).where('case_id', '=', caseId).executeTakeFirst();

/** Held until the transaction ends: one at a time adds to a case. */
export const lockCase = (tx: Tx, schoolId: string, caseId: string) =>
  cases(tx, schoolId).where('case_id', '=', caseId).forUpdate().executeTakeFirst();

const cases = (tx: Tx, schoolId: string) =>
  tx.selectFrom('school_case').selectAll().where('school_id', '=', schoolId);

export const allCases = (tx: Tx, schoolId: string) => cases(tx, schoolId).orderBy('opened_at').execute();

/** Those merged into it, split from it, and what it was split from or merged into itself. */
export const relatedCases = (tx: Tx, schoolId: string, row: CaseRow) =>
  cases(tx, schoolId)
    .where((where) =>
      where.or([
        where('merged_into', '=', row.case_id),
        where('split_from', '=', row.case_id),
        ...[row.merged_into, row.split_from].flatMap((id) =>
          id === null ? [] : [where('case_id', '=', id)],
        ),
      ]),
    )
    .execute();

/** Who takes part now, and who ever was accused; of a case that was merged also who takes part where it reads on. */
export const staffOfCase = (tx: Tx, schoolId: string, caseId: string) =>
  caseStaff(tx, schoolId)
    .where((where) =>
      where.or([
        where('case_id', '=', caseId),
        where(
          'case_id',
          'in',
          tx
            .selectFrom('school_case as c')
            .select('c.merged_into')
            .where('c.school_id', '=', schoolId)
            .where('c.case_id', '=', caseId)
            .where('c.merged_into', 'is not', null)
            .$castTo<{ merged_into: string }>(),
        ),
      ]),
    )
    .execute();

const caseStaff = (tx: Tx, schoolId: string) =>
  tx
    .selectFrom('case_staff')
    .select(['case_id', 'staff_id', 'part', 'from_at'])
    .where('school_id', '=', schoolId)
    .where((where) => where.or([where('to_at', 'is', null), where('part', '=', 'accused')]));

export const staffOfCases = (tx: Tx, schoolId: string) => caseStaff(tx, schoolId).execute();

/** When somebody was, or is, of the leadership. */
export const leadershipTimes = (tx: Tx, schoolId: string) =>
  tx
    .selectFrom('relation')
    .select(['staff_id', 'from_at', 'to_at'])
    .where('school_id', '=', schoolId)
    .where('kind', 'in', ['leadership', 'principal'])
    .where('confirmed_at', 'is not', null)
    .execute();

export const pupilsOfCases = async (tx: Tx, schoolId: string, caseIds: readonly string[]) =>
  caseIds.length === 0
    ? []
    : tx
        .selectFrom('case_pupil')
        .select(['case_id', 'pupil_id', 'part', 'removed_at'])
        .where('school_id', '=', schoolId)
        .where('case_id', 'in', caseIds)
        .orderBy('added_at')
        .orderBy('pupil_id')
        .execute();

/** What was done when, without what it says. */
export const entryLines = async (tx: Tx, schoolId: string, caseIds: readonly string[]) =>
  caseIds.length === 0
    ? []
    : tx
        .selectFrom('case_entry')
        .select(['case_id', 'number', 'kind', 'pupil_id', 'occurred_on', 'recorded_at'])
        .where('school_id', '=', schoolId)
        .where('case_id', 'in', caseIds)
        .orderBy('case_id')
        .orderBy('number')
        .execute();

export type EntryRow = Awaited<ReturnType<typeof entriesOf>>[number];

export const entriesOf = (tx: Tx, schoolId: string, caseId: string) =>
  tx
    .selectFrom('case_entry')
    .selectAll()
    .where('school_id', '=', schoolId)
    .where('case_id', '=', caseId)
    .orderBy('number')
    .execute();

/** Whichever case it is in. */
export const entryById = (tx: Tx, schoolId: string, entryId: string) =>
  tx
    .selectFrom('case_entry')
    .selectAll()
    .where('school_id', '=', schoolId)
    .where('entry_id', '=', entryId)
    .executeTakeFirst();

/** What the school's log says was recorded in a case. */
export const loggedEntries = async (tx: Tx, schoolId: string, caseId: string): Promise<readonly string[]> =>
  (
    await tx
      .selectFrom('access_log')
      .select('purpose')
      .where('school_id', '=', schoolId)
      .where('subject_kind', '=', 'case')
      .where('subject_id', '=', caseId)
      .where('action', '=', 'case.recorded')
      .orderBy('sequence')
      .execute()
  ).map((row) => row.purpose);

export const classNames = async (tx: Tx, schoolId: string): Promise<ReadonlyMap<string, string>> =>
  new Map(
    (
      await tx.selectFrom('class').select(['class_id', 'name']).where('school_id', '=', schoolId).execute()
    ).map((row) => [row.class_id, row.name]),
  );

/** The class each pupil goes to on a day; those who go to none are left out. */
export const classIdsOf = async (
  tx: Tx,
  schoolId: string,
  pupilIds: readonly string[],
  day: string,
): Promise<ReadonlyMap<string, string>> => {
  if (pupilIds.length === 0) return new Map();
  const rows = await tx
    .selectFrom('class_membership')
    .select(['pupil_id', 'class_id'])
    .where('school_id', '=', schoolId)
    .where('pupil_id', 'in', pupilIds)
    .where('from_on', '<=', day)
    .where((where) => where.or([where('to_on', 'is', null), where('to_on', '>', day)]))
    .execute();
  return new Map(rows.map((row) => [row.pupil_id, row.class_id]));
};

export const activeStaff = async (tx: Tx, schoolId: string): Promise<ReadonlySet<string>> =>
  new Set(
    (
      await tx
        .selectFrom('staff_member')
        .select('staff_id')
        .where('school_id', '=', schoolId)
        .where('active', '=', true)
        .execute()
    ).map((row) => row.staff_id),
  );

export const knownPupils = async (tx: Tx, schoolId: string, pupilIds: readonly string[]): Promise<number> =>
  pupilIds.length === 0
    ? 0
    : (
        await tx
          .selectFrom('pupil')
          .select('pupil_id')
          .where('school_id', '=', schoolId)
          .where('pupil_id', 'in', pupilIds)
          .execute()
      ).length;
