import { randomUUID } from 'node:crypto';
import type { RoundKind, SittingSummary, StartSitting } from '@samhold/contract';
import type { Tx } from '@samhold/db';
import type { StaffActor } from '../access/actor.ts';
import { mayReadNamedResults, mayRunSittings } from '../access/policy.ts';
import { dayOf, endOfDay, writtenDay } from '../calendar-days.ts';
import { addSchoolDays } from '../calendar/school-days.ts';
import { readCalendar } from '../calendar/service.ts';
import type { Dependencies } from '../dependencies.ts';
import { AppError } from '../errors.ts';
import { requireGrounds } from '../grounds/service.ts';
import { classList } from '../roster/service.ts';
import { issueClassCode } from './class-code.ts';
import { insertRound } from './plan.ts';
import * as queries from './queries.ts';

/** Wrong picture codes after which only the teacher can let the pupil try again. */
export const LOCKED_AFTER = 5;
export const kindNames: Readonly<Record<RoundKind, string>> = {
  wellbeing: 'Trivsel',
  sociogram: 'Sosiogram',
};

export const summary = (row: queries.SittingRow): SittingSummary => ({
  sittingId: row.sitting_id,
  roundId: row.round_id,
  // Check constraints allow exactly these kinds and states.
  kind: row.kind as RoundKind,
  name: row.name,
  state: row.state as SittingSummary['state'],
  withClassCode: row.class_code !== null,
  openedAt: row.opened_at.toISOString(),
  closesAt: row.closes_at.toISOString(),
  closedAt: row.closed_at?.toISOString() ?? null,
  listed: row.listed,
  responded: row.responded,
});

/** The sitting, when this actor may run it; else as if it were not there. */
export const runnableSitting = async (
  tx: Tx,
  actor: StaffActor,
  sittingId: string,
): Promise<queries.SittingRow> => {
  const row = await queries.sittingById(tx, actor.schoolId, sittingId);
  if (row === undefined || !mayRunSittings(actor, row.class_id)) throw new AppError('not_found');
  return row;
};

/** The class and its list on a day, when this actor may run sittings there; else as if it were not there. */
export const runnableClass = async (tx: Tx, actor: StaffActor, classId: string, day: string) => {
  const list = mayRunSittings(actor, classId) ? await classList(tx, actor.schoolId, classId, day) : undefined;
  if (list === undefined) throw new AppError('not_found');
  return list;
};

/** The same, when this actor may read the named results of the class. */
export const readableClass = async (tx: Tx, actor: StaffActor, classId: string, day: string) => {
  const list = mayReadNamedResults(actor, classId)
    ? await classList(tx, actor.schoolId, classId, day)
    : undefined;
  if (list === undefined) throw new AppError('not_found');
  return list;
};

/** A closed sitting whose named results this actor may read; else as if it were not there. */
export const readableSitting = async (
  tx: Tx,
  actor: StaffActor,
  sittingId: string,
): Promise<queries.SittingRow> => {
  const row = await queries.sittingById(tx, actor.schoolId, sittingId);
  if (row === undefined || !mayReadNamedResults(actor, row.class_id)) throw new AppError('not_found');
  if (row.state !== 'closed') throw new AppError('sitting_open');
  return row;
};

export type SittingRow = queries.SittingRow;
export const sittingsOfClass = queries.sittingsOfClass;

/** Those of one kind that are done, newest first. */
export const closedSittings = async (
  tx: Tx,
  schoolId: string,
  classId: string,
  kind: RoundKind,
): Promise<readonly SittingRow[]> =>
  (await sittingsOfClass(tx, schoolId, classId)).filter((row) => row.kind === kind && row.state === 'closed');

export type NewSitting = {
  readonly roundId: string;
  readonly classId: string;
  readonly pupils: readonly { readonly pupilId: string; readonly grade: number }[];
  readonly openedAt: Date;
  readonly closesAt: Date;
};

/** Opens a sitting with the class list as it is now. The questionnaire is the one for the lowest grade on the list. */
export const insertSitting = async (tx: Tx, schoolId: string, sitting: NewSitting): Promise<string> => {
  const sittingId = randomUUID();
  const grade = Math.min(...sitting.pupils.map((pupil) => pupil.grade));
  const pin = (await queries.pinsOf(tx, schoolId, sitting.roundId)).find(
    (row) => row.from_grade <= grade && grade <= row.to_grade,
  );
  if (pin === undefined) throw new AppError('round_not_open');
  await tx
    .insertInto('sitting')
    .values({
      school_id: schoolId,
      sitting_id: sittingId,
      round_id: sitting.roundId,
      class_id: sitting.classId,
      questionnaire_id: pin.questionnaire_id,
      questionnaire_version: pin.questionnaire_version,
      state: 'open',
      opened_at: sitting.openedAt,
      closes_at: sitting.closesAt,
    })
    .execute();
  await tx
    .insertInto('sitting_pupil')
    .values(
      sitting.pupils.map(({ pupilId, grade: pupilGrade }) => ({
        school_id: schoolId,
        sitting_id: sittingId,
        pupil_id: pupilId,
        grade: pupilGrade,
      })),
    )
    .execute();
  return sittingId;
};

/** A class belongs to a round by its lowest grade. */
export const isForGrades = (
  round: { readonly from_grade: number; readonly to_grade: number },
  pupils: readonly { readonly grade: number }[],
): boolean => {
  const lowest = Math.min(...pupils.map((pupil) => pupil.grade));
  return round.from_grade <= lowest && lowest <= round.to_grade;
};

const roundToStart = async (
  tx: Tx,
  schoolId: string,
  classId: string,
  yearId: string,
  today: string,
  closesOn: string,
  pupils: readonly { readonly grade: number }[],
  wish: StartSitting,
) => {
  if (wish.roundId === undefined) {
    const name = `${kindNames[wish.kind]} ${writtenDay(today)}`;
    const own = { kind: wish.kind, name, opensOn: today, closesOn, yearId, classId };
    return insertRound(tx, schoolId, wish.settings === undefined ? own : { ...own, settings: wish.settings });
  }
  const round = await queries.holdRound(tx, schoolId, wish.roundId);
  if (round === undefined || round.kind !== wish.kind || (round.class_id ?? classId) !== classId)
    throw new AppError('not_found');
  const inTime = String(round.opens_on) <= today && today <= String(round.closes_on);
  if (round.ended_at !== null || !inTime || !isForGrades(round, pupils)) throw new AppError('round_not_open');
  return wish.roundId;
};

export const startSitting = (
  deps: Dependencies,
  actor: StaffActor,
  classId: string,
  wish: StartSitting,
): Promise<SittingSummary> =>
  deps.db.inScope(actor, async (tx, sealer) => {
    const today = dayOf(deps.now());
    const list = await runnableClass(tx, actor, classId, today);
    if (list.pupils.length === 0) throw new AppError('class_without_pupils');
    await requireGrounds(tx, actor.schoolId, list.yearId);
    await queries.lockClass(tx, actor.schoolId, classId);
    const closesOn = addSchoolDays(await readCalendar(tx, actor.schoolId, list.yearId), today, 5);
    const roundId = await roundToStart(
      tx,
      actor.schoolId,
      classId,
      list.yearId,
      today,
      closesOn,
      list.pupils,
      wish,
    );
    const existing = await queries.sittingsOfClass(tx, actor.schoolId, classId);
    if (
      existing.some((row) => row.round_id === roundId || (row.kind === wish.kind && row.state === 'open'))
    ) {
      throw new AppError('sitting_exists');
    }
    const sittingId = await insertSitting(tx, actor.schoolId, {
      roundId,
      classId,
      pupils: list.pupils,
      openedAt: deps.now(),
      closesAt: endOfDay(closesOn),
    });
    await issueClassCode(tx, deps.keyring, await sealer(), actor.schoolId, sittingId);
    return summary(await runnableSitting(tx, actor, sittingId));
  });
