import { investigationCriteria, investigationQuestionnaire } from '@samhold/survey';
import type {
  CaseInvestigations,
  Investigation,
  InvestigationReasons,
  InvestigationState,
} from '@samhold/contract';
import type { SchoolSealer, Tx } from '@samhold/db';
import type { StaffActor } from '../access/actor.ts';
import { logOpening } from '../access/log.ts';
import { stepOf } from '../cases/duties.ts';
import type { Dependencies } from '../dependencies.ts';
import { AppError } from '../errors.ts';
import { pupilLabels, wholeNames } from '../roster/names.ts';
import { caseForActor, holdersOf, type CaseAtHand } from './case-at-hand.ts';
import { codePlace, decisionPlace, reasonsPlace } from './places.ts';
import { decidingKinds, decisionOf, mayAsk, mayHold, mayReadAnswers, takesPart } from './policy.ts';
import * as queries from './queries.ts';

/** States in which another of the same case cannot be asked for. */
const running: readonly string[] = ['asked', 'approved', 'open'];

/** An investigation with its case, when this actor may see that the case is there; else as if it were not. */
export const ownInvestigation = async (
  tx: Tx,
  actor: StaffActor,
  investigationId: string,
  now: Date,
): Promise<{ readonly row: queries.InvestigationRow; readonly of: CaseAtHand }> => {
  const found = await queries.investigationById(tx, actor.schoolId, investigationId);
  if (found === undefined) throw new AppError('not_found');
  // The case first, as whoever writes to its line holds it.
  const of = await caseForActor(tx, actor, found.case_id, now);
  await queries.lockInvestigation(tx, actor.schoolId, investigationId);
  const row = await queries.investigationById(tx, actor.schoolId, investigationId);
  if (row === undefined) throw new AppError('not_found');
  return { row, of };
};

/** The criteria with what is asked of pupils of this grade, in bokmål. */
export const shownCriteria = (criteria: readonly string[], lowestGrade: number) =>
  investigationQuestionnaire(criteria, lowestGrade).items.map(({ criterionId, direction, text }) => ({
    criterionId,
    direction,
    title: investigationCriteria.find(({ id }) => id === criterionId)?.title.nb ?? criterionId,
    question: text.nb ?? '',
  }));

export const lowestGradeOf = (pupils: readonly { readonly grade: number }[]): number =>
  Math.min(7, ...pupils.map(({ grade }) => grade));

export const describe = async (
  tx: Tx,
  sealer: SchoolSealer,
  actor: StaffActor,
  { row, of }: { readonly row: queries.InvestigationRow; readonly of: CaseAtHand },
  now: Date,
): Promise<Investigation> => {
  const { schoolId, staffId } = actor;
  const { investigation_id: investigationId } = row;
  const listed = await queries.pupilsOf(tx, schoolId, investigationId);
  const readers = await queries.readersOf(tx, schoolId, investigationId);
  const possible = [...new Set(of.people.staff.map((one) => one.staffId))].filter((id) =>
    takesPart(of.people, id),
  );
  const names = await wholeNames(tx, sealer, schoolId, [
    ...new Set([...possible, ...readers, row.asked_by, ...(row.decided_by === null ? [] : [row.decided_by])]),
  ]);
  const person = (id: string) => ({ staffId: id, name: names.get(id) ?? '–' });
  const labels = await pupilLabels(
    tx,
    sealer,
    schoolId,
    listed.map((pupil) => pupil.pupil_id),
  );
  const only = (wanted: (pupil: (typeof listed)[number]) => boolean) => {
    const ids = new Set(listed.filter(wanted).map((pupil) => pupil.pupil_id));
    return labels.filter(({ pupilId }) => ids.has(pupilId));
  };
  const deciders = await holdersOf(tx, schoolId, decidingKinds(of.people), now);
  const holds = mayHold(actor, of.people, readers);
  const isOpen = row.state === 'open';
  return {
    investigationId,
    caseId: of.caseId,
    caseReference: of.reference,
    className: row.class_name,
    // The check constraint allows exactly these states.
    state: row.state as InvestigationState,
    conditions: row.conditions as Investigation['conditions'],
    // Only `ask` writes it, from this shape.
    reasons: JSON.parse(sealer.open(row.content, reasonsPlace(investigationId))) as InvestigationReasons,
    criteria: shownCriteria(row.criteria, lowestGradeOf(listed)),
    pupils: [...labels],
    readers: readers.map(person),
    possibleReaders: possible.map(person).sort((a, b) => a.name.localeCompare(b.name, 'nb')),
    openDays: row.open_days,
    deleteOn: String(row.delete_on),
    askedBy: person(row.asked_by),
    askedAt: row.asked_at.toISOString(),
    decidedBy: row.decided_by === null ? null : person(row.decided_by),
    decidedAt: row.decided_at?.toISOString() ?? null,
    decision: row.decision === null ? null : sealer.open(row.decision, decisionPlace(investigationId)),
    openedAt: row.opened_at?.toISOString() ?? null,
    closesAt: row.closes_at?.toISOString() ?? null,
    endedAt: row.ended_at?.toISOString() ?? null,
    deletedAt: row.deleted_at?.toISOString() ?? null,
    listed: listed.length,
    answered: row.answered ?? listed.filter(({ submitted_at }) => submitted_at !== null).length,
    classCode:
      isOpen && holds && row.class_code !== null
        ? sealer.open(row.class_code, codePlace(investigationId))
        : null,
    missing: isOpen && holds ? only(({ submitted_at }) => submitted_at === null) : [],
    wishes: only(({ talk_with }) => talk_with === staffId),
    may: {
      decide: row.state === 'asked' && decisionOf(actor, of.people, row.asked_by, deciders) === 'may',
      open: row.state === 'approved' && holds && of.facts.stage === 'investigating',
      end: running.includes(row.state) && mayAsk(actor, of.people),
      read: row.state === 'ended' && mayReadAnswers(actor, of.people, readers),
      changeReaders: row.state !== 'deleted' && mayAsk(actor, of.people),
    },
  };
};

const logRead = (tx: Tx, actor: StaffActor, now: Date, caseId: string) =>
  logOpening(tx, actor, now, {
    action: 'investigation.seen',
    subjectKind: 'case',
    subjectId: caseId,
    purpose: 'see what is asked in the case, and why',
  });

export const readInvestigation = (
  deps: Dependencies,
  actor: StaffActor,
  investigationId: string,
): Promise<Investigation> =>
  deps.db.inScope(actor, async (tx, sealer) => {
    const now = deps.now();
    const found = await ownInvestigation(tx, actor, investigationId, now);
    await logRead(tx, actor, now, found.of.caseId);
    return describe(tx, await sealer(), actor, found, now);
  });

/** Why none can be asked for now in this case; nothing when one can. */
export const hindranceOf = (
  of: CaseAtHand,
  before: readonly { readonly state: string }[],
): CaseInvestigations['hindrance'] => {
  if (before.some(({ state }) => running.includes(state))) return 'running';
  return stepOf(of.facts, 'round_asked').allowed ? null : 'stage';
};

export const listInvestigations = (
  deps: Dependencies,
  actor: StaffActor,
  caseId: string,
): Promise<CaseInvestigations> =>
  deps.db.inScope(actor, async (tx) => {
    const of = await caseForActor(tx, actor, caseId, deps.now());
    const found = await queries.investigationsOfCase(tx, actor.schoolId, caseId);
    await logRead(tx, actor, deps.now(), caseId);
    const hindrance = hindranceOf(of, found);
    return {
      investigations: found.map((row) => ({
        investigationId: row.investigation_id,
        state: row.state as InvestigationState,
        className: row.class_name,
        askedAt: row.asked_at.toISOString(),
      })),
      mayAsk: hindrance === null && mayAsk(actor, of.people),
      hindrance,
    };
  });
