import type { Tx } from '@samhold/db';
import { dayOf } from '../calendar-days.ts';
import { wholeCalendar } from '../calendar/whole-calendar.ts';
import type { Dependencies } from '../dependencies.ts';
import { tellStaff } from '../notices/tell.ts';
import { evaluationReminder, type EvaluationReminder } from './evaluation-reminder.ts';

/** Cases under way whose day of evaluation has come. Held, so that a second clock waits and finds them told of. */
const dueCases = (tx: Tx, schoolId: string, today: string) =>
  tx
    .selectFrom('school_case')
    .select(['case_id', 'evaluate_on'])
    .where('school_id', '=', schoolId)
    .where('closed_at', 'is', null)
    .where('evaluate_on', '<=', today)
    .orderBy('case_id')
    .forUpdate()
    .execute();

/** Who is responsible for a case now, works here, is none it is about, and has not been told of this. */
const toBeTold = async (
  tx: Tx,
  schoolId: string,
  caseId: string,
  { kind, from }: EvaluationReminder,
): Promise<readonly string[]> =>
  (
    await tx
      .selectFrom('case_staff as p')
      .innerJoin('staff_member as m', (join) =>
        join.onRef('m.school_id', '=', 'p.school_id').onRef('m.staff_id', '=', 'p.staff_id'),
      )
      .select('p.staff_id')
      .distinct()
      .where('p.school_id', '=', schoolId)
      .where('p.case_id', '=', caseId)
      .where('p.part', '=', 'responsible')
      .where('p.to_at', 'is', null)
      .where('m.active', '=', true)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('case_staff as a')
              .select('a.staff_id')
              .where('a.school_id', '=', schoolId)
              .where('a.case_id', '=', caseId)
              .where('a.part', '=', 'accused')
              .whereRef('a.staff_id', '=', 'p.staff_id'),
          ),
        ),
      )
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('notice as n')
              .select('n.notice_id')
              .where('n.school_id', '=', schoolId)
              .where('n.case_id', '=', caseId)
              .where('n.kind', '=', kind)
              .where('n.made_at', '>=', from)
              .whereRef('n.staff_id', '=', 'p.staff_id'),
          ),
        ),
      )
      .execute()
  ).map((row) => row.staff_id);

/** That it is overdue takes the place of that it was due. */
const withdrawDue = (tx: Tx, schoolId: string, caseId: string) =>
  tx
    .deleteFrom('notice')
    .where('school_id', '=', schoolId)
    .where('case_id', '=', caseId)
    .where('kind', '=', 'evaluation_due')
    .execute();

/** Tells whoever is responsible for a case that its measures are to be evaluated today, and once more when that has not been done. */
export const remindOfEvaluations = async (tx: Tx, deps: Dependencies, schoolId: string): Promise<void> => {
  const found = await dueCases(tx, schoolId, dayOf(deps.now()));
  if (found.length === 0) return;
  const calendar = await wholeCalendar(tx, schoolId);
  for (const { case_id: caseId, evaluate_on: evaluateOn } of found) {
    const reminder = evaluationReminder(String(evaluateOn), calendar, deps.now());
    if (reminder === undefined) continue;
    const { kind } = reminder;
    if (kind === 'evaluation_overdue') await withdrawDue(tx, schoolId, caseId);
    const staffIds = await toBeTold(tx, schoolId, caseId, reminder);
    await tellStaff(tx, deps, schoolId, { kind, staffIds, caseId });
  }
};
