import { randomUUID } from 'node:crypto';
import type { PlanRound, RoundKind, RoundOverview, RoundSettings } from '@samhold/contract';
import type { Tx } from '@samhold/db';
import type { StaffActor } from '../access/actor.ts';
import { dayOf } from '../calendar-days.ts';
import type { Dependencies } from '../dependencies.ts';
import { AppError } from '../errors.ts';
import { currentQuestionnaires } from '../questionnaires/service.ts';
import { schoolYearOn } from '../roster/service.ts';
import * as queries from './queries.ts';

export const defaultSettings = (kind: RoundKind): RoundSettings => ({
  criteria: kind === 'sociogram' ? ['recess', 'work', 'sit-beside'] : [],
  maxChoices: 5,
});

const checkSettings = (kind: RoundKind, settings: RoundSettings): void => {
  const known = new Set(
    currentQuestionnaires(kind).flatMap((questionnaire) =>
      questionnaire.items.flatMap((item) => (item.type === 'nomination' ? [item.criterionId] : [])),
    ),
  );
  const wrong = settings.criteria.filter(
    (criterion) => !known.has(criterion as typeof known extends Set<infer C> ? C : never),
  );
  const empty = kind === 'sociogram' && settings.criteria.length === 0;
  if (empty || wrong.length > 0) throw new AppError('invalid_request', ['criteria']);
};

export type NewRound = PlanRound & { readonly yearId: string; readonly classId?: string };

/** A round that pins the newest questionnaires of its kind for all grades. */
export const insertRound = async (tx: Tx, schoolId: string, round: NewRound): Promise<string> => {
  const settings = round.settings ?? defaultSettings(round.kind);
  checkSettings(round.kind, settings);
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
      opens_on: round.opensOn,
      closes_on: round.closesOn,
      settings: JSON.stringify(settings),
    })
    .execute();
  await tx
    .insertInto('round_questionnaire')
    .values(
      currentQuestionnaires(round.kind).map((questionnaire) => ({
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

export const listRounds = (deps: Dependencies, actor: StaffActor): Promise<readonly RoundOverview[]> =>
  deps.db.inScope(actor, (tx) => overviews(tx, actor.schoolId));

export const overviews = async (tx: Tx, schoolId: string): Promise<readonly RoundOverview[]> =>
  (await queries.roundsOfSchool(tx, schoolId)).map((row) => ({
    roundId: row.round_id,
    // The column's check constraint allows exactly these kinds.
    kind: row.kind as RoundKind,
    name: row.name,
    schoolYear: row.label,
    opensOn: String(row.opens_on),
    closesOn: String(row.closes_on),
    endedAt: row.ended_at?.toISOString() ?? null,
    classes: { started: row.started, closed: row.closed, all: row.all_classes },
    released: row.released,
  }));

export const planRound = (deps: Dependencies, actor: StaffActor, round: PlanRound): Promise<RoundOverview> =>
  deps.db.inScope(actor, async (tx) => {
    if (round.opensOn > round.closesOn || round.closesOn < dayOf(deps.now()))
      throw new AppError('invalid_request', ['closesOn']);
    const yearId = await schoolYearOn(tx, actor.schoolId, round.opensOn);
    if (yearId === undefined) throw new AppError('invalid_request', ['opensOn']);
    const roundId = await insertRound(tx, actor.schoolId, { ...round, yearId });
    const made = (await overviews(tx, actor.schoolId)).find((overview) => overview.roundId === roundId);
    if (made === undefined) throw new Error('The round that was just planned is not listed.');
    return made;
  });
