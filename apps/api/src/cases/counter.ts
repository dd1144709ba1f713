import type { CaseCounter } from '@samhold/contract';
import { schoolDaysBetween, type SchoolCalendar } from '../calendar/school-days.ts';

/** School days in which a plan should be made: a norm of the school's. The law says as soon as possible, and counts no days. */
export const planNorm = 5;

type Counted = {
  readonly knownOn: string;
  readonly closedOn: string | null;
  readonly entries: readonly { readonly kind: string; readonly occurredOn: string }[];
};

/** School days after it was known, or known anew, until a plan is made, the case ends, or today. */
export const counterOf = (counted: Counted, calendar: SchoolCalendar, today: string): CaseCounter => {
  const { entries, knownOn, closedOn } = counted;
  const reopened = entries.findLastIndex(({ kind }) => kind === 'reopened');
  const from = entries[reopened]?.occurredOn ?? knownOn;
  const plan = entries.slice(reopened + 1).find(({ kind }) => kind === 'plan');
  const stoppedOn = plan?.occurredOn ?? closedOn;
  return {
    days: Math.max(0, schoolDaysBetween(calendar, from, stoppedOn ?? today)),
    norm: planNorm,
    stoppedOn,
  };
};
