import { sql, type Tx } from '@samhold/db';
import { heldAt } from '../access/held-at.ts';
import { dayOf } from '../calendar-days.ts';
import { notRestricted } from './not-restricted.ts';

export type UnjudgedSignals = {
  readonly roundId: string;
  readonly classId: string;
  readonly yearId: string;
  readonly since: Date;
  /** Somebody who is contact teacher of the class now has not been reminded. */
  readonly teachersUntold: boolean;
  /** Somebody who is social teacher now has not been told. */
  readonly socialTeachersUntold: boolean;
};

/** Of those who hold the relation now, one has no such notice about the class and the round, called u. */
const somebodyUntold = (kind: string, isTheirs: ReturnType<typeof sql>, at: Date) => sql`exists (
  select from relation r
    join staff_member m on m.school_id = r.school_id and m.staff_id = r.staff_id and m.active
   where r.school_id = u.school_id and ${isTheirs} and ${heldAt(at)}
     and not exists (select from notice n
                      where n.school_id = r.school_id and n.staff_id = r.staff_id and n.kind = ${kind}
                        and n.round_id = u.round_id and n.class_id = u.class_id))`;

/** New signals that nobody has judged, by class and round of the school's years that have not ended, and whom to tell of them still. */
export const unjudgedSignals = async (
  tx: Tx,
  schoolId: string,
  at: Date,
): Promise<readonly UnjudgedSignals[]> => {
  const found = await sql<UnjudgedSignals>`
    select u.round_id as "roundId", u.class_id as "classId", u.school_year_id as "yearId", u.since,
           ${somebodyUntold('signals_wait', sql`r.kind = 'contact_teacher' and r.class_id = u.class_id`, at)} as "teachersUntold",
           ${somebodyUntold('signals_wait_long', sql`r.kind = 'social_teacher'`, at)} as "socialTeachersUntold"
      from (select g.school_id, s.round_id, s.class_id, c.school_year_id, min(g.created_at) as since
              from signal g
              join sitting s on s.school_id = g.school_id and s.sitting_id = g.sitting_id
              join class c on c.school_id = s.school_id and c.class_id = s.class_id
              join school_year y on y.school_id = c.school_id and y.school_year_id = c.school_year_id
             where g.school_id = ${schoolId} and g.state = 'new' and g.no_longer_at is null
               and y.ends_on >= ${dayOf(at)} and ${notRestricted}
             group by 1, 2, 3, 4) u`.execute(tx);
  return found.rows;
};
