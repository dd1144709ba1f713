import { sql, type Tx } from '@samhold/db';

export type FollowUpRow = NonNullable<Awaited<ReturnType<typeof lockRecord>>>;

/** Every record of a year, those taken back too, the latest meeting first. */
export const recordsOfYear = (tx: Tx, schoolId: string, year: number) =>
  tx
    .selectFrom('survey_follow_up')
    .selectAll()
    .where('school_id', '=', schoolId)
    .where('year', '=', year)
    .orderBy('held_on', 'desc')
    .orderBy('recorded_at', 'desc')
    .orderBy('follow_up_id')
    .execute();

export const lockRecord = (tx: Tx, schoolId: string, followUpId: string) =>
  tx
    .selectFrom('survey_follow_up')
    .selectAll()
    .where('school_id', '=', schoolId)
    .where('follow_up_id', '=', followUpId)
    .forUpdate()
    .executeTakeFirst();

export const setWithdrawn = (
  tx: Tx,
  schoolId: string,
  followUpId: string,
  by: string | null,
  at: Date | null,
) =>
  tx
    .updateTable('survey_follow_up')
    .set({ withdrawn_by: by, withdrawn_at: at })
    .where('school_id', '=', schoolId)
    .where('follow_up_id', '=', followUpId)
    .execute();

export type ClassOfYear = {
  readonly classId: string;
  readonly className: string;
  readonly year: number;
  readonly startsOn: string;
  /** The grade most of its pupils are in. */
  readonly grade: number;
  /** When Elevundersøkelsen was held that year; null where the calendar does not say. */
  readonly surveyOn: string | null;
};

/** The classes of the school by year, with the grade each is of. */
export const classesByYear = async (tx: Tx, schoolId: string): Promise<readonly ClassOfYear[]> =>
  (
    await sql<ClassOfYear>`
      select c.class_id as "classId", c.name as "className", extract(year from y.starts_on)::int as year,
        y.starts_on::text as "startsOn",
        (select m.grade from class_membership m
          where m.school_id = ${schoolId} and m.class_id = c.class_id
          group by m.grade order by count(*) desc, m.grade limit 1)::int as grade,
        (select min(p.starts_on)::text from calendar_period p
          where p.school_id = ${schoolId} and p.school_year_id = y.school_year_id and p.kind = 'national_survey')
          as "surveyOn"
        from class c
        join school_year y on y.school_id = c.school_id and y.school_year_id = c.school_year_id
       where c.school_id = ${schoolId} and y.school_id = ${schoolId}
         and exists (select from class_membership m where m.school_id = ${schoolId} and m.class_id = c.class_id)
       order by c.name, c.class_id`.execute(tx)
  ).rows;
