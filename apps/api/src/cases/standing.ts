import type { CaseStage, CaseView } from '@samhold/contract';
import type { SchoolSealer } from '@samhold/db';
import { dayOf } from '../calendar-days.ts';
import type { SchoolCalendar } from '../calendar/school-days.ts';
import { titlePlace } from './chain.ts';
import { counterOf } from './counter.ts';
import type { CasePeople } from './policy.ts';
import type { CaseRow } from './queries.ts';
import { urgencyOf } from './urgency.ts';

export type Around = {
  readonly sealer: SchoolSealer;
  readonly calendar: SchoolCalendar;
  readonly classNames: ReadonlyMap<string, string>;
  readonly activeStaff: ReadonlySet<string>;
  readonly today: string;
};

type Standing = Pick<
  CaseView,
  | 'caseId'
  | 'reference'
  | 'kind'
  | 'title'
  | 'stage'
  | 'serious'
  | 'className'
  | 'knownOn'
  | 'counter'
  | 'evaluateOn'
  | 'urgency'
>;

/** What the list of cases and the case itself both say first. */
export const standingOf = (
  row: CaseRow,
  people: CasePeople,
  lines: readonly { readonly kind: string; readonly occurred_on: string }[],
  { sealer, calendar, classNames, activeStaff, today }: Around,
): Standing => {
  const closedOn = row.closed_at === null ? null : dayOf(row.closed_at);
  const entries = lines.map(({ kind, occurred_on }) => ({ kind, occurredOn: occurred_on }));
  const counter = counterOf({ knownOn: row.known_on, closedOn, entries }, calendar, today);
  const responsible = people.staff.some(
    ({ staffId, part }) => part === 'responsible' && activeStaff.has(staffId),
  );
  return {
    ...{ caseId: row.case_id, reference: row.reference, kind: people.kind, serious: row.serious },
    title: sealer.open(row.title, titlePlace(row.case_id)),
    // The column's check constraint allows exactly these.
    stage: row.stage as CaseStage,
    className: classNames.get(row.class_id ?? '') ?? null,
    ...{ knownOn: row.known_on, counter, evaluateOn: row.evaluate_on },
    urgency: urgencyOf(
      { stage: row.stage, evaluateOn: row.evaluate_on, counter, responsible },
      calendar,
      today,
    ),
  };
};
