import type { FollowUpOverview, FollowUpUnit } from '@samhold/contract';
import type { SchoolSealer, Tx } from '@samhold/db';
import type { StaffActor } from '../access/actor.ts';
import { logOpening } from '../access/log.ts';
import { dayOf } from '../calendar-days.ts';
import { monthOf, yearOf } from '../calendar/days.ts';
import type { Dependencies } from '../dependencies.ts';
import { AppError } from '../errors.ts';
import { shownFigures } from '../national-survey/shown-figures.ts';
import { signalsSince } from '../signals/since.ts';
import { lowThemes } from './low-themes.ts';
import { howSignalsAreSeen, mayReadClass } from './who-may.ts';
import * as queries from './queries.ts';
import { openRecords, standingOf } from './records.ts';
import { stepOfClasses, stepStates, toldIn } from './step-states.ts';

/** Elevundersøkelsen is held on these. */
const isAsked = (grade: number): boolean => grade >= 5 && grade <= 7;

const standing = (rows: readonly queries.FollowUpRow[]) =>
  rows.filter((row) => row.withdrawn_at === null).map(standingOf);

const thisYear = (now: Date): number => yearOf(dayOf(now)) - (monthOf(dayOf(now)) < 8 ? 1 : 0);

/** Where the five steps stand on each grade and in each class of a year: this year when none is asked for. */
export const readOverview = (
  deps: Dependencies,
  actor: StaffActor,
  asked: number | undefined,
): Promise<FollowUpOverview> =>
  deps.db.inScope(actor, async (tx) => {
    const { schoolId } = actor;
    const classes = (await queries.classesByYear(tx, schoolId)).filter(({ grade }) => isAsked(grade));
    const figures = (await shownFigures(tx, schoolId)).filter(
      ({ unit }) => unit === 'class' || unit === 'school',
    );
    const now = thisYear(deps.now());
    const years = [...new Set([now, ...classes.map(({ year }) => year), ...figures.map(({ year }) => year)])];
    const year = asked ?? now;
    const records = await queries.recordsOfYear(tx, schoolId, year);
    return {
      year,
      years: years.toSorted((a, b) => b - a),
      grades: [5, 6, 7].map((grade) => {
        const own = records.filter((row) => row.grade === grade);
        const ofGrade = standing(own.filter((row) => row.class_id === null));
        const inClasses = classes
          .filter((one) => one.year === year && one.grade === grade)
          .map(({ classId, className }) => ({
            ...{ classId, className },
            steps: stepStates('class', standing(own.filter((row) => row.class_id === classId))),
          }));
        const [reports, presented, ...rest] = stepStates('grade', ofGrade);
        const ofClasses = stepOfClasses(inClasses.map(({ steps }) => steps));
        return {
          grade,
          steps: [reports, presented, ofClasses, ...rest].filter((one) => one !== undefined),
          told: toldIn(standing(own)),
          classes: inClasses,
        };
      }),
    };
  });

type Unit = {
  readonly year: number;
  readonly grade: number;
  readonly classId: string | null;
  readonly className: string;
};

const unitOf = async (tx: Tx, sealer: SchoolSealer, schoolId: string, unit: Unit) => {
  const all = await queries.recordsOfYear(tx, schoolId, unit.year);
  const rows = all.filter((row) => row.grade === unit.grade && row.class_id === unit.classId);
  return {
    ...unit,
    steps: stepStates(unit.classId === null ? 'grade' : 'class', standing(rows)),
    told: toldIn(standing(rows)),
    records: await openRecords(tx, sealer, schoolId, rows),
    lowThemes: lowThemes(await shownFigures(tx, schoolId), unit),
  };
};

/** What has been done on a grade with a year of Elevundersøkelsen. */
export const readGradeFollowUp = (
  deps: Dependencies,
  actor: StaffActor,
  grade: number,
  asked: number | undefined,
): Promise<FollowUpUnit> =>
  deps.db.inScope(actor, async (tx, sealer) => {
    const unit = { year: asked ?? thisYear(deps.now()), grade, classId: null, className: '' };
    const found = await unitOf(tx, await sealer(), actor.schoolId, unit);
    return { ...found, signals: null, signalsSince: null };
  });

/**
 * What has been done in a class with its year's Elevundersøkelsen, what it is low on, and its signals since the survey: by name
 * for its contact teacher and the social teacher, without for leadership. It is entered in the log.
 */
export const readClassFollowUp = (
  deps: Dependencies,
  actor: StaffActor,
  classId: string,
): Promise<FollowUpUnit> =>
  deps.db.inScope(actor, async (tx, sealer) => {
    const { schoolId } = actor;
    const found = (await queries.classesByYear(tx, schoolId)).find((one) => one.classId === classId);
    if (found === undefined || !mayReadClass(actor, classId)) throw new AppError('not_found');
    const { year, grade, className } = found;
    // Without a date in the calendar, everything since the year began is listed.
    const signalsFrom = found.surveyOn ?? found.startsOn;
    const school = await sealer();
    const seen = howSignalsAreSeen(actor, classId);
    const signals = await signalsSince(tx, school, schoolId, classId, signalsFrom, seen);
    await logOpening(tx, actor, deps.now(), {
      ...{ action: 'survey-follow-up.read', subjectKind: 'class', subjectId: classId },
      purpose: 'follow up the national survey in the class',
    });
    const unit = await unitOf(tx, school, schoolId, { year, grade, classId, className });
    return { ...unit, signals, signalsSince: signalsFrom };
  });
