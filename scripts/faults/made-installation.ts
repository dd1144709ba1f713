import { publishQuestionnaires } from '../../apps/api/src/questionnaires/service.ts';
import { insertStaffMember } from '../../apps/api/src/roster/people.ts';
import type { Database, Keyring } from '../../packages/db/src/index.ts';
import { signedInAs } from '../bench/kommune-school.ts';
import { madeQuestionnaire } from '../bench/made-questionnaire.ts';
import { makeSchool, openRound, publish, type MadeSchool, type SeatedPupil } from '../bench/made-school.ts';
import { sentOf, type Sent } from './entries.ts';

const CLASSES = 8;
const PUPILS = 25;

export type MadeInstallation = {
  readonly school: MadeSchool;
  /** Whole responses, each of another pupil and sitting, to be handed in. */
  readonly responses: readonly Sent[];
  /** Of a contact teacher, and the class. */
  readonly teacher: { readonly cookie: string; readonly classId: string };
};

const seatTeacher = async (db: Database, keyring: Keyring, school: MadeSchool) => {
  const classId = school.classes[0]?.classId ?? '';
  const fromAt = new Date(Date.now() - 30 * 86_400_000);
  await db.inScope(school, async (tx, sealer) =>
    insertStaffMember(tx, await sealer(), keyring, school.schoolId, {
      givenName: 'Lærer',
      familyName: 'Prøve',
      trainedOn: '2020-08-01',
      relations: [{ kind: 'contact_teacher', classId, fromAt }],
    }),
  );
  return { cookie: (await signedInAs(db, school.schoolId, 'contact_teacher')).cookie, classId };
};

/** A school of 200 pupils and so many rounds that this many responses can be handed in, and a teacher who is signed in. */
export const makeInstallation = async (
  db: Database,
  keyring: Keyring,
  wanted: number,
): Promise<MadeInstallation> => {
  const questionnaire = madeQuestionnaire();
  await publishQuestionnaires(db);
  await publish(db, questionnaire);
  const school = await makeSchool(db, keyring, { classes: CLASSES, pupils: PUPILS });
  const seated: SeatedPupil[] = [];
  while (seated.length < wanted) seated.push(...(await openRound(db, keyring, school)));
  const responses = await Promise.all(
    seated.slice(0, wanted).map((pupil, place) => sentOf(questionnaire, pupil, place)),
  );
  return { school, responses, teacher: await seatTeacher(db, keyring, school) };
};
