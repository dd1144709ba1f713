import { sql, type Tx } from '@samhold/db';
import { heldAt } from '../access/held-at.ts';

export type ListedClass = {
  readonly classId: string;
  readonly name: string;
  readonly pupils: number;
  /** Pupils with a badge in use or a picture code of their own. */
  readonly getIn: number;
};

/** The classes of a year with pupils on a day, by name. */
export const classesWithPupils = async (
  tx: Tx,
  schoolId: string,
  schoolYearId: string,
  day: string,
): Promise<readonly ListedClass[]> => {
  const { rows } = await sql<ListedClass>`
    select c.class_id as "classId", c.name, count(*)::integer as pupils,
        count(*) filter (where p.picture_code is not null or exists (select from badge b
          where b.school_id = p.school_id and b.pupil_id = p.pupil_id and b.revoked_at is null))::integer as "getIn"
      from class c
      join class_membership m on m.school_id = c.school_id and m.class_id = c.class_id
        and m.from_on <= ${day} and (m.to_on is null or m.to_on > ${day})
      join pupil p on p.school_id = m.school_id and p.pupil_id = m.pupil_id
     where c.school_id = ${schoolId} and c.school_year_id = ${schoolYearId}
     group by c.class_id, c.name
     order by c.name`.execute(tx);
  return rows;
};

export type Holder = {
  readonly staffId: string;
  readonly kind: string;
  readonly classId: string | null;
  readonly trained: boolean;
  readonly signsIn: boolean;
};

/** The relations that active people hold on a moment; also those who open named data without having been trained. */
export const holders = async (tx: Tx, schoolId: string, now: Date): Promise<readonly Holder[]> => {
  const { rows } = await sql<Holder>`
    select r.staff_id as "staffId", r.kind, r.class_id as "classId", m.trained_on is not null as trained,
        exists (select from staff_identity i where i.school_id = m.school_id and i.staff_id = m.staff_id)
          or exists (select from local_account a where a.school_id = m.school_id and a.staff_id = m.staff_id
                        and a.first_until is null) as "signsIn"
      from relation r
      join staff_member m on m.school_id = r.school_id and m.staff_id = r.staff_id
     where r.school_id = ${schoolId} and m.active and ${heldAt(now)}`.execute(tx);
  return rows;
};

/** Somebody has looked at the calendar of a year: changed a period, or planned a round in it. */
export const calendarWasTouched = async (
  tx: Tx,
  schoolId: string,
  schoolYearId: string,
): Promise<boolean> => {
  const period = await tx
    .selectFrom('calendar_period')
    .select('period_id')
    .where('school_id', '=', schoolId)
    .where('school_year_id', '=', schoolYearId)
    .where('source', '<>', 'template')
    .limit(1)
    .executeTakeFirst();
  return period !== undefined;
};

/** Rounds of the school in a year that have not ended, the next first. */
export const roundsAhead = (tx: Tx, schoolId: string, schoolYearId: string, today: string) =>
  tx
    .selectFrom('round')
    .select(['kind', 'name', 'opens_on', 'closes_on', 'opened_at'])
    .where('school_id', '=', schoolId)
    .where('school_year_id', '=', schoolYearId)
    .where('class_id', 'is', null)
    .where('ended_at', 'is', null)
    .where('closes_on', '>=', today)
    .orderBy('opens_on')
    .orderBy('name')
    .execute();

export const roundsOfYear = async (tx: Tx, schoolId: string, schoolYearId: string): Promise<number> =>
  Number(
    (
      await tx
        .selectFrom('round')
        .select((select) => select.fn.countAll().as('count'))
        .where('school_id', '=', schoolId)
        .where('school_year_id', '=', schoolYearId)
        .where('class_id', 'is', null)
        .executeTakeFirstOrThrow()
    ).count,
  );

/** When the owner's sign-in method was last tried and held. */
export const methodTestedAt = async (tx: Tx, schoolId: string): Promise<Date | null> =>
  (
    await tx
      .selectFrom('school as s')
      .innerJoin('sign_in_method as m', 'm.owner_id', 's.owner_id')
      .select('m.tested_at')
      .where('s.school_id', '=', schoolId)
      .executeTakeFirst()
  )?.tested_at ?? null;

export const signsIn = async (tx: Tx, schoolId: string, staffId: string): Promise<boolean> =>
  (await tx
    .selectFrom('staff_identity')
    .select('staff_id')
    .where('school_id', '=', schoolId)
    .where('staff_id', '=', staffId)
    .limit(1)
    .executeTakeFirst()) !== undefined;
