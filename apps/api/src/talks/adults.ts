import type { ChooseTalkAdults, TalkAdults } from '@samhold/contract';
import type { SchoolSealer, Tx } from '@samhold/db';
import type { StaffActor } from '../access/actor.ts';
import { dayOf } from '../calendar-days.ts';
import type { Dependencies } from '../dependencies.ts';
import { AppError } from '../errors.ts';
import { wholeNames } from '../roster/names.ts';
import { classesOfYear, schoolYearOn } from '../roster/service.ts';
import * as queries from './adult-queries.ts';
import { offeredAdults } from './offered.ts';

const offeredIn = async (tx: Tx, schoolId: string, classIds: readonly string[], now: Date) => {
  const choices = await queries.choicesFor(tx, schoolId, classIds);
  const usual = await queries.usualAdults(tx, schoolId, classIds, now);
  const social = usual.filter(({ kind }) => kind === 'social_teacher').map((row) => row.staff_id);
  return (classId: string): readonly string[] =>
    offeredAdults(
      choices
        .filter(({ class_id: of }) => of === null || of === classId)
        .map((row) => ({
          ofClass: row.class_id !== null,
          contactTeachers: row.contact_teachers,
          staffIds: row.staff_ids,
        })),
      usual
        .filter(({ kind, class_id: of }) => kind === 'contact_teacher' && of === classId)
        .map((row) => row.staff_id),
      social,
    );
};

/** Whom a pupil of the class can ask to talk with. */
export const adultsOfClass = async (
  tx: Tx,
  schoolId: string,
  classId: string,
  now: Date,
): Promise<readonly string[]> => (await offeredIn(tx, schoolId, [classId], now))(classId);

/** Who is told when nobody has opened a wish. */
export const socialTeachers = async (tx: Tx, schoolId: string, now: Date): Promise<readonly string[]> =>
  (await queries.usualAdults(tx, schoolId, [], now)).map((row) => row.staff_id);

const adultsNow = async (tx: Tx, sealer: SchoolSealer, schoolId: string, now: Date): Promise<TalkAdults> => {
  const yearId = await schoolYearOn(tx, schoolId, dayOf(now));
  const classes = yearId === undefined ? [] : [...(await classesOfYear(tx, schoolId, yearId))];
  const classIds = classes.map(([, classId]) => classId);
  const choices = await queries.choicesFor(tx, schoolId, classIds);
  const offered = await offeredIn(tx, schoolId, classIds, now);
  const names = await wholeNames(tx, sealer, schoolId, await queries.activeStaff(tx, schoolId));
  const choiceOf = (classId: string | null) => {
    const row = choices.find(({ class_id: of }) => of === classId);
    return row === undefined ? null : { contactTeachers: row.contact_teachers, staffIds: [...row.staff_ids] };
  };
  return {
    staff: [...names]
      .map(([staffId, name]) => ({ staffId, name }))
      .sort((a, b) => a.name.localeCompare(b.name, 'nb')),
    forAll: choiceOf(null),
    classes: classes
      .map(([name, classId]) => ({
        classId,
        name,
        choice: choiceOf(classId),
        offered: offered(classId).map((staffId) => names.get(staffId) ?? '–'),
      }))
      .sort((a, b) => a.name.localeCompare(b.name, 'nb', { numeric: true })),
  };
};

export const readTalkAdults = (deps: Dependencies, actor: StaffActor): Promise<TalkAdults> =>
  deps.db.inScope(actor, async (tx, sealer) => adultsNow(tx, await sealer(), actor.schoolId, deps.now()));

/** Chooses for one class of the present year, or for all. Somebody must be chosen, of those who work here. */
export const chooseTalkAdults = (
  deps: Dependencies,
  actor: StaffActor,
  { classId, choice }: ChooseTalkAdults,
): Promise<TalkAdults> =>
  deps.db.inScope(actor, async (tx, sealer) => {
    const { schoolId } = actor;
    const before = await adultsNow(tx, await sealer(), schoolId, deps.now());
    if (classId !== null && !before.classes.some((row) => row.classId === classId))
      throw new AppError('not_found');
    const known = new Set(before.staff.map(({ staffId }) => staffId));
    if (choice !== null) {
      const nobody = !choice.contactTeachers && choice.staffIds.length === 0;
      if (nobody || choice.staffIds.some((staffId) => !known.has(staffId)))
        throw new AppError('invalid_request', ['choice']);
    }
    await queries.replaceChoice(tx, schoolId, classId, choice);
    return adultsNow(tx, await sealer(), schoolId, deps.now());
  });
