import type { Tx } from '@samhold/db';
import type { Dependencies } from '../dependencies.ts';
import { tell, tellClasses } from '../notices/service.ts';
import { socialTeachers } from '../talks/service.ts';
import { notRestricted } from './not-restricted.ts';

/** New signals that nobody has judged, by class and round of the school's years that have not ended. */
export const unjudgedSignals = async (tx: Tx, schoolId: string, today: string) => {
  const rows = await tx
    .selectFrom('signal as g')
    .innerJoin('sitting as s', (join) =>
      join.onRef('s.school_id', '=', 'g.school_id').onRef('s.sitting_id', '=', 'g.sitting_id'),
    )
    .innerJoin('class as c', (join) =>
      join.onRef('c.school_id', '=', 's.school_id').onRef('c.class_id', '=', 's.class_id'),
    )
    .innerJoin('school_year as y', (join) =>
      join.onRef('y.school_id', '=', 'c.school_id').onRef('y.school_year_id', '=', 'c.school_year_id'),
    )
    .select(['s.round_id', 's.class_id', 'c.school_year_id'])
    .select((select) => select.fn.min('g.created_at').as('since'))
    .where('g.school_id', '=', schoolId)
    .where('g.state', '=', 'new')
    .where('g.no_longer_at', 'is', null)
    .where('y.ends_on', '>=', today)
    .where(notRestricted)
    .groupBy(['s.round_id', 's.class_id', 'c.school_year_id'])
    .execute();
  return rows.map((row) => ({
    roundId: row.round_id,
    classId: row.class_id,
    yearId: row.school_year_id,
    since: row.since,
  }));
};

/** Reminds those who are contact teachers now, or tells the social teachers; each once for a class and a round. */
export const remindOfSignals = async (
  tx: Tx,
  deps: Dependencies,
  schoolId: string,
  about: {
    readonly roundId: string;
    readonly classId: string;
    readonly to: 'contact_teachers' | 'social_teachers';
  },
): Promise<void> => {
  const { roundId, classId } = about;
  if (about.to === 'contact_teachers') {
    await tellClasses(tx, deps, schoolId, { kind: 'signals_wait', roundId, classIds: [classId] });
    return;
  }
  const staffIds = await socialTeachers(tx, schoolId, deps.now());
  const kind = 'signals_wait_long';
  await tell(
    tx,
    deps,
    schoolId,
    staffIds.map((staffId) => ({ staffId, kind, roundId, classId })),
  );
};
