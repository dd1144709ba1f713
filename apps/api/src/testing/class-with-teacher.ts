import { cardsOf, type Card } from './answering.ts';
import type { Browser } from './browser.ts';
import type { TestHouse } from './test-house.ts';
import { addStaff, makeSchool, type TestSchool } from './test-school.ts';

export type ClassWithTeacher = {
  readonly school: TestSchool;
  readonly classId: string;
  readonly teacher: Browser;
  readonly cards: readonly Card[];
};

export const rosterOf = (className: string, grade: number, count: number): string =>
  Array.from({ length: count }, (_, at) => `${className},${grade},Elev${at},Prøve,${className}-${at}\n`).join(
    '',
  );

export const rosterHeader = 'klasse,trinn,fornavn,etternavn,id\n';

/** A school of one class 5A, its contact teacher signed in, and the picture cards of its pupils. */
export const openClass = async (
  house: TestHouse,
  subject: string,
  pupils: number,
): Promise<ClassWithTeacher> => {
  const school = await makeSchool(house, `Skole ${subject}`, rosterHeader + rosterOf('5A', 5, pupils));
  const classId = school.classIds.get('5A') ?? '';
  await addStaff(house, school, subject, [{ kind: 'contact_teacher', classId }]);
  const teacher = await house.staffBrowser(subject);
  return { school, classId, teacher, cards: await cardsOf(teacher, classId) };
};

/** Everything pupils have stored at this school, in a fixed order. */
export const storedAnswers = (house: TestHouse, { schoolId }: TestSchool) =>
  house.deps.db.inScope({ schoolId }, async (tx) => ({
    responses: await tx
      .selectFrom('response')
      .selectAll()
      .where('school_id', '=', schoolId)
      .orderBy('response_id')
      .execute(),
    answers: await tx
      .selectFrom('answer')
      .selectAll()
      .where('school_id', '=', schoolId)
      .orderBy('response_id')
      .orderBy('item_id')
      .execute(),
    nominations: await tx
      .selectFrom('nomination')
      .selectAll()
      .where('school_id', '=', schoolId)
      .orderBy('response_id')
      .orderBy('criterion_id')
      .orderBy('nominee_id')
      .execute(),
    wishes: await tx.selectFrom('talk_wish').selectAll().where('school_id', '=', schoolId).execute(),
  }));
