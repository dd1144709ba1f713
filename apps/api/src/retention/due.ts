import { sql, type Tx } from '@samhold/db';
import { addDays, yearOf } from '../calendar/days.ts';
import { dayOf } from '../calendar-days.ts';

/** The last day the answers of a school year are kept: the school's month and day (mm-dd), the first one not before the year's end. */
export const lastDayKept = (yearEndsOn: string, answersUntil: string): string => {
  const sameYear = `${yearOf(yearEndsOn)}-${answersUntil}`;
  return sameYear >= yearEndsOn ? sameYear : `${yearOf(yearEndsOn) + 1}-${answersUntil}`;
};

/** How far into a new school year a pupil who is in no class of it is still waited for. */
export const WAIT_DAYS = 60;

/** What of a school is over its time on a day. */
export type Due = {
  readonly schoolId: string;
  readonly now: Date;
  readonly day: string;
  readonly backupsUntil: string;
  readonly sittingIds: readonly string[];
  readonly classIds: readonly string[];
  /** Whose records are restricted or held: they are kept. */
  readonly heldPupils: readonly string[];
  /** In no class of the new school year. */
  readonly leavers: readonly string[];
};

const idsOf = async (query: ReturnType<typeof sql<{ id: string }>>, tx: Tx): Promise<readonly string[]> =>
  (await query.execute(tx)).rows.map((row) => row.id);

/** Sittings of years that are over, once their figures are counted and what leadership sees of them is frozen. */
const sittingsOf = (tx: Tx, schoolId: string, yearIds: readonly string[]): Promise<readonly string[]> =>
  idsOf(
    sql`select s.sitting_id as id from sitting s
          join round r on r.school_id = s.school_id and r.round_id = s.round_id
         where s.school_id = ${schoolId} and r.school_year_id = any(${yearIds}::uuid[])
           and s.state = 'closed' and (r.class_id is not null or r.ended_at is not null)`,
    tx,
  );

const leaversOf = (
  tx: Tx,
  schoolId: string,
  over: readonly string[],
  dayBefore: string,
): Promise<readonly string[]> =>
  idsOf(
    sql`select p.pupil_id as id from pupil p
         where p.school_id = ${schoolId}
           and not exists (
             select from class_membership m join class c on c.school_id = m.school_id and c.class_id = m.class_id
              where m.school_id = p.school_id and m.pupil_id = p.pupil_id and c.school_year_id <> all(${over}::uuid[]))
           and exists (select from class_membership m where m.school_id = p.school_id and m.pupil_id = p.pupil_id)
           and exists (
             select from class_membership m join class c on c.school_id = m.school_id and c.class_id = m.class_id
               join school_year y on y.school_id = c.school_id and y.school_year_id = c.school_year_id
              where m.school_id = p.school_id and y.school_year_id <> all(${over}::uuid[]) and y.starts_on < ${dayBefore}::date)`,
    tx,
  );

export const heldPupils = (tx: Tx, schoolId: string): Promise<readonly string[]> =>
  idsOf(
    sql`select distinct pupil_id as id from pupil_hold where school_id = ${schoolId} and ended_at is null`,
    tx,
  );

/** What is over its time today, or undefined when the school has been gone through today. */
export const readDue = async (tx: Tx, schoolId: string, now: Date): Promise<Due | undefined> => {
  const day = dayOf(now);
  const school = await tx
    .selectFrom('school')
    .select(['answers_until', 'backups_kept_days', sql<string | null>`purged_on::text`.as('purged_on')])
    .where('school_id', '=', schoolId)
    .executeTakeFirstOrThrow();
  if (school.purged_on !== null && school.purged_on >= day) return undefined;
  const years = await tx
    .selectFrom('school_year')
    .select(['school_year_id', sql<string>`ends_on::text`.as('ends_on')])
    .where('school_id', '=', schoolId)
    .execute();
  const over = years
    .filter((year) => lastDayKept(year.ends_on, school.answers_until) < day)
    .map((year) => year.school_year_id);
  const classIds = await idsOf(
    sql`select class_id as id from class where school_id = ${schoolId} and school_year_id = any(${over}::uuid[])`,
    tx,
  );
  return {
    ...{ schoolId, now, day },
    backupsUntil: addDays(day, school.backups_kept_days),
    sittingIds: over.length === 0 ? [] : await sittingsOf(tx, schoolId, over),
    classIds,
    heldPupils: await heldPupils(tx, schoolId),
    leavers: over.length === 0 ? [] : await leaversOf(tx, schoolId, over, addDays(day, -WAIT_DAYS)),
  };
};
