import { sql, type Tx } from '@samhold/db';
import type { StaffActor } from '../access/actor.ts';
import { hiddenPupilIds } from '../people/hidden-pupils.ts';
import { ownCases } from './own-cases.ts';

/**
 * How many cases that came up in a class's school year are about the class or pupils of it. Of the cases this actor may open
 * alone: another under § 12-5 is not counted. One that was merged is counted where it went; null for somebody who opens none
 * for want of training.
 */
export const casesInClasses = async (
  tx: Tx,
  actor: StaffActor,
  now: Date,
): Promise<ReadonlyMap<string, number> | null> => {
  if (!actor.trained) return null;
  const { schoolId } = actor;
  const { own } = await ownCases(tx, actor, now);
  const ids = own.flatMap(({ row }) => (row.stage === 'merged' ? [] : [row.case_id]));
  const hidden = [...(await hiddenPupilIds(tx, schoolId))];
  const { rows } = await sql<{ readonly classId: string; readonly cases: number }>`
    select c.class_id as "classId", count(distinct k.case_id)::int as cases
      from school_case k
      join school_year y on y.school_id = k.school_id and k.known_on between y.starts_on and y.ends_on
      join class c on c.school_id = y.school_id and c.school_year_id = y.school_year_id
     where k.school_id = ${schoolId} and y.school_id = ${schoolId} and c.school_id = ${schoolId}
       and k.case_id = any (${ids}::uuid[])
       and (k.class_id = c.class_id or exists (
         select from case_pupil p
           join class_membership m on m.school_id = p.school_id and m.pupil_id = p.pupil_id
          where p.school_id = ${schoolId} and m.school_id = ${schoolId} and p.case_id = k.case_id and m.class_id = c.class_id
            and p.part = 'concerned' and p.removed_at is null and p.pupil_id <> all (${hidden}::uuid[])))
     group by c.class_id`.execute(tx);
  return new Map(rows.map(({ classId, cases }) => [classId, cases]));
};
