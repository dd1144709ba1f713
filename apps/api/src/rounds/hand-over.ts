import { sql, type Tx } from '@samhold/db';
import type { Dependencies } from '../dependencies.ts';
import { contactTeachersOf, tell, tellStaff } from '../notices/service.ts';

/** What ended longer ago is nobody's news. */
const HAND_BACK_WITHIN = 14 * 86_400_000;

/** Sittings that run in a class which somebody stands in for, or has stood in for. */
const runningSittings = (tx: Tx, schoolId: string, at: Date) =>
  tx
    .selectFrom('relation as r')
    .innerJoin('staff_member as m', (join) =>
      join.onRef('m.school_id', '=', 'r.school_id').onRef('m.staff_id', '=', 'r.staff_id'),
    )
    .innerJoin('sitting as s', (join) =>
      join.onRef('s.school_id', '=', 'r.school_id').onRef('s.class_id', '=', 'r.class_id'),
    )
    .where('r.school_id', '=', schoolId)
    .where('r.kind', '=', 'substitute')
    .where('r.confirmed_at', 'is not', null)
    .where('r.from_at', '<=', at)
    .where('s.state', '=', 'open');

/** Lets those who stand in for a class know that a sitting runs, also when it began before they came. */
export const handOver = async (tx: Tx, deps: Dependencies, schoolId: string): Promise<void> => {
  const now = deps.now();
  const rows = await runningSittings(tx, schoolId, now)
    .select(['r.staff_id', 's.round_id', 's.class_id'])
    .distinct()
    .where('r.to_at', '>', now)
    .where('m.active', '=', true)
    .where(
      sql<boolean>`not exists (select from notice n where n.school_id = r.school_id and n.staff_id = r.staff_id
        and n.kind = 'round_opened' and n.round_id = s.round_id and n.class_id = s.class_id)`,
    )
    .execute();
  const notices = rows.map(({ staff_id: staffId, round_id: roundId, class_id: classId }) => ({
    ...{ staffId, roundId, classId },
    kind: 'round_opened' as const,
  }));
  await tell(tx, deps, schoolId, notices);
};

/** Hands what still runs back to the contact teachers when nobody stands in for them any more. */
export const handBack = async (tx: Tx, deps: Dependencies, schoolId: string): Promise<void> => {
  const now = deps.now();
  const rows = await runningSittings(tx, schoolId, now)
    .select(['s.round_id', 's.class_id'])
    .select((select) => select.fn.max('r.to_at').as('ended_at'))
    .whereRef('s.opened_at', '<', 'r.to_at')
    .groupBy(['s.round_id', 's.class_id'])
    .having(sql<boolean>`max(r.to_at) <= ${now}`)
    .having(sql<boolean>`max(r.to_at) > ${new Date(now.getTime() - HAND_BACK_WITHIN)}`)
    .execute();
  for (const { round_id: roundId, class_id: classId, ended_at: endedAt } of rows) {
    if (endedAt === null) continue;
    const staffIds = await contactTeachersOf(tx, schoolId, classId, now);
    const told = await tx
      .selectFrom('notice')
      .select('staff_id')
      .where('school_id', '=', schoolId)
      .where('kind', '=', 'handed_back')
      .where('round_id', '=', roundId)
      .where('class_id', '=', classId)
      .where('made_at', '>=', endedAt)
      .execute();
    const knowing = new Set(told.map((row) => row.staff_id));
    await tellStaff(tx, deps, schoolId, {
      ...{ kind: 'handed_back', roundId, classId },
      staffIds: staffIds.filter((staffId) => !knowing.has(staffId)),
    });
  }
};
