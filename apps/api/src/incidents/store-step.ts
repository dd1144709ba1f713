import type { IncidentStepKind } from '@samhold/contract';
import type { SchoolSealer, Tx } from '@samhold/db';
import type { StaffActor } from '../access/actor.ts';
import { logOpening } from '../access/log.ts';
import { sealStep } from './content.ts';
import type { receivedReport } from './read.ts';
import * as queries from './queries.ts';

export type Received = Awaited<ReturnType<typeof receivedReport>>;

const purposes: Readonly<Record<IncidentStepKind, string>> = {
  seen: 'take a report in hand',
  guardians_told: 'record that guardians were informed',
  logged: 'leave a report as logged',
  in_case: 'take a report into a case',
  addition: 'add to a report',
  owner_told: 'tell the owner',
  accused_named: 'name whom a report is about',
};

type NewStep = { readonly kind: IncidentStepKind; readonly occurredOn: string; readonly text: string };
export type Change = Partial<Pick<queries.ReportRow, 'state' | 'case_id' | 'about_staff'>>;

/** Adds a step and what it changes, and logs it; nothing is written over. */
export const storeStep = async (
  tx: Tx,
  sealer: SchoolSealer,
  actor: StaffActor,
  { row, steps }: Pick<Received, 'row' | 'steps'>,
  { kind, occurredOn, text }: NewStep,
  change: Change,
  now: Date,
): Promise<void> => {
  const { schoolId, staffId } = actor;
  const { report_id: reportId } = row;
  const number = steps.length + 1;
  await queries.insertStep(tx, {
    ...{ school_id: schoolId, report_id: reportId, number, kind, occurred_on: occurredOn },
    content: sealStep(sealer, reportId, number, text),
    ...{ recorded_by: staffId, recorded_at: now },
  });
  await queries.updateReport(tx, schoolId, reportId, { revision: row.revision + 1, ...change });
  await logOpening(tx, actor, now, {
    action: `incident.${kind}`,
    subjectKind: 'incident',
    subjectId: reportId,
    purpose: purposes[kind],
  });
};
