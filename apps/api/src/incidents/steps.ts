import type { RecordIncidentStep } from '@samhold/contract';
import type { SchoolSealer } from '@samhold/db';
import type { StaffActor } from '../access/actor.ts';
import { dayOf } from '../calendar-days.ts';
import type { Dependencies } from '../dependencies.ts';
import { AppError } from '../errors.ts';
import { openStep } from './content.ts';
import { takeIntoCase } from './into-case.ts';
import { receivedReport } from './read.ts';
import * as queries from './queries.ts';
import { storeStep, type Change, type Received } from './store-step.ts';
import { tellReceivers } from './tell.ts';

const wordsOf = (wish: RecordIncidentStep): string => ('text' in wish ? wish.text.trim() : '');

/** The last thing that was done is this one: it was sent twice. */
const isRepeated = (
  sealer: SchoolSealer,
  { steps, row }: Received,
  actor: StaffActor,
  wish: RecordIncidentStep,
): boolean => {
  const last = steps.at(-1);
  return (
    last !== undefined &&
    wish.revision === row.revision - 1 &&
    last.kind === wish.kind &&
    last.recorded_by === actor.staffId &&
    openStep(sealer, last) === wordsOf(wish) &&
    (wish.kind !== 'in_case' || row.case_id === wish.caseId)
  );
};

const changeOf = (wish: RecordIncidentStep, { row }: Received): Change => {
  if (wish.kind === 'accused_named') return { about_staff: true };
  return wish.kind === 'logged' && row.state === 'new' ? { state: 'logged' } : {};
};

/** What cannot be done to this report, however it is written. */
const check = ({ row, people }: Received, wish: RecordIncidentStep, today: string): void => {
  if (wish.kind === 'guardians_told' && wish.occurredOn > today) throw new AppError('date_in_future');
  if (wish.kind === 'logged' && row.state === 'in_case') throw new AppError('report_decided');
  if (wish.kind === 'in_case' && row.state === 'in_case') throw new AppError('report_decided');
  if (wish.kind === 'owner_told' && !people.aboutStaff) throw new AppError('report_decided');
};

/**
 * Records what somebody who receives a report has done. Over an older revision it is refused with `text_changed`. Naming whom it is
 * about takes it from that person at once, also from whoever does the naming, and from the whole leadership when it is one of them.
 */
export const recordStep = (
  deps: Dependencies,
  actor: StaffActor,
  reportId: string,
  wish: RecordIncidentStep,
): Promise<void> =>
  deps.db.inScope(actor, async (tx, sealer) => {
    const { schoolId } = actor;
    const now = deps.now();
    const received = await receivedReport(tx, actor, reportId, now);
    const school = await sealer();
    if (isRepeated(school, received, actor, wish)) return;
    if (wish.revision !== received.row.revision) throw new AppError('text_changed');
    check(received, wish, dayOf(now));
    if (wish.kind === 'in_case')
      return takeIntoCase({ tx, sealer: school, actor, now }, received, wish.caseId);
    if (wish.kind === 'accused_named') {
      const staff = new Set((await queries.confirmedRelations(tx, schoolId)).map((one) => one.staff_id));
      if (!wish.staffIds.every((staffId) => staff.has(staffId)))
        throw new AppError('invalid_request', ['staffIds']);
      await queries.insertAccused(tx, schoolId, reportId, wish.staffIds);
    }
    const occurredOn = wish.kind === 'guardians_told' ? wish.occurredOn : dayOf(now);
    const step = { kind: wish.kind, occurredOn, text: wordsOf(wish) };
    await storeStep(tx, school, actor, received, step, changeOf(wish, received), now);
    if (wish.kind === 'owner_told' || wish.kind === 'accused_named')
      await tellReceivers(tx, deps, received.row, actor.staffId);
  });
