import { sql, type Tx } from '@samhold/db';

/** The rounds of the whole school that have not ended, first to open first. */
export const roundsNotEnded = (tx: Tx, schoolId: string) =>
  tx
    .selectFrom('round as r')
    .select(['r.round_id', 'r.school_year_id', 'r.opens_on', 'r.closes_on', 'r.opened_at'])
    .select(
      sql<boolean>`exists (select 1 from sitting s where s.school_id = r.school_id and s.round_id = r.round_id)`.as(
        'started',
      ),
    )
    .where('r.school_id', '=', schoolId)
    .where('r.class_id', 'is', null)
    .where('r.ended_at', 'is', null)
    .orderBy('r.opens_on')
    .orderBy('r.round_id')
    .execute();

/** The sittings that are open, of rounds of the school and of classes' own. */
export const openSittings = (tx: Tx, schoolId: string) =>
  tx
    .selectFrom('sitting as s')
    .innerJoin('round as r', (join) =>
      join.onRef('r.school_id', '=', 's.school_id').onRef('r.round_id', '=', 's.round_id'),
    )
    .select(['s.sitting_id', 's.opened_at', 's.closes_at', 'r.school_year_id'])
    .select(
      sql<boolean>`exists (select 1 from sitting_pupil p where p.school_id = s.school_id and p.sitting_id = s.sitting_id
        and not exists (select 1 from response a where a.school_id = p.school_id and a.sitting_id = p.sitting_id
          and a.pupil_id = p.pupil_id and a.submitted_at is not null))`.as('pupils_missing'),
    )
    .where('s.school_id', '=', schoolId)
    .where('s.state', '=', 'open')
    .orderBy('s.closes_at')
    .orderBy('s.sitting_id')
    .execute();
