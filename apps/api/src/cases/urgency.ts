import type { CaseCounter, CaseUrgency } from '@samhold/contract';
import { addDays } from '../calendar/days.ts';

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

const soon = 7;

export const urgencyOf = (standing: Standing, today: string): CaseUrgency => {
  const { stage, evaluateOn, counter, responsible } = standing;
  if (stage === 'closed' || stage === 'merged') return 'done';
  if (evaluateOn !== null && evaluateOn < today) return 'evaluation_overdue';
  if (counter.stoppedOn === null && counter.days > counter.norm) return 'past_norm';
  if (!responsible) return 'nobody_responsible';
  if (evaluateOn !== null && evaluateOn <= addDays(today, soon)) return 'evaluation_soon';
  return 'running';
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
