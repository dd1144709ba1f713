import { randomUUID } from 'node:crypto';
import type { PlanRound, RoundKind, RoundList, RoundOverview, RoundSettings } from '@samhold/contract';
import type { Tx } from '@samhold/db';
import type { StaffActor } from '../access/actor.ts';
import { dayOf } from '../calendar-days.ts';
import { SCHOOL_DAYS_OPEN } from '../calendar/plan/planned-round.ts';
import { addSchoolDays, isSchoolDay } from '../calendar/school-days.ts';
import { readCalendar } from '../calendar/service.ts';
import type { Dependencies } from '../dependencies.ts';
import { AppError } from '../errors.ts';
import { missingGrounds } from '../grounds/service.ts';
import { criteriaOf, criteriaToAsk, currentQuestionnaires, holdVersions } from '../questionnaires/service.ts';
import { schoolYearOn } from '../roster/service.ts';
import * as queries from './queries.ts';

const checkSettings = (kind: RoundKind, settings: RoundSettings, known: readonly string[]): void => {
  const wrong = settings.criteria.filter((criterion) => !known.includes(criterion));
  const empty = kind === 'sociogram' && settings.criteria.length === 0;
  if (empty || wrong.length > 0) throw new AppError('invalid_request', ['criteria']);
};

export type NewRound = PlanRound & {
  readonly closesOn: string;
  readonly yearId: string;
  readonly classId?: string;
};

/**
 * A round that pins the newest questionnaires of its kind for all grades: a class of mixed grades may hold others than the
 * round's own.
 */
export const insertRound = async (tx: Tx, schoolId: string, round: NewRound): Promise<string> => {
  await holdVersions(tx, schoolId, 'shared');
  const current = await currentQuestionnaires(tx, schoolId, round.kind);
  const known = criteriaOf(current);
  const settings = round.settings ?? { criteria: known, maxChoices: 5 };
  checkSettings(round.kind, settings, known);
  const roundId = randomUUID();
  await tx
    .insertInto('round')
    .values({
      school_id: schoolId,
      round_id: roundId,
      school_year_id: round.yearId,
      class_id: round.classId ?? null,
      kind: round.kind,
      name: round.name,
      from_grade: round.fromGrade ?? 1,
      to_grade: round.toGrade ?? 7,
      opens_on: round.opensOn,
      closes_on: round.closesOn,
      settings: JSON.stringify(settings),
    })
    .execute();
  await tx
    .insertInto('round_questionnaire')
    .values(
      current.map((questionnaire) => ({
        school_id: schoolId,
        round_id: roundId,
        from_grade: questionnaire.grades.from,
        to_grade: questionnaire.grades.to,
        questionnaire_id: questionnaire.id,
        questionnaire_version: questionnaire.version,
      })),
    )
    .execute();
  return roundId;
};

export const listRounds = (deps: Dependencies, actor: StaffActor): Promise<RoundList> =>
  deps.db.inScope(actor, async (tx) => ({
    rounds: [...(await overviews(tx, actor.schoolId))],
    criteria: await criteriaToAsk(tx, actor.schoolId),
  }));

export const overviews = async (tx: Tx, schoolId: string): Promise<readonly RoundOverview[]> => {
  const rows = await queries.roundsOfSchool(tx, schoolId);
  const unprepared = new Set<string>();
  for (const yearId of new Set(rows.map((row) => row.school_year_id)))
    if ((await missingGrounds(tx, schoolId, yearId)).length > 0) unprepared.add(yearId);
  return rows.map((row) => ({
    roundId: row.round_id,
    // The column's check constraint allows exactly these kinds.
    kind: row.kind as RoundKind,
    name: row.name,
    schoolYear: row.label,
    opensOn: String(row.opens_on),
    closesOn: String(row.closes_on),
    openedAt: row.opened_at?.toISOString() ?? null,
    endedAt: row.ended_at?.toISOString() ?? null,
    prepared: !unprepared.has(row.school_year_id),
    classes: { started: row.started, closed: row.closed, all: row.all_classes },
    released: row.released,
  }));
};

export const planRound = (deps: Dependencies, actor: StaffActor, round: PlanRound): Promise<RoundOverview> =>
  deps.db.inScope(actor, async (tx) => {
    const yearId = await schoolYearOn(tx, actor.schoolId, round.opensOn);
    if (yearId === undefined) throw new AppError('round_outside_year', [round.opensOn]);
    const calendar = await readCalendar(tx, actor.schoolId, yearId);
    const closesOn = round.closesOn ?? addSchoolDays(calendar, round.opensOn, SCHOOL_DAYS_OPEN);
    if (round.opensOn > closesOn || closesOn < dayOf(deps.now()))
      throw new AppError('invalid_request', ['closesOn']);
    if ((round.fromGrade ?? 1) > (round.toGrade ?? 7)) throw new AppError('invalid_request', ['toGrade']);
    for (const day of [round.opensOn, closesOn]) {
      if (!isSchoolDay(calendar, day)) throw new AppError('not_a_school_day', [day]);
    }
    const roundId = await insertRound(tx, actor.schoolId, { ...round, closesOn, yearId });
    const made = (await overviews(tx, actor.schoolId)).find((overview) => overview.roundId === roundId);
    if (made === undefined) throw new Error('The round that was just planned is not listed.');
    return made;
  });
