import type {
  AddToIncident,
  IncidentForm,
  IncidentTeller,
  OwnIncident,
  OwnIncidents,
} from '@samhold/contract';
import type { SchoolSealer, Tx } from '@samhold/db';
import type { StaffActor } from '../access/actor.ts';
import { logOpening } from '../access/log.ts';
import { holdsAny } from '../access/policy.ts';
import { dayOf } from '../calendar-days.ts';
import type { Dependencies } from '../dependencies.ts';
import { AppError } from '../errors.ts';
import { wholeNames } from '../roster/names.ts';
import { openContent, openStep, sealStep } from './content.ts';
import { pupilsKnownTo, withNames } from './find-pupils.ts';
import { filers, isOwn } from './policy.ts';
import * as queries from './queries.ts';

/** What others did with it that the writer may know of: that somebody has it, and neither what nor who. */
const taken: ReadonlySet<string> = new Set(['seen', 'logged', 'in_case']);

export const ownViews = async (
  tx: Tx,
  sealer: SchoolSealer,
  actor: StaffActor,
  rows: readonly queries.ReportRow[],
  today: string,
): Promise<OwnIncident[]> => {
  const { schoolId, staffId } = actor;
  const ids = rows.map((row) => row.report_id);
  const steps = Map.groupBy(await queries.stepsOf(tx, schoolId, ids), (step) => step.report_id);
  const pupils = Map.groupBy(await queries.pupilsOf(tx, schoolId, ids), (row) => row.report_id);
  const known = await pupilsKnownTo(tx, actor, today);
  const about = new Set([...pupils.values()].flat().map((row) => row.pupil_id));
  const named = await withNames(
    tx,
    sealer,
    schoolId,
    known.filter(({ pupilId }) => about.has(pupilId)),
  );
  return rows.map((row) => {
    const own = steps.get(row.report_id) ?? [];
    const of = new Set((pupils.get(row.report_id) ?? []).map((one) => one.pupil_id));
    return {
      reportId: row.report_id,
      filedAt: row.filed_at.toISOString(),
      // The column's check constraint allows exactly these.
      toldBy: row.told_by as IncidentTeller,
      happenedOn: String(row.happened_on),
      physical: row.physical,
      ...openContent(sealer, row),
      aboutStaff: row.about_staff,
      pupils: named.filter(({ pupilId }) => of.has(pupilId)),
      standing: own.some(({ kind }) => taken.has(kind)) ? 'followed_up' : 'received',
      additions: own
        .filter(({ kind, recorded_by: by }) => kind === 'addition' && by === staffId)
        .map((step) => ({ text: openStep(sealer, step), at: step.recorded_at.toISOString() })),
    };
  });
};

/** Telling of something waits for no training (§ 12-4), so these routes let all staff in, and ask here who works at the school. */
export const mustWorkHere = (actor: StaffActor): void => {
  if (!holdsAny(actor, filers)) throw new AppError('not_found');
};

/** What the form of a new report needs. */
export const readForm = (deps: Dependencies, actor: StaffActor): Promise<IncidentForm> =>
  deps.db.inScope(actor, async (tx, sealer) => {
    const { schoolId, staffId } = actor;
    mustWorkHere(actor);
    const now = deps.now();
    const holding = (await queries.confirmedRelations(tx, schoolId)).filter(
      (one) => one.active && one.from_at <= now && (one.to_at === null || one.to_at > now),
    );
    const working = holding.filter(({ kind }) => filers.some((one) => one === kind));
    const names = await wholeNames(tx, await sealer(), schoolId, [
      ...new Set(working.map((one) => one.staff_id)),
    ]);
    return {
      colleagues: [...names]
        .filter(([id]) => id !== staffId)
        .map(([id, name]) => ({ staffId: id, name }))
        .sort((a, b) => a.name.localeCompare(b.name, 'nb')),
      ownerReceives: holding.some(({ kind }) => kind === 'owner'),
      mayFindPupils: actor.trained || holdsAny(actor, ['leadership', 'administrator']),
    };
  });

export const listOwn = (deps: Dependencies, actor: StaffActor): Promise<OwnIncidents> =>
  deps.db.inScope(actor, async (tx, sealer) => {
    mustWorkHere(actor);
    const rows = await queries.reportsFiledBy(tx, actor.schoolId, actor.staffId);
    if (rows.length > 0)
      await logOpening(tx, actor, deps.now(), {
        action: 'incidents.own',
        subjectKind: 'staff',
        subjectId: actor.staffId,
        purpose: 'read own reports',
      });
    return { reports: await ownViews(tx, await sealer(), actor, rows, dayOf(deps.now())) };
  });

/** Adds to what one has filed: it stands beside, and nothing is written over. The same words twice in a row are once. */
export const addToOwn = (
  deps: Dependencies,
  actor: StaffActor,
  reportId: string,
  { text }: AddToIncident,
): Promise<OwnIncident> =>
  deps.db.inScope(actor, async (tx, sealer) => {
    const { schoolId, staffId } = actor;
    const now = deps.now();
    const row = await queries.lockReport(tx, schoolId, reportId);
    if (row === undefined || !isOwn(actor, row.filed_by)) throw new AppError('not_found');
    const school = await sealer();
    const steps = await queries.stepsOf(tx, schoolId, [reportId]);
    const last = steps.findLast(({ kind, recorded_by: by }) => kind === 'addition' && by === staffId);
    if (last === undefined || openStep(school, last) !== text.trim()) {
      const number = steps.length + 1;
      await queries.insertStep(tx, {
        ...{ school_id: schoolId, report_id: reportId, number, kind: 'addition', occurred_on: dayOf(now) },
        content: sealStep(school, reportId, number, text.trim()),
        ...{ recorded_by: staffId, recorded_at: now },
      });
      await queries.updateReport(tx, schoolId, reportId, { revision: row.revision + 1 });
      await logOpening(tx, actor, now, {
        action: 'incident.addition',
        subjectKind: 'incident',
        subjectId: reportId,
        purpose: 'add to an own report',
      });
    }
    const [view] = await ownViews(tx, school, actor, [row], dayOf(now));
    if (view === undefined) throw new AppError('not_found');
    return view;
  });
