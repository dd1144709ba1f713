import type { Tx } from '@samhold/db';
import { peopleOfCases, peopleOfReports } from '../meetings/point-facts.ts';
import type { TaskPeople } from '../meetings/policy.ts';
import type { TaskRow } from './queries.ts';

/** Of each task, in order: whose it is, and who is in what it came from. */
export const peopleOfTasks = async (
  tx: Tx,
  schoolId: string,
  rows: readonly TaskRow[],
  now: Date,
): Promise<readonly TaskPeople[]> => {
  const cases = await peopleOfCases(
    tx,
    schoolId,
    [...new Set(rows.flatMap((row) => row.case_id ?? []))],
    now,
  );
  const reports = await peopleOfReports(
    tx,
    schoolId,
    [...new Set(rows.flatMap((row) => row.report_id ?? []))],
    now,
  );
  return rows.map((row) => ({
    ownerId: row.owner_id,
    madeBy: row.made_by,
    from: row.case_id === null ? null : (cases.get(row.case_id) ?? null),
    fromReport: row.report_id === null ? null : (reports.get(row.report_id) ?? null),
  }));
};
