import { sql, type Tx } from '@samhold/db';
import { notRestricted } from './not-restricted.ts';

/** Every signal of the school that still holds, newest first. */
export const signalsOfSchool = (tx: Tx, schoolId: string) =>
  tx
    .selectFrom('signal as g')
    .innerJoin('sitting as s', (join) =>
      join.onRef('s.school_id', '=', 'g.school_id').onRef('s.sitting_id', '=', 'g.sitting_id'),
    )
    .innerJoin('round as r', (join) =>
      join.onRef('r.school_id', '=', 's.school_id').onRef('r.round_id', '=', 's.round_id'),
    )
    .innerJoin('class as c', (join) =>
      join.onRef('c.school_id', '=', 's.school_id').onRef('c.class_id', '=', 's.class_id'),
    )
    .select(['g.signal_id', 'g.sitting_id', 'g.pupil_id', 'g.evidence', 'g.state', 'g.created_at'])
    .select(['c.class_id', 'c.name as class_name', 'r.round_id', 'r.name as round_name'])
    .select(
      sql<number>`coalesce((select min(m.grade) from class_membership m
        where m.school_id = c.school_id and m.class_id = c.class_id), 0)`.as('grade'),
    )
    .where('g.school_id', '=', schoolId)
    .where('g.no_longer_at', 'is', null)
    .where(notRestricted)
    .orderBy('g.created_at', 'desc')
    .orderBy('g.signal_id')
    .execute();

/** What was computed of each sitting, the newest round first. */
export const summariesOfSchool = (tx: Tx, schoolId: string) =>
  tx
    .selectFrom('signal_summary as y')
    .innerJoin('sitting as s', (join) =>
      join.onRef('s.school_id', '=', 'y.school_id').onRef('s.sitting_id', '=', 'y.sitting_id'),
    )
    .innerJoin('round as r', (join) =>
      join.onRef('r.school_id', '=', 's.school_id').onRef('r.round_id', '=', 's.round_id'),
    )
    .select(['y.sitting_id', 'y.figures', 'r.round_id', 'r.name as round_name'])
    .where('y.school_id', '=', schoolId)
    .orderBy('r.opens_on', 'desc')
    .orderBy('r.round_id')
    .execute();

/** When staff were reminded of the signals of a class and a round, the first time. */
export const remindersOf = (tx: Tx, schoolId: string) =>
  tx
    .selectFrom('notice')
    .select(({ fn }) => ['kind', 'class_id', 'round_id', fn.min('made_at').as('made_at')])
    .where('school_id', '=', schoolId)
    .where('kind', 'in', ['signals_wait', 'signals_wait_long'])
    .groupBy(['kind', 'class_id', 'round_id'])
    .execute();
