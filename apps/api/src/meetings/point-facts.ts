import type { Tx } from '@samhold/db';
import type { CasePeople } from '../cases/policy.ts';
import type { ReportPeople } from './policy.ts';

/** When somebody was, or is, of the leadership. */
const leadershipTimes = (tx: Tx, schoolId: string) =>
  tx
    .selectFrom('relation')
    .select(['staff_id', 'kind', 'from_at', 'to_at'])
    .where('school_id', '=', schoolId)
    .where('kind', 'in', ['leadership', 'principal'])
    .where('confirmed_at', 'is not', null)
    .execute();

type Times = Awaited<ReturnType<typeof leadershipTimes>>;

/** Whether one of them led the school at some time since: stepping down takes nothing from nobody's hands into theirs. */
const ledSince = (times: Times, staffIds: readonly string[], since: Date, now: Date): boolean =>
  times.some(
    ({ staff_id, from_at, to_at }) =>
      staffIds.includes(staff_id) && from_at <= now && (to_at === null || to_at > since),
  );

/** Who takes part in each case now, and who ever was accused in it. */
export const peopleOfCases = async (
  tx: Tx,
  schoolId: string,
  caseIds: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, CasePeople>> => {
  if (caseIds.length === 0) return new Map();
  const cases = await tx
    .selectFrom('school_case')
    .select(['case_id', 'kind', 'opened_at'])
    .where('school_id', '=', schoolId)
    .where('case_id', 'in', caseIds)
    .execute();
  const staff = await tx
    .selectFrom('case_staff')
    .select(['case_id', 'staff_id', 'part'])
    .where('school_id', '=', schoolId)
    .where('case_id', 'in', caseIds)
    .where((eb) => eb.or([eb('to_at', 'is', null), eb('part', '=', 'accused')]))
    .execute();
  const times = await leadershipTimes(tx, schoolId);
  return new Map(
    cases.map((one) => {
      const taking = staff.filter((row) => row.case_id === one.case_id);
      const accused = taking.filter(({ part }) => part === 'accused').map((row) => row.staff_id);
      return [
        one.case_id,
        {
          // The columns' check constraints allow exactly these.
          kind: one.kind as CasePeople['kind'],
          staff: taking.map((row) => ({
            staffId: row.staff_id,
            part: row.part as CasePeople['staff'][number]['part'],
          })),
          leadershipAccused: ledSince(times, accused, one.opened_at, now),
        },
      ];
    }),
  );
};

/** Who told of each incident, whom it is about when it is about staff, and the case it is in. */
export const peopleOfReports = async (
  tx: Tx,
  schoolId: string,
  reportIds: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, ReportPeople>> => {
  if (reportIds.length === 0) return new Map();
  const reports = await tx
    .selectFrom('incident_report')
    .select(['report_id', 'about_staff', 'about_leadership', 'filed_by', 'filed_at', 'case_id'])
    .where('school_id', '=', schoolId)
    .where('report_id', 'in', reportIds)
    .execute();
  const accused = await tx
    .selectFrom('incident_accused')
    .select(['report_id', 'staff_id'])
    .where('school_id', '=', schoolId)
    .where('report_id', 'in', reportIds)
    .execute();
  const times = await leadershipTimes(tx, schoolId);
  const cases = await peopleOfCases(
    tx,
    schoolId,
    reports.flatMap((row) => row.case_id ?? []),
    now,
  );
  const hasPrincipal = times.some(
    ({ kind, from_at, to_at }) => kind === 'principal' && from_at <= now && (to_at === null || to_at > now),
  );
  return new Map(
    reports.map((row) => {
      const about = accused.filter((one) => one.report_id === row.report_id).map((one) => one.staff_id);
      return [
        row.report_id,
        {
          ...{ aboutStaff: row.about_staff, filedBy: row.filed_by, accused: about, hasPrincipal },
          leadershipAccused: row.about_leadership || ledSince(times, about, row.filed_at, now),
          inCase: row.case_id === null ? null : (cases.get(row.case_id) ?? null),
        },
      ];
    }),
  );
};
