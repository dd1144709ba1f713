import { randomUUID } from 'node:crypto';
import type { TalkChoice } from '@samhold/contract';
import { sql, type Tx } from '@samhold/db';
import { heldAt } from '../access/held-at.ts';

type ChoiceRow = {
  readonly class_id: string | null;
  readonly contact_teachers: boolean;
  readonly staff_ids: readonly string[];
};

/** What is chosen for all classes and for these; of the adults, those who still work here. */
export const choicesFor = async (
  tx: Tx,
  schoolId: string,
  classIds: readonly string[],
): Promise<readonly ChoiceRow[]> =>
  (
    await sql<ChoiceRow>`
      select c.class_id, c.contact_teachers,
             array(select a.staff_id from talk_choice_adult a
                     join staff_member m on m.school_id = a.school_id and m.staff_id = a.staff_id
                    where a.school_id = c.school_id and a.talk_choice_id = c.talk_choice_id and m.active
                    order by a.staff_id) as staff_ids
        from talk_choice c
       where c.school_id = ${schoolId} and (c.class_id is null or c.class_id = any(${classIds}::uuid[]))`.execute(
      tx,
    )
  ).rows;

/** The contact teachers of these classes and the social teachers, by confirmed relations that hold at a moment. */
export const usualAdults = (tx: Tx, schoolId: string, classIds: readonly string[], at: Date) =>
  tx
    .selectFrom('relation as r')
    .innerJoin('staff_member as m', (join) =>
      join.onRef('m.school_id', '=', 'r.school_id').onRef('m.staff_id', '=', 'r.staff_id'),
    )
    .select(['r.staff_id', 'r.kind', 'r.class_id'])
    .distinct()
    .where('r.school_id', '=', schoolId)
    .where(heldAt(at))
    .where('m.active', '=', true)
    .where((where) =>
      where.or([
        where('r.kind', '=', 'social_teacher'),
        where.and([
          where('r.kind', '=', 'contact_teacher'),
          sql<boolean>`r.class_id = any(${classIds}::uuid[])`,
        ]),
      ]),
    )
    .orderBy('r.staff_id')
    .execute();

export const activeStaff = async (tx: Tx, schoolId: string): Promise<readonly string[]> =>
  (
    await tx
      .selectFrom('staff_member')
      .select('staff_id')
      .where('school_id', '=', schoolId)
      .where('active', '=', true)
      .execute()
  ).map((row) => row.staff_id);

/** Lets one transaction at a time change what is chosen. */
const lockSchool = (tx: Tx, schoolId: string) =>
  tx
    .selectFrom('school')
    .select('school_id')
    .where('school_id', '=', schoolId)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow();

export const replaceChoice = async (
  tx: Tx,
  schoolId: string,
  classId: string | null,
  choice: TalkChoice | null,
): Promise<void> => {
  await lockSchool(tx, schoolId);
  const before = await tx
    .selectFrom('talk_choice')
    .select('talk_choice_id')
    .where('school_id', '=', schoolId)
    .where('class_id', classId === null ? 'is' : '=', classId)
    .executeTakeFirst();
  if (before !== undefined) {
    for (const table of ['talk_choice_adult', 'talk_choice'] as const)
      await tx
        .deleteFrom(table)
        .where('school_id', '=', schoolId)
        .where('talk_choice_id', '=', before.talk_choice_id)
        .execute();
  }
  if (choice === null) return;
  const key = { school_id: schoolId, talk_choice_id: randomUUID() };
  await tx
    .insertInto('talk_choice')
    .values({ ...key, class_id: classId, contact_teachers: choice.contactTeachers })
    .execute();
  if (choice.staffIds.length === 0) return;
  await tx
    .insertInto('talk_choice_adult')
    .values([...new Set(choice.staffIds)].map((staffId) => ({ ...key, staff_id: staffId })))
    .execute();
};
