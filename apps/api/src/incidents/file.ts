import type { NewIncident, OwnIncident } from '@samhold/contract';
import type { SchoolSealer, Tx } from '@samhold/db';
import type { StaffActor } from '../access/actor.ts';
import { logOpening } from '../access/log.ts';
import { dayOf } from '../calendar-days.ts';
import type { Dependencies } from '../dependencies.ts';
import { AppError } from '../errors.ts';
import { openContent, reportIdOf, sealContent } from './content.ts';
import { pupilsKnownTo } from './find-pupils.ts';
import { mustWorkHere, ownViews } from './own.ts';
import * as queries from './queries.ts';
import { tellReceivers } from './tell.ts';

const sorted = (ids: readonly string[]): string => [...ids].sort().join();

/** Whether what is stored is what is sent: then it is the same report, sent twice. */
const isSame = async (
  tx: Tx,
  sealer: SchoolSealer,
  row: queries.ReportRow,
  written: NewIncident,
): Promise<boolean> => {
  const { school_id: schoolId, report_id: reportId } = row;
  const content = openContent(sealer, row);
  const pupils = await queries.pupilsOf(tx, schoolId, [reportId]);
  const accused = await queries.accusedOf(tx, schoolId, [reportId]);
  const isAboutSame =
    written.aboutStaff === null ||
    (row.about_leadership === written.aboutStaff.leadership &&
      // Others may have been named since.
      written.aboutStaff.staffIds.every((staffId) => accused.some((one) => one.staff_id === staffId)));
  return (
    isAboutSame &&
    row.told_by === written.toldBy &&
    String(row.happened_on) === written.happenedOn &&
    row.physical === written.physical &&
    content.happenedAt === written.happenedAt &&
    content.place === written.place &&
    content.seen === written.seen.trim() &&
    content.done === written.done.trim() &&
    sorted(pupils.map((one) => one.pupil_id)) === sorted(written.pupilIds)
  );
};

/** The pupils as this person could have found them, or none of it is stored: an id that is guessed tells nothing. */
const chosenPupils = async (tx: Tx, actor: StaffActor, { pupilIds }: NewIncident, today: string) => {
  const known = new Map((await pupilsKnownTo(tx, actor, today)).map((one) => [one.pupilId, one]));
  return pupilIds.map((pupilId) => {
    const pupil = known.get(pupilId);
    if (pupil === undefined) throw new AppError('invalid_request', ['pupilIds']);
    return pupil;
  });
};

const checkColleagues = async (tx: Tx, schoolId: string, { aboutStaff }: NewIncident) => {
  if (aboutStaff === null || aboutStaff.staffIds.length === 0) return;
  const staff = new Set((await queries.confirmedRelations(tx, schoolId)).map((one) => one.staff_id));
  if (!aboutStaff.staffIds.every((staffId) => staff.has(staffId)))
    throw new AppError('invalid_request', ['aboutStaff', 'staffIds']);
};

/** Stores a report with whom it is about. False when there is one of this id already. */
export const storeReport = async (
  tx: Tx,
  sealer: SchoolSealer,
  { schoolId, staffId }: Pick<StaffActor, 'schoolId' | 'staffId'>,
  written: NewIncident,
  classIds: readonly string[],
  now: Date,
): Promise<boolean> => {
  const { reportId } = written;
  const isNew = await queries.insertReport(tx, {
    ...{ school_id: schoolId, report_id: reportId, filed_by: staffId, filed_at: now },
    ...{ told_by: written.toldBy, happened_on: written.happenedOn, physical: written.physical },
    about_staff: written.aboutStaff !== null,
    about_leadership: written.aboutStaff?.leadership ?? false,
    class_id: classIds.length === 1 ? (classIds[0] ?? null) : null,
    content: sealContent(sealer, reportId, written),
  });
  if (!isNew) return false;
  await queries.insertPupils(tx, schoolId, reportId, written.pupilIds);
  await queries.insertAccused(tx, schoolId, reportId, written.aboutStaff?.staffIds ?? []);
  return true;
};

/**
 * Files what somebody saw, heard or was told, and tells those it goes to. The same id and content again are the same report; the
 * id with other content is refused with `text_changed`.
 */
export const fileIncident = (
  deps: Dependencies,
  actor: StaffActor,
  written: NewIncident,
): Promise<OwnIncident> =>
  deps.db.inScope(actor, async (tx, sealer) => {
    mustWorkHere(actor);
    const { schoolId, staffId } = actor;
    const now = deps.now();
    const today = dayOf(now);
    if (written.happenedOn > today) throw new AppError('date_in_future');
    const school = await sealer();
    const reportId = reportIdOf(staffId, written.reportId);
    const pupils = await chosenPupils(tx, actor, written, today);
    await checkColleagues(tx, schoolId, written);
    const classIds = new Set(pupils.map(({ classId }) => classId));
    const isNew = await storeReport(tx, school, actor, { ...written, reportId }, [...classIds], now);
    const row = await queries.lockReport(tx, schoolId, reportId);
    if (row === undefined) throw new AppError('not_found');
    if (isNew) {
      await logOpening(tx, actor, now, {
        action: 'incident.file',
        subjectKind: 'incident',
        subjectId: reportId,
        purpose: 'tell what was seen, heard or told',
      });
      await tellReceivers(tx, deps, row);
    } else if (!(await isSame(tx, school, row, written))) throw new AppError('text_changed');
    const [view] = await ownViews(tx, school, actor, [row], today);
    if (view === undefined) throw new AppError('not_found');
    return view;
  });
