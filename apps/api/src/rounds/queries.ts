import { sql, type Tx } from '@samhold/db';

/** Keeps the round from being ended until the transaction is done. */
export const holdRound = (tx: Tx, schoolId: string, roundId: string) =>
  tx
    .selectFrom('round')
    .selectAll()
    .where('school_id', '=', schoolId)
    .where('round_id', '=', roundId)
    .forShare()
    .executeTakeFirst();

const planned = (tx: Tx, schoolId: string, roundId: string) =>
  tx
    .selectFrom('round')
    .selectAll()
    .where('school_id', '=', schoolId)
    .where('round_id', '=', roundId)
    .where('class_id', 'is', null)
    .where('opened_at', 'is', null)
    .where('ended_at', 'is', null);

/** A round of the school that has neither opened nor ended. */
export const plannedRound = (tx: Tx, schoolId: string, roundId: string) =>
  planned(tx, schoolId, roundId).executeTakeFirst();

/** The same, for one transaction at a time. */
export const lockPlannedRound = (tx: Tx, schoolId: string, roundId: string) =>
  planned(tx, schoolId, roundId).forUpdate().executeTakeFirst();

export const lockRoundNotEnded = (tx: Tx, schoolId: string, roundId: string) =>
  tx
    .selectFrom('round')
    .select('round_id')
    .where('school_id', '=', schoolId)
    .where('round_id', '=', roundId)
    .where('class_id', 'is', null)
    .where('ended_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();

export const markOpened = (tx: Tx, schoolId: string, roundId: string, at: Date) =>
  tx
    .updateTable('round')
    .set({ opened_at: at })
    .where('school_id', '=', schoolId)
    .where('round_id', '=', roundId)
    .execute();

export const pinsOf = (tx: Tx, schoolId: string, roundId: string) =>
  tx
    .selectFrom('round_questionnaire')
    .selectAll()
    .where('school_id', '=', schoolId)
    .where('round_id', '=', roundId)
    .orderBy('from_grade')
    .execute();

/** Lets one transaction at a time start a sitting of the class or compute its results anew. */
export const lockClass = (tx: Tx, schoolId: string, classId: string) =>
  tx
    .selectFrom('class')
    .select('class_id')
    .where('school_id', '=', schoolId)
    .where('class_id', '=', classId)
    .forUpdate()
    .executeTakeFirst();

const sittings = (tx: Tx, schoolId: string) =>
  tx
    .selectFrom('sitting as s')
    .innerJoin('round as r', (join) =>
      join.onRef('r.school_id', '=', 's.school_id').onRef('r.round_id', '=', 's.round_id'),
    )
    .innerJoin('class as c', (join) =>
      join.onRef('c.school_id', '=', 's.school_id').onRef('c.class_id', '=', 's.class_id'),
    )
    .where('s.school_id', '=', schoolId)
    .select([
      's.sitting_id',
      's.round_id',
      's.class_id',
      's.state',
      's.opened_at',
      's.closes_at',
      's.closed_at',
      's.class_code',
      's.questionnaire_id',
      's.questionnaire_version',
      'r.kind',
      'r.name',
      'r.settings',
      'r.class_id as round_class_id',
      'r.closes_on as round_closes_on',
      'c.name as class_name',
      'c.school_year_id',
    ])
    .select(
      sql<number>`(select count(*)::int from sitting_pupil p where p.school_id = s.school_id and p.sitting_id = s.sitting_id)`.as(
        'listed',
      ),
    )
    .select(
      sql<number>`(select count(*)::int from response a where a.school_id = s.school_id and a.sitting_id = s.sitting_id and a.submitted_at is not null)`.as(
        'responded',
      ),
    );

export type SittingRow = Awaited<ReturnType<typeof sittingsOfClass>>[number];

/** Newest first. */
export const sittingsOfClass = (tx: Tx, schoolId: string, classId: string) =>
  sittings(tx, schoolId).where('s.class_id', '=', classId).orderBy('s.opened_at', 'desc').execute();

export const sittingById = (tx: Tx, schoolId: string, sittingId: string) =>
  sittings(tx, schoolId).where('s.sitting_id', '=', sittingId).executeTakeFirst();

export const sittingIdsOfRound = async (tx: Tx, schoolId: string, roundId: string) =>
  tx
    .selectFrom('sitting as s')
    .innerJoin('class as c', (join) =>
      join.onRef('c.school_id', '=', 's.school_id').onRef('c.class_id', '=', 's.class_id'),
    )
    .select(['s.sitting_id', 's.class_id', 's.state', 'c.name as class_name'])
    .where('s.school_id', '=', schoolId)
    .where('s.round_id', '=', roundId)
    .orderBy('s.sitting_id')
    .execute();

/** True once answers of the sitting have been deleted: what was counted from them stands. */
export const resultsAreKept = async (tx: Tx, schoolId: string, sittingId: string): Promise<boolean> => {
  const row = await tx
    .selectFrom('sitting')
    .select('results_kept_at')
    .where('school_id', '=', schoolId)
    .where('sitting_id', '=', sittingId)
    .executeTakeFirstOrThrow();
  return row.results_kept_at !== null;
};

/** Waits for answers being stored and keeps new ones out until the transaction ends. */
export const lockSitting = (tx: Tx, schoolId: string, sittingId: string) =>
  tx
    .selectFrom('sitting')
    .select(['state', 'code_hash'])
    .where('school_id', '=', schoolId)
    .where('sitting_id', '=', sittingId)
    .forUpdate()
    .executeTakeFirstOrThrow();

export const plannedRounds = (tx: Tx, schoolId: string, classId: string, day: string) =>
  tx
    .selectFrom('round as r')
    .selectAll('r')
    .where('r.school_id', '=', schoolId)
    .where('r.class_id', 'is', null)
    .where('r.ended_at', 'is', null)
    .where('r.opens_on', '<=', day)
    .where('r.closes_on', '>=', day)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('sitting as s')
            .select('s.sitting_id')
            .where('s.school_id', '=', schoolId)
            .where('s.class_id', '=', classId)
            .whereRef('s.round_id', '=', 'r.round_id'),
        ),
      ),
    )
    .orderBy('r.opens_on')
    .execute();

/** Rounds of the school that have not opened and open after the day, the nearest first. */
export const comingRounds = (tx: Tx, schoolId: string, day: string) =>
  tx
    .selectFrom('round')
    .selectAll()
    .where('school_id', '=', schoolId)
    .where('class_id', 'is', null)
    .where('opened_at', 'is', null)
    .where('ended_at', 'is', null)
    .where('opens_on', '>', day)
    .orderBy('opens_on')
    .orderBy('round_id')
    .execute();

export const roundsOfSchool = (tx: Tx, schoolId: string) =>
  tx
    .selectFrom('round as r')
    .innerJoin('school_year as y', (join) =>
      join.onRef('y.school_id', '=', 'r.school_id').onRef('y.school_year_id', '=', 'r.school_year_id'),
    )
    .select(['r.round_id', 'r.kind', 'r.name', 'r.opens_on', 'r.closes_on', 'r.ended_at', 'y.label'])
    .select(['r.opened_at', 'r.school_year_id'])
    .select([
      sql<number>`(select count(*)::int from sitting s where s.school_id = r.school_id and s.round_id = r.round_id)`.as(
        'started',
      ),
      sql<number>`(select count(*)::int from sitting s where s.school_id = r.school_id and s.round_id = r.round_id and s.state = 'closed')`.as(
        'closed',
      ),
      sql<number>`(select count(*)::int from class c where c.school_id = r.school_id and c.school_year_id = r.school_year_id
          and (select min(m.grade) from class_membership m where m.school_id = c.school_id and m.class_id = c.class_id)
            between r.from_grade and r.to_grade)`.as('all_classes'),
      sql<boolean>`exists (select 1 from release l where l.school_id = r.school_id and l.round_id = r.round_id
        and l.audience = 'leadership')`.as('released'),
    ])
    .where('r.school_id', '=', schoolId)
    .where('r.class_id', 'is', null)
    .orderBy('r.opens_on', 'desc')
    .execute();
