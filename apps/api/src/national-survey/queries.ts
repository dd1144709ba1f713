import type { ColumnMeaning } from '@samhold/contract';
import { sql, type Tx } from '@samhold/db';
import type { Figure } from './files/figure.ts';

const AT_ONCE = 5_000;

export const schoolOf = (tx: Tx, schoolId: string) =>
  tx
    .selectFrom('school')
    .select(['name', 'organisation_number', 'survey_version'])
    .where('school_id', '=', schoolId)
    .executeTakeFirstOrThrow();

/** Lets one transaction at a time change which figures are in use. Returns the version of those that are. */
export const lockFigures = async (tx: Tx, schoolId: string): Promise<number> =>
  (
    await tx
      .selectFrom('school')
      .select('survey_version')
      .where('school_id', '=', schoolId)
      .forNoKeyUpdate()
      .executeTakeFirstOrThrow()
  ).survey_version;

export const raiseVersion = (tx: Tx, schoolId: string) =>
  tx
    .updateTable('school')
    .set({ survey_version: sql<number>`survey_version + 1` })
    .where('school_id', '=', schoolId)
    .execute();

const imports = (tx: Tx, schoolId: string) =>
  tx.selectFrom('survey_import').selectAll().where('school_id', '=', schoolId);

export const importById = (tx: Tx, schoolId: string, importId: string) =>
  imports(tx, schoolId).where('survey_import_id', '=', importId).executeTakeFirst();

export type ImportRow = NonNullable<Awaited<ReturnType<typeof importById>>>;

/** Those that are in use, were in use or may be, newest first. */
export const latestImports = (tx: Tx, schoolId: string) =>
  imports(tx, schoolId)
    .where('state', '<>', 'discarded')
    .orderBy('read_at', 'desc')
    .orderBy('survey_import_id')
    .limit(50)
    .execute();

export const insertFigures = async (
  tx: Tx,
  schoolId: string,
  importId: string,
  figures: readonly Figure[],
): Promise<void> => {
  for (let first = 0; first < figures.length; first += AT_ONCE) {
    const some = figures.slice(first, first + AT_ONCE);
    const column = <Key extends keyof Figure>(key: Key) => some.map((figure) => figure[key]);
    await sql`
      insert into survey_figure (school_id, survey_import_id, figure_number, survey_table, unit, year, grade, class_name, topic_code,
        topic, question_code, question, option_code, option, hidden, score, deviation, share, answers, invited)
      select ${schoolId}::uuid, ${importId}::uuid, ${first}::int + number - 1, t, unit, year, grade, class_name, topic_code, topic,
        question_code, question, option_code, option, hidden, score, deviation, share, answers, invited
        from unnest(${column('table')}::text[], ${column('unit')}::text[], ${column('year')}::smallint[],
          ${column('grade')}::smallint[], ${column('className')}::text[], ${column('topicCode')}::text[], ${column('topic')}::text[],
          ${column('questionCode')}::text[], ${column('question')}::text[], ${column('optionCode')}::text[],
          ${column('option')}::text[], ${column('hidden')}::text[], ${column('score')}::float8[],
          ${column('deviation')}::float8[], ${column('share')}::float8[], ${column('answers')}::int[],
          ${column('invited')}::int[]) with ordinality as figure (t, unit, year, grade, class_name, topic_code, topic,
          question_code, question, option_code, option, hidden, score, deviation, share, answers, invited, number)`.execute(
      tx,
    );
  }
};

export const deleteFigures = (tx: Tx, schoolId: string, importId: string) =>
  tx
    .deleteFrom('survey_figure')
    .where('school_id', '=', schoolId)
    .where('survey_import_id', '=', importId)
    .execute();

/** What the school said that columns of its own spreadsheets mean. */
export const rememberedColumns = async (
  tx: Tx,
  schoolId: string,
): Promise<ReadonlyMap<string, ColumnMeaning>> => {
  const rows = await tx
    .selectFrom('survey_column')
    .select(['column_name', 'meaning'])
    .where('school_id', '=', schoolId)
    .execute();
  // The column's check constraint allows exactly these meanings.
  return new Map(rows.map((row) => [row.column_name, row.meaning as ColumnMeaning]));
};

export const rememberColumns = async (
  tx: Tx,
  schoolId: string,
  meanings: ReadonlyMap<string, ColumnMeaning>,
): Promise<void> => {
  await tx
    .insertInto('survey_column')
    .values([...meanings].map(([name, meaning]) => ({ school_id: schoolId, column_name: name, meaning })))
    .onConflict((conflict) =>
      conflict
        .columns(['school_id', 'column_name'])
        .doUpdateSet((of) => ({ meaning: of.ref('excluded.meaning') })),
    )
    .execute();
};

/** The classes of every school year the school has, by the year it begins in. */
export const classesOfYears = async (tx: Tx, schoolId: string) =>
  (
    await sql<{ readonly year: number; readonly name: string; readonly classId: string }>`
      select extract(year from y.starts_on)::int as year, c.name, c.class_id as "classId"
        from class c
        join school_year y on y.school_id = c.school_id and y.school_year_id = c.school_year_id
       where c.school_id = ${schoolId} and y.school_id = ${schoolId}
       order by year, c.name`.execute(tx)
  ).rows;

/** Of each key the figure of the file that was taken in use last; one that is only read comes before them, where it is asked for. */
export const figuresInUse = async (
  tx: Tx,
  schoolId: string,
  read: string | null = null,
): Promise<readonly Figure[]> =>
  (
    await sql<Figure>`
      select distinct on (f.survey_table, f.unit, f.year, f.grade, f.class_name, f.topic_code, f.question_code, f.option_code)
        f.survey_table as "table", f.unit, f.year, f.grade, f.class_name as "className", f.topic_code as "topicCode", f.topic,
        f.question_code as "questionCode", f.question, f.option_code as "optionCode", f.option, f.hidden, f.score,
        f.deviation, f.share, f.answers, f.invited
        from survey_figure f
        join survey_import i on i.school_id = f.school_id and i.survey_import_id = f.survey_import_id
       where f.school_id = ${schoolId} and i.school_id = ${schoolId}
         and (i.state = 'in_use' or i.state = 'read' and i.survey_import_id = ${read}::uuid)
       order by f.survey_table, f.unit, f.year, f.grade, f.class_name, f.topic_code, f.question_code, f.option_code,
         i.used_at desc nulls first, i.survey_import_id`.execute(tx)
  ).rows;
