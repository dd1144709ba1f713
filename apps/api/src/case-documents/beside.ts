import { createHash } from 'node:crypto';
import { sql, type Tx } from '@samhold/db';

/** Rows of other tables that are of a case, as conditions on them. `report_id`, `item_id` and the like are of the table asked. */
export const ofCase = (schoolId: string, caseId: string) => {
  const own = sql`school_id = ${schoolId} and case_id = ${caseId}`;
  const reports = sql`select report_id from incident_report where ${own}`;
  const items = sql`select item_id from meeting_item where school_id = ${schoolId} and (case_id = ${caseId} or report_id in (${reports}))`;
  const investigations = sql`select investigation_id from investigation where ${own}`;
  return {
    own,
    ofReports: sql`school_id = ${schoolId} and report_id in (${reports})`,
    ofItems: sql`school_id = ${schoolId} and item_id in (${items})`,
    tasks: sql`school_id = ${schoolId} and (case_id = ${caseId} or item_id in (${items}))`,
    ofInvestigations: sql`school_id = ${schoolId} and investigation_id in (${investigations})`,
  };
};

/**
 * Changes when anything beside the line of a case does: a report or something done with one, minutes, a task, a survey, what a party was given.
 * An export that holds another is behind.
 */
export const besideHash = async (tx: Tx, schoolId: string, caseId: string): Promise<Buffer> => {
  const of = ofCase(schoolId, caseId);
  const { rows } = await sql<{ line: string }>`
    select concat_ws(' ', 'report', report_id, revision) as line from incident_report where ${of.own}
    union all select concat_ws(' ', 'point', item_id, revision) from meeting_item where ${of.ofItems}
    union all select concat_ws(' ', 'addition', addition_id) from meeting_addition where ${of.ofItems}
    union all select concat_ws(' ', 'task', task_id, owner_id, done_at) from case_task where ${of.tasks}
    union all select concat_ws(' ', 'survey', investigation_id, state) from investigation where ${of.own}
    union all select concat_ws(' ', 'document', document_id, finished_at) from case_document
      where ${of.own} and finished_at is not null
  `.execute(tx);
  const lines = rows.map(({ line }) => line).sort();
  return createHash('sha256').update(lines.join('\n')).digest();
};
