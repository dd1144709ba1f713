import type { Tx } from '@samhold/db';
import { SCHOOL_DAYS_OPEN } from '../calendar/plan/planned-round.ts';
import { addSchoolDays, type SchoolCalendar } from '../calendar/school-days.ts';
import { readCalendar } from '../calendar/service.ts';
import { dayOf, endOfDay } from '../calendar-days.ts';
import { missingGrounds } from '../grounds/service.ts';
import { classesOfYear, classList } from '../roster/service.ts';
import * as queries from './queries.ts';
import { insertSitting, isForGrades } from './sittings.ts';

/** Late on the fifth school day after `day`, and never after the round's own last day. */
const closingOf = (calendar: SchoolCalendar, day: string, closesOn: string): Date => {
  const fifth = addSchoolDays(calendar, day, SCHOOL_DAYS_OPEN);
  return endOfDay(fifth < closesOn ? fifth : closesOn);
};

type ClassWithPupils = NonNullable<Awaited<ReturnType<typeof classList>>> & { readonly lowestGrade: number };

type PlannedRound = NonNullable<Awaited<ReturnType<typeof queries.plannedRound>>>;

/** The classes of the round's year that have pupils on a day, whose lowest grade is among the round's, by id. */
const classesOf = async (
  tx: Tx,
  schoolId: string,
  round: PlannedRound,
  day: string,
): Promise<readonly ClassWithPupils[]> => {
  const found: ClassWithPupils[] = [];
  for (const classId of [...(await classesOfYear(tx, schoolId, round.school_year_id)).values()].sort()) {
    const list = await classList(tx, schoolId, classId, day);
    if (list === undefined || list.pupils.length === 0 || !isForGrades(round, list.pupils)) continue;
    found.push({ ...list, lowestGrade: Math.min(...list.pupils.map((pupil) => pupil.grade)) });
  }
  return found;
};

/** The classes that would answer a planned round if it opened now. */
export const classesThatWillAnswer = async (
  tx: Tx,
  schoolId: string,
  roundId: string,
  now: Date,
): Promise<readonly string[]> => {
  const round = await queries.plannedRound(tx, schoolId, roundId);
  if (round === undefined) return [];
  return (await classesOf(tx, schoolId, round, dayOf(now))).map(({ classId }) => classId);
};

/**
 * Opens a planned round: from now on it is open, and each class of its grades has an open sitting without a class code.
 * A class that is already answering one of the same kind, or has begun this one, is left as it is. Returns the classes
 * that answer it, or nothing when the round was opened, ended or taken away before, or may not open (P1).
 */
export const openRoundInScope = async (
  tx: Tx,
  schoolId: string,
  roundId: string,
  now: Date,
): Promise<readonly string[] | undefined> => {
  const planned = await queries.plannedRound(tx, schoolId, roundId);
  if (planned === undefined) return undefined;
  if ((await missingGrounds(tx, schoolId, planned.school_year_id)).length > 0) return undefined;
  const calendar = await readCalendar(tx, schoolId, planned.school_year_id);
  const day = dayOf(now);
  const classes = await classesOf(tx, schoolId, planned, day);
  // Classes before the round, as a teacher who starts a sitting holds them.
  for (const { classId } of classes) await queries.lockClass(tx, schoolId, classId);
  const round = await queries.lockPlannedRound(tx, schoolId, roundId);
  if (round === undefined) return undefined;
  await queries.markOpened(tx, schoolId, roundId, now);
  const pins = await queries.pinsOf(tx, schoolId, roundId);
  const answering: string[] = [];
  for (const { classId, lowestGrade, pupils } of classes) {
    const sittings = await queries.sittingsOfClass(tx, schoolId, classId);
    if (sittings.some((sitting) => sitting.round_id === roundId)) answering.push(classId);
    else if (
      pins.some((pin) => pin.from_grade <= lowestGrade && lowestGrade <= pin.to_grade) &&
      !sittings.some((sitting) => sitting.kind === round.kind && sitting.state === 'open')
    ) {
      const closesAt = closingOf(calendar, day, String(round.closes_on));
      await insertSitting(tx, schoolId, { roundId, classId, pupils, openedAt: now, closesAt });
      answering.push(classId);
    }
  }
  return answering;
};

export const markOpened = queries.markOpened;
