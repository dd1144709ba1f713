import { randomUUID } from 'node:crypto';
import type { GradeOpening, GradeOpenings, OpenGrade } from '@samhold/contract';
import type { SchoolSealer, Tx } from '@samhold/db';
import type { StaffActor } from '../access/actor.ts';
import { logOpening } from '../access/log.ts';
import { mayReadNamedResults } from '../access/policy.ts';
import { dayOf } from '../calendar-days.ts';
import type { Dependencies } from '../dependencies.ts';
import { AppError } from '../errors.ts';
import { wholeNames } from '../roster/names.ts';
import { roundSettings } from '../rounds/round-settings.ts';
import { areOpeningDays, stateOn } from './opening-days.ts';
import * as queries from './queries.ts';

const reasonPlace = (openingId: string) =>
  ({ table: 'grade_opening', column: 'reason', row: openingId }) as const;

/** Openings as they are shown, with the reason in words. */
export const viewsOf = async (
  tx: Tx,
  sealer: SchoolSealer,
  schoolId: string,
  rows: readonly queries.OpeningRow[],
  today: string,
): Promise<GradeOpening[]> => {
  const names = await wholeNames(tx, sealer, schoolId, [...new Set(rows.map((row) => row.opened_by))]);
  return rows.map((row) => ({
    openingId: row.opening_id,
    roundId: row.round_id,
    roundName: row.round_name,
    grade: row.grade,
    reason: sealer.open(row.reason, reasonPlace(row.opening_id)),
    fromOn: row.from_on,
    untilOn: row.until_on,
    openedBy: names.get(row.opened_by) ?? '–',
    openedAt: row.opened_at.toISOString(),
    endedAt: row.ended_at?.toISOString() ?? null,
    state: stateOn(row, today),
  }));
};

/** What is open today to the contact teachers of a class; nothing to others. */
export const openToClass = async (
  tx: Tx,
  sealer: SchoolSealer,
  actor: StaffActor,
  classId: string,
  today: string,
): Promise<GradeOpening[]> =>
  mayReadNamedResults(actor, classId)
    ? viewsOf(
        tx,
        sealer,
        actor.schoolId,
        await queries.openingsForClass(tx, actor.schoolId, classId, today),
        today,
      )
    : [];

/** The grades leadership can open, and what it has opened. Names no pupil. */
export const listOpenings = (deps: Dependencies, actor: StaffActor): Promise<GradeOpenings> =>
  deps.db.inScope(actor, async (tx, sealer) => {
    const { schoolId } = actor;
    const rows = await queries.gradesOfRounds(tx, schoolId);
    const rounds = [...Map.groupBy(rows, (row) => row.round_id)].map(([roundId, ofRound]) => ({
      roundId,
      name: ofRound[0]?.name ?? '',
      acrossGrade: roundSettings(ofRound[0]?.settings).nominees === 'grade',
      grades: [...Map.groupBy(ofRound, (row) => row.grade)].map(([grade, classes]) => ({
        grade,
        classes: classes.map((row) => row.class_name),
      })),
    }));
    const opened = await queries.openingsOfSchool(tx, schoolId);
    return { rounds, openings: await viewsOf(tx, await sealer(), schoolId, opened, dayOf(deps.now())) };
  });

const viewOf = async (deps: Dependencies, tx: Tx, sealer: SchoolSealer, schoolId: string, id: string) => {
  const row = await queries.openingById(tx, schoolId, id);
  const [view] = row === undefined ? [] : await viewsOf(tx, sealer, schoolId, [row], dayOf(deps.now()));
  if (view === undefined) throw new AppError('not_found');
  return view;
};

/**
 * Opens a grade's sociogram of a round that at least one class is done with. While an opening of the same grade and round
 * is open or to come, another is refused with `grade_open_already`.
 */
export const openGrade = (deps: Dependencies, actor: StaffActor, wish: OpenGrade): Promise<GradeOpening> =>
  deps.db.inScope(actor, async (tx, sealer) => {
    const { schoolId, staffId } = actor;
    const { roundId, grade, fromOn, untilOn } = wish;
    const today = dayOf(deps.now());
    await queries.lockRound(tx, schoolId, roundId);
    const sittings = await queries.sittingsOfGrade(tx, schoolId, roundId, grade);
    if (!sittings.some(({ state }) => state === 'closed')) throw new AppError('not_found');
    if (!areOpeningDays(fromOn, untilOn, today)) throw new AppError('opening_days');
    const earlier = (await queries.openingsOfSchool(tx, schoolId)).filter(
      (row) => row.round_id === roundId && row.grade === grade,
    );
    if (earlier.some((row) => stateOn(row, today) !== 'over')) throw new AppError('grade_open_already');
    const openingId = randomUUID();
    const school = await sealer();
    await tx
      .insertInto('grade_opening')
      .values({
        school_id: schoolId,
        opening_id: openingId,
        round_id: roundId,
        grade,
        reason: school.seal(wish.reason.trim(), reasonPlace(openingId)),
        from_on: fromOn,
        until_on: untilOn,
        opened_by: staffId,
        opened_at: deps.now(),
      })
      .execute();
    await logOpening(tx, actor, deps.now(), {
      action: 'grade-sociogram.open',
      subjectKind: 'grade opening',
      subjectId: openingId,
      purpose: `opened the sociogram of grade ${grade} to its contact teachers until ${untilOn}`,
    });
    return viewOf(deps, tx, school, schoolId, openingId);
  });

/** Ends an opening from this moment. Twice is as once. */
export const endOpening = (deps: Dependencies, actor: StaffActor, openingId: string): Promise<GradeOpening> =>
  deps.db.inScope(actor, async (tx, sealer) => {
    const { schoolId, staffId } = actor;
    const now = deps.now();
    const ended = await tx
      .updateTable('grade_opening')
      .set({ ended_at: now, ended_by: staffId })
      .where('school_id', '=', schoolId)
      .where('opening_id', '=', openingId)
      .where('ended_at', 'is', null)
      .where('until_on', '>=', dayOf(now))
      .returning('opening_id')
      .execute();
    if (ended.length > 0)
      await logOpening(tx, actor, now, {
        action: 'grade-sociogram.end',
        subjectKind: 'grade opening',
        subjectId: openingId,
        purpose: "ended the opening of a grade's sociogram early",
      });
    return viewOf(deps, tx, await sealer(), schoolId, openingId);
  });
