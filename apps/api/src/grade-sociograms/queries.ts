import { sql, type Tx } from '@samhold/db';

/** Rounds of the school, newest first, with the classes that are done by the grade of their pupils. */
export const gradesOfRounds = async (tx: Tx, schoolId: string) =>
  (
    await sql<{ round_id: string; name: string; settings: unknown; grade: number; class_name: string }>`
      select r.round_id, r.name, r.settings, p.grade, c.name as class_name
        from round r
        join sitting s on s.school_id = r.school_id and s.round_id = r.round_id and s.state = 'closed'
        join class c on c.school_id = s.school_id and c.class_id = s.class_id
        join sitting_pupil p on p.school_id = s.school_id and p.sitting_id = s.sitting_id
       where r.school_id = ${schoolId} and r.kind = 'sociogram' and r.class_id is null
       group by r.round_id, r.name, r.settings, r.opens_on, p.grade, c.name
       order by r.opens_on desc, r.round_id, p.grade, c.name`.execute(tx)
  ).rows;

/** The sittings of a round of the school that have pupils of the grade, by the class's name. */
export const sittingsOfGrade = async (tx: Tx, schoolId: string, roundId: string, grade: number) =>
  (
    await sql<{
      sitting_id: string;
      class_id: string;
      class_name: string;
      questionnaire_id: string;
      questionnaire_version: number;
      state: string;
      closed_at: Date | null;
      settings: unknown;
    }>`
      select s.sitting_id, s.class_id, c.name as class_name, s.questionnaire_id, s.questionnaire_version, s.state,
             s.closed_at, r.settings
        from round r
        join sitting s on s.school_id = r.school_id and s.round_id = r.round_id
        join class c on c.school_id = s.school_id and c.class_id = s.class_id
       where r.school_id = ${schoolId} and r.round_id = ${roundId} and r.kind = 'sociogram' and r.class_id is null
         and exists (select from sitting_pupil p where p.school_id = s.school_id and p.sitting_id = s.sitting_id
                        and p.grade = ${grade})
       order by c.name, s.sitting_id`.execute(tx)
  ).rows;

const openings = (tx: Tx, schoolId: string) =>
  tx
    .selectFrom('grade_opening as o')
    .innerJoin('round as r', (join) =>
      join.onRef('r.school_id', '=', 'o.school_id').onRef('r.round_id', '=', 'o.round_id'),
    )
    .where('o.school_id', '=', schoolId)
    .selectAll('o')
    .select('r.name as round_name')
    .orderBy('o.opened_at', 'desc')
    .orderBy('o.opening_id');

export const openingsOfSchool = (tx: Tx, schoolId: string) => openings(tx, schoolId).execute();

export type OpeningRow = Awaited<ReturnType<typeof openingsOfSchool>>[number];

export const openingById = (tx: Tx, schoolId: string, openingId: string) =>
  openings(tx, schoolId).where('o.opening_id', '=', openingId).executeTakeFirst();

/** Those that hold on a day, of the grades and rounds a class took part in. */
export const openingsForClass = (tx: Tx, schoolId: string, classId: string, today: string) =>
  openings(tx, schoolId)
    .where('o.ended_at', 'is', null)
    .where('o.from_on', '<=', today)
    .where('o.until_on', '>=', today)
    .where(
      sql<boolean>`exists (select from sitting s
         join sitting_pupil p on p.school_id = s.school_id and p.sitting_id = s.sitting_id and p.grade = o.grade
        where s.school_id = o.school_id and s.round_id = o.round_id and s.class_id = ${classId})`,
    )
    .execute();

/** Lets one transaction at a time open a grade of the round. */
export const lockRound = (tx: Tx, schoolId: string, roundId: string) =>
  tx
    .selectFrom('round')
    .select('round_id')
    .where('school_id', '=', schoolId)
    .where('round_id', '=', roundId)
    .forUpdate()
    .executeTakeFirst();

/** Pupils of the grade on the lists of these sittings whose name is not hidden. */
export const shownPupils = async (tx: Tx, schoolId: string, sittingIds: readonly string[], grade: number) =>
  tx
    .selectFrom('sitting_pupil as p')
    .select(['p.sitting_id', 'p.pupil_id'])
    .where('p.school_id', '=', schoolId)
    .where('p.sitting_id', 'in', sittingIds)
    .where('p.grade', '=', grade)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('hidden_pupil as h')
            .select('h.pupil_id')
            .whereRef('h.school_id', '=', 'p.school_id')
            .whereRef('h.pupil_id', '=', 'p.pupil_id'),
        ),
      ),
    )
    .execute();
