import type { SeenInClass } from '@samhold/contract';
import { sql, type Tx } from '@samhold/db';
import { hiddenPupilIds } from '../people/hidden-pupils.ts';

type SignalsInClass = Omit<SeenInClass, 'cases'>;
type Counted = Omit<SignalsInClass, 'atMost'> & { readonly pupils: number; readonly answersKept: boolean };

/**
 * A ceiling in steps of three: 2 for none, one and two. The number itself would tell of a count that a release hides, and that
 * there is nobody would tell as much.
 */
export const ceilingOf = (pupils: number): number => 3 * Math.floor(pupils / 3) + 2;

/**
 * Of how many pupils each class has signals, at most. Where no answers are kept, signals have been deleted with them or there
 * never were any, and nothing is said.
 */
export const seenInClasses = async (tx: Tx, schoolId: string): Promise<SignalsInClass[]> => {
  const hidden = [...(await hiddenPupilIds(tx, schoolId))];
  const { rows } = await sql<Counted>`
    select extract(year from y.starts_on)::int as year, c.class_id as "classId", c.name as "className",
      (select m.grade from class_membership m
        where m.school_id = ${schoolId} and m.class_id = c.class_id
        group by m.grade order by count(*) desc, m.grade limit 1)::int as grade,
      (select count(distinct g.pupil_id) from signal g
         join sitting s on s.school_id = g.school_id and s.sitting_id = g.sitting_id
        where g.school_id = ${schoolId} and s.school_id = ${schoolId} and s.class_id = c.class_id
          and g.no_longer_at is null and g.pupil_id <> all (${hidden}::uuid[]))::int as pupils,
      exists (select from response r
         join sitting s on s.school_id = r.school_id and s.sitting_id = r.sitting_id
        where r.school_id = ${schoolId} and s.school_id = ${schoolId} and s.class_id = c.class_id
          and r.submitted_at is not null) as "answersKept"
      from class c
      join school_year y on y.school_id = c.school_id and y.school_year_id = c.school_year_id
     where c.school_id = ${schoolId} and y.school_id = ${schoolId}
       and exists (select from class_membership m where m.school_id = ${schoolId} and m.class_id = c.class_id)
     order by year, c.name`.execute(tx);
  return rows.map(({ pupils, answersKept, ...of }) => ({
    ...of,
    atMost: answersKept ? ceilingOf(pupils) : null,
  }));
};
