import { addSchoolDays, type SchoolCalendar } from '../calendar/school-days.ts';
import { MORNING, momentInNorway } from '../clock/oslo-time.ts';
import { dueDay } from './urgency.ts';

export type EvaluationReminder = {
  readonly kind: 'evaluation_due' | 'evaluation_overdue';
  /** Whoever was told at this moment or after it has been told of this evaluation. */
  readonly from: Date;
};

/** In the morning of the day it is due, and again in the morning of the next day with school. */
export const evaluationReminder = (
  evaluateOn: string,
  calendar: SchoolCalendar,
  now: Date,
): EvaluationReminder | undefined => {
  const due = dueDay(calendar, evaluateOn);
  const overdueFrom = momentInNorway(addSchoolDays(calendar, due, 1), MORNING);
  if (now >= overdueFrom) return { kind: 'evaluation_overdue', from: overdueFrom };
  const from = momentInNorway(due, MORNING);
  return now >= from ? { kind: 'evaluation_due', from } : undefined;
};
