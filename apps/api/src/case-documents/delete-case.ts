import { sql, type Tx } from '@samhold/db';
import { ofCase } from './beside.ts';

/** Children before parents. What parties, meetings and surveys wrote of the case, and what was given out from it, goes with it: the archive has it. */
export const deleteCase = async (tx: Tx, schoolId: string, caseId: string): Promise<void> => {
  const { own, ofReports, ofItems, tasks, ofInvestigations } = ofCase(schoolId, caseId);
  const parts = sql`school_id = ${schoolId} and token_hash in (select token_hash from investigation_upload where ${ofInvestigations})`;
  const statements = [
    sql`delete from access_export where school_id = ${schoolId} and (${caseId} = any(sources)
        or sources && array(select report_id from incident_report where ${own}))`,
    sql`delete from class_code_lookup where code_hash in (select code_hash from investigation where ${own})`,
    sql`delete from investigation_session where ${ofInvestigations}`,
    sql`delete from investigation_reply where ${ofInvestigations}`,
    sql`delete from investigation_answer where ${ofInvestigations}`,
    sql`delete from investigation_part where ${parts}`,
    sql`delete from investigation_upload where ${ofInvestigations}`,
    sql`delete from investigation_pupil where ${ofInvestigations}`,
    sql`delete from investigation_reader where ${ofInvestigations}`,
    sql`delete from investigation where ${own}`,
    // A point of another meeting that a task of the case came up in again; no key leads there.
    sql`update meeting_item set task_id = null
        where school_id = ${schoolId} and task_id in (select task_id from case_task where ${tasks})`,
    sql`delete from case_task where ${tasks}`,
    sql`delete from meeting_addition where ${ofItems}`,
    sql`delete from meeting_item where ${ofItems}`,
    sql`delete from notice where ${own}`,
    sql`update school_case set split_from = null where school_id = ${schoolId} and split_from = ${caseId}`,
    sql`delete from case_document where ${own}`,
    sql`delete from case_export where ${own}`,
    sql`delete from case_measure where ${own}`,
    sql`delete from case_source where ${own}`,
    sql`delete from case_staff where ${own}`,
    sql`delete from case_pupil where ${own}`,
    sql`delete from incident_step where ${ofReports}`,
    sql`delete from incident_accused where ${ofReports}`,
    sql`delete from incident_pupil where ${ofReports}`,
    sql`delete from incident_report where ${own}`,
    sql`delete from case_entry where ${own}`,
    sql`delete from school_case where ${own}`,
  ];
  for (const statement of statements) await statement.execute(tx);
};
