import { sql, type Tx } from '@samhold/db';

export type PeriodKind = 'free' | 'national_survey' | 'municipal_survey';
export type PeriodSource = 'template' | 'calendar_file' | 'staff';

export type Period = {
  readonly periodId: string;
  readonly kind: PeriodKind;
  readonly name: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly fromGrade: number;
  readonly toGrade: number;
  readonly source: PeriodSource;
};

export type Term = {
  readonly number: number;
  readonly name: string;
  readonly startsOn: string;
  readonly endsOn: string;
};

export type SchoolYear = {
  readonly yearId: string;
  readonly label: string;
  readonly startsOn: string;
  readonly endsOn: string;
};

/** Lets one transaction at a time change which years the school has, while others add to the school. */
export const lockSchool = (tx: Tx, schoolId: string) =>
  tx
    .selectFrom('school')
    .select('school_id')
    .where('school_id', '=', schoolId)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow();

/** Lets one transaction at a time change the calendar or the plan of a year. */
export const lockYear = (tx: Tx, schoolId: string, yearId: string) =>
  tx
    .selectFrom('school_year')
    .select('school_year_id')
    .where('school_id', '=', schoolId)
    .where('school_year_id', '=', yearId)
    .forNoKeyUpdate()
    .executeTakeFirst();

/** Newest first. */
export const yearsOf = async (tx: Tx, schoolId: string): Promise<readonly SchoolYear[]> => {
  const rows = await tx
    .selectFrom('school_year')
    .select(['school_year_id', 'label', 'starts_on', 'ends_on'])
    .where('school_id', '=', schoolId)
    .orderBy('starts_on', 'desc')
    .execute();
  return rows.map((row) => ({
    yearId: row.school_year_id,
    label: row.label,
    startsOn: String(row.starts_on),
    endsOn: String(row.ends_on),
  }));
};

export const termsOf = async (tx: Tx, schoolId: string, yearId: string): Promise<readonly Term[]> => {
  const rows = await tx
    .selectFrom('term')
    .select(['number', 'name', 'starts_on', 'ends_on'])
    .where('school_id', '=', schoolId)
    .where('school_year_id', '=', yearId)
    .orderBy('number')
    .execute();
  return rows.map((row) => ({
    number: row.number,
    name: row.name,
    startsOn: String(row.starts_on),
    endsOn: String(row.ends_on),
  }));
};

/** In the order they begin. */
export const periodsOf = async (tx: Tx, schoolId: string, yearId: string): Promise<readonly Period[]> => {
  const rows = await tx
    .selectFrom('calendar_period')
    .selectAll()
    .where('school_id', '=', schoolId)
    .where('school_year_id', '=', yearId)
    .orderBy('starts_on')
    .orderBy('ends_on')
    .orderBy('name')
    .orderBy('period_id')
    .execute();
  return rows.map((row) => ({
    periodId: row.period_id,
    // Check constraints allow exactly these kinds and sources.
    kind: row.kind as PeriodKind,
    source: row.source as PeriodSource,
    name: row.name,
    startsOn: String(row.starts_on),
    endsOn: String(row.ends_on),
    fromGrade: row.from_grade,
    toGrade: row.to_grade,
  }));
};

/** Classes of the year that have pupils of several grades, as the lists are now, by name. */
export const mixedClassesOf = (
  tx: Tx,
  schoolId: string,
  yearId: string,
): Promise<readonly { readonly name: string; readonly grades: readonly number[] }[]> =>
  tx
    .selectFrom('class as c')
    .innerJoin('class_membership as m', (join) =>
      join.onRef('m.school_id', '=', 'c.school_id').onRef('m.class_id', '=', 'c.class_id'),
    )
    .select(['c.name', sql<number[]>`array_agg(distinct m.grade order by m.grade)`.as('grades')])
    .where('c.school_id', '=', schoolId)
    .where('c.school_year_id', '=', yearId)
    .where('m.to_on', 'is', null)
    .groupBy(['c.class_id', 'c.name'])
    .having(sql<boolean>`min(m.grade) < max(m.grade)`)
    .orderBy('c.name')
    .execute();

export const insertYear = (tx: Tx, schoolId: string, year: SchoolYear) =>
  tx
    .insertInto('school_year')
    .values({
      school_id: schoolId,
      school_year_id: year.yearId,
      label: year.label,
      starts_on: year.startsOn,
      ends_on: year.endsOn,
    })
    .execute();

export const updateYear = (tx: Tx, schoolId: string, year: SchoolYear) =>
  tx
    .updateTable('school_year')
    .set({ label: year.label, starts_on: year.startsOn, ends_on: year.endsOn })
    .where('school_id', '=', schoolId)
    .where('school_year_id', '=', year.yearId)
    .execute();

/** A round of the year that opens outside these days. One that only closes there is a conflict that the plan names. */
export const roundOutside = (
  tx: Tx,
  schoolId: string,
  yearId: string,
  days: { readonly startsOn: string; readonly endsOn: string },
) =>
  tx
    .selectFrom('round')
    .select('name')
    .where('school_id', '=', schoolId)
    .where('school_year_id', '=', yearId)
    .where((where) => where.or([where('opens_on', '<', days.startsOn), where('opens_on', '>', days.endsOn)]))
    .executeTakeFirst();

export const replaceTerms = async (
  tx: Tx,
  schoolId: string,
  yearId: string,
  terms: readonly Term[],
): Promise<void> => {
  await tx
    .deleteFrom('term')
    .where('school_id', '=', schoolId)
    .where('school_year_id', '=', yearId)
    .execute();
  await tx
    .insertInto('term')
    .values(
      terms.map((term) => ({
        school_id: schoolId,
        school_year_id: yearId,
        number: term.number,
        name: term.name,
        starts_on: term.startsOn,
        ends_on: term.endsOn,
      })),
    )
    .execute();
};

export const insertPeriods = async (
  tx: Tx,
  schoolId: string,
  yearId: string,
  periods: readonly Period[],
): Promise<void> => {
  if (periods.length === 0) return;
  await tx
    .insertInto('calendar_period')
    .values(periods.map((period) => ({ ...columnsOf(period), ...keyOf(schoolId, yearId, period) })))
    .execute();
};

export const updatePeriod = (tx: Tx, schoolId: string, period: Period) =>
  tx
    .updateTable('calendar_period')
    .set(columnsOf(period))
    .where('school_id', '=', schoolId)
    .where('period_id', '=', period.periodId)
    .execute();

export const deletePeriod = (tx: Tx, schoolId: string, periodId: string) =>
  tx
    .deleteFrom('calendar_period')
    .where('school_id', '=', schoolId)
    .where('period_id', '=', periodId)
    .execute();

/** The year of a period. */
export const yearOfPeriod = async (tx: Tx, schoolId: string, periodId: string): Promise<string | undefined> =>
  (
    await tx
      .selectFrom('calendar_period')
      .select('school_year_id')
      .where('school_id', '=', schoolId)
      .where('period_id', '=', periodId)
      .executeTakeFirst()
  )?.school_year_id;

const keyOf = (schoolId: string, yearId: string, period: Period) => ({
  school_id: schoolId,
  school_year_id: yearId,
  period_id: period.periodId,
});

const columnsOf = (period: Period) => ({
  kind: period.kind,
  name: period.name,
  starts_on: period.startsOn,
  ends_on: period.endsOn,
  from_grade: period.fromGrade,
  to_grade: period.toGrade,
  source: period.source,
});
