import type { PupilForm, SociogramRound } from '@samhold/contract';
import { sql, type SchoolSealer, type Tx } from '@samhold/db';
import { labelsOf } from '../roster/labels-of.ts';
import { openNames } from '../roster/names.ts';

type Of = { readonly sitting_id: string; readonly pupil_id: string };

/** The same grade's members of the year's other classes, without those on the list of the sitting. */
const mates = (schoolId: string, { sitting_id: sittingId, pupil_id: pupilId }: Of) => sql`
  sitting s
  join class own on own.school_id = s.school_id and own.class_id = s.class_id
  join sitting_pupil me on me.school_id = s.school_id and me.sitting_id = s.sitting_id and me.pupil_id = ${pupilId}
  join class c on c.school_id = own.school_id and c.school_year_id = own.school_year_id and c.class_id <> own.class_id
  join class_membership m on m.school_id = c.school_id and m.class_id = c.class_id and m.grade = me.grade
 where s.school_id = ${schoolId} and s.sitting_id = ${sittingId}
   and not exists (select from sitting_pupil l where l.school_id = s.school_id and l.sitting_id = s.sitting_id
                      and l.pupil_id = m.pupil_id)`;

/**
 * Everyone a pupil can have been offered outside the class, also pupils who have left since or whose name is hidden since:
 * what was chosen on a tablet without a network is not lost by that.
 */
export const gradeMateIds = async (tx: Tx, schoolId: string, of: Of): Promise<readonly string[]> =>
  (
    await sql<{ pupil_id: string }>`select distinct m.pupil_id from ${mates(schoolId, of)}`.execute(tx)
  ).rows.map((row) => row.pupil_id);

/** Grade mates of today by class and label. A hidden pupil is offered in the own class only. */
export const offeredGradeMates = async (
  tx: Tx,
  sealer: SchoolSealer,
  schoolId: string,
  of: Of,
  day: string,
): Promise<PupilForm['gradeMates']> => {
  const { rows } = await sql<{ class_name: string; pupil_id: string }>`
    select c.name as class_name, m.pupil_id from ${mates(schoolId, of)}
       and m.from_on <= ${day} and (m.to_on is null or m.to_on > ${day})
       and not exists (select from hidden_pupil h where h.school_id = m.school_id and h.pupil_id = m.pupil_id)`.execute(
    tx,
  );
  const names = await openNames(
    tx,
    sealer,
    schoolId,
    rows.map((row) => row.pupil_id),
  );
  const nameOf = new Map(names.map((name) => [name.personId, name]));
  return [...Map.groupBy(rows, (row) => row.class_name)]
    .map(([className, members]) => {
      const labels = labelsOf(members.flatMap(({ pupil_id: id }) => nameOf.get(id) ?? []));
      return {
        className,
        pupils: members
          .map(({ pupil_id: pupilId }) => ({ pupilId, label: labels.get(pupilId) ?? '–' }))
          .sort((a, b) => a.label.localeCompare(b.label, 'nb')),
      };
    })
    .sort((a, b) => a.className.localeCompare(b.className, 'nb', { numeric: true }));
};

/**
 * How many others than those on its list each pupil of a sitting chose, by criterion and, with criterion null, on all of
 * them together: never whom.
 */
export const givenOutside = async (
  tx: Tx,
  schoolId: string,
  sittingId: string,
): Promise<SociogramRound['givenOutside']> =>
  (
    await sql<SociogramRound['givenOutside'][number]>`
      select o.criterion_id as "criterionId", r.pupil_id as "pupilId", count(distinct o.nominee_id)::int as count
        from response r
        join outside_nomination o on o.school_id = r.school_id and o.response_id = r.response_id
       where r.school_id = ${schoolId} and r.sitting_id = ${sittingId}
       group by grouping sets ((o.criterion_id, r.pupil_id), (r.pupil_id))
       order by r.pupil_id, o.criterion_id`.execute(tx)
  ).rows;

/** By pupil on the list of a sitting, how many in other classes chose the pupil in the same round. */
export const chosenFromOutside = async (
  tx: Tx,
  schoolId: string,
  sittingId: string,
): Promise<ReadonlyMap<string, number>> => {
  const { rows } = await sql<{ nominee_id: string; choosers: number }>`
    select o.nominee_id, count(distinct r.pupil_id)::int as choosers
      from sitting s
      join sitting other on other.school_id = s.school_id and other.round_id = s.round_id and other.sitting_id <> s.sitting_id
      join response r on r.school_id = other.school_id and r.sitting_id = other.sitting_id
      join outside_nomination o on o.school_id = r.school_id and o.response_id = r.response_id
      join sitting_pupil l on l.school_id = s.school_id and l.sitting_id = s.sitting_id and l.pupil_id = o.nominee_id
     where s.school_id = ${schoolId} and s.sitting_id = ${sittingId}
     group by o.nominee_id`.execute(tx);
  return new Map(rows.map((row) => [row.nominee_id, row.choosers]));
};

/** Whom pupils of these sittings chose outside the list of their own one. For the grade's sociogram only. */
export const chosenOutside = async (tx: Tx, schoolId: string, sittingIds: readonly string[]) => {
  if (sittingIds.length === 0) return [];
  const rows = await tx
    .selectFrom('response as r')
    .innerJoin('outside_nomination as o', (join) =>
      join.onRef('o.school_id', '=', 'r.school_id').onRef('o.response_id', '=', 'r.response_id'),
    )
    .select(['o.criterion_id', 'r.pupil_id', 'o.nominee_id'])
    .where('r.school_id', '=', schoolId)
    .where('r.sitting_id', 'in', sittingIds)
    .orderBy('r.pupil_id')
    .orderBy('o.criterion_id')
    .orderBy('o.nominee_id')
    .execute();
  return rows.map((row) => ({ criterionId: row.criterion_id, from: row.pupil_id, to: row.nominee_id }));
};
