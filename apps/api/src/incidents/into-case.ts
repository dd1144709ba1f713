import { randomUUID } from 'node:crypto';
import type { CaseEvidence } from '@samhold/contract';
import { dayOf, writtenDay } from '../calendar-days.ts';
import type { Writer } from '../cases/append-entry.ts';
import { caseFor } from '../cases/case-for.ts';
import type { CasePeople } from '../cases/policy.ts';
import { recordInCase } from '../cases/record-entry.ts';
import { AppError } from '../errors.ts';
import { openContent, openStep } from './content.ts';
import type { ReportPeople } from './policy.ts';
import { receivedReport } from './read.ts';
import { storeStep, type Received } from './store-step.ts';

/**
 * What is about an employee goes into a case under § 12-5 about the same, and about leadership into one that leadership does not see: in any
 * other it would be read by those it is hidden from.
 */
const fits = (report: ReportPeople, { kind, staff, leadershipAccused }: CasePeople): boolean => {
  if (!report.aboutStaff) return true;
  const isAccused = (id: string): boolean =>
    staff.some(({ staffId, part }) => part === 'accused' && staffId === id);
  return (
    kind === 'staff' && report.accused.every(isAccused) && (leadershipAccused || !report.leadershipAccused)
  );
};

const evidenceOf = ({ sealer }: Writer, { row, steps }: Received): CaseEvidence => {
  const { seen, done } = openContent(sealer, row);
  const added = steps.filter(({ kind }) => kind === 'addition').map((step) => openStep(sealer, step));
  return {
    title: `Melding om en hendelse ${writtenDay(String(row.happened_on))}`,
    sentences: [seen, done, ...added],
  };
};

/** A report that goes to the writer, held, with what a case takes from it. */
export const reportForCase = async (writer: Writer, reportId: string) => {
  const received = await receivedReport(writer.tx, writer.actor, reportId, writer.now);
  return { ...received, evidence: evidenceOf(writer, received) };
};

/** Says of a report that it is in a case; twice is once. Throws report_decided where it is in another, and report_not_for_case. */
export const putInCase = async (writer: Writer, received: Received, caseId: string): Promise<void> => {
  const { tx, sealer, actor, now } = writer;
  if (received.row.case_id === caseId) return;
  if (received.row.state === 'in_case') throw new AppError('report_decided');
  const { people } = await caseFor(tx, actor, caseId, now, { lock: true });
  if (!fits(received.people, people)) throw new AppError('report_not_for_case');
  const step = { kind: 'in_case', occurredOn: dayOf(now), text: '' } as const;
  await storeStep(tx, sealer, actor, received, step, { state: 'in_case', case_id: caseId }, now);
};

/** Takes a report into a case that is there: what it says stands in the case as well, for those who take part and never see the report. */
export const takeIntoCase = async (writer: Writer, received: Received, caseId: string): Promise<void> => {
  await putInCase(writer, received, caseId);
  const { title, sentences } = evidenceOf(writer, received);
  for (const text of [`${title} er tatt inn i saken.`, ...sentences])
    await recordInCase(writer, caseId, {
      ...{ entryId: randomUUID(), revision: 0, occurredOn: dayOf(writer.now), pupilId: null, corrects: null },
      content: { kind: 'note', text },
    });
};
