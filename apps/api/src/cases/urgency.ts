import type { CaseCounter, CaseUrgency } from '@samhold/contract';
import {
  addSchoolDays,
  isSchoolDay,
  schoolDaysBetween,
  type SchoolCalendar,
} from '../calendar/school-days.ts';

type Standing = {
  readonly stage: string;
  readonly evaluateOn: string | null;
  readonly counter: CaseCounter;
  /** Somebody who still works here is responsible. */
  readonly responsible: boolean;
};

const order: readonly CaseUrgency[] = [
  'evaluation_overdue',
  'past_norm',
  'nobody_responsible',
  'evaluation_soon',
  'running',
  'done',
];

/** School days: a break between makes the day no further away for whoever has to call the meeting. */
const soon = 5;

/** One on a free day is due on the next with school. */
export const dueDay = (calendar: SchoolCalendar, evaluateOn: string): string =>
  isSchoolDay(calendar, evaluateOn) ? evaluateOn : addSchoolDays(calendar, evaluateOn, 1);

/** School days until an evaluation; negative when it is overdue. */
export const daysToEvaluation = (calendar: SchoolCalendar, evaluateOn: string, today: string): number =>
  schoolDaysBetween(calendar, today, dueDay(calendar, evaluateOn));

export const urgencyOf = (standing: Standing, calendar: SchoolCalendar, today: string): CaseUrgency => {
  const { stage, evaluateOn, counter, responsible } = standing;
  if (stage === 'closed' || stage === 'merged') return 'done';
  const left = evaluateOn === null ? Infinity : daysToEvaluation(calendar, evaluateOn, today);
  if (left < 0) return 'evaluation_overdue';
  if (counter.stoppedOn === null && counter.days > counter.norm) return 'past_norm';
  if (!responsible) return 'nobody_responsible';
  return left <= soon ? 'evaluation_soon' : 'running';
};

type Ordered = {
  readonly urgency: CaseUrgency;
  readonly evaluateOn: string | null;
  readonly counter: CaseCounter;
  readonly knownOn: string;
};

/** The most urgent first; among alike, the evaluation that is longest overdue, then what has waited longest. */
export const byUrgency = (a: Ordered, b: Ordered): number =>
  order.indexOf(a.urgency) - order.indexOf(b.urgency) ||
  (a.evaluateOn ?? '9999').localeCompare(b.evaluateOn ?? '9999') ||
  b.counter.days - a.counter.days ||
  a.knownOn.localeCompare(b.knownOn);
