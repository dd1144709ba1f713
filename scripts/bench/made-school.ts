import { createHash } from 'node:crypto';
import { dayOf } from '../../apps/api/src/calendar-days.ts';
import { createSchool, insertSchoolYear } from '../../apps/api/src/roster/people.ts';
import { applyPupils } from '../../apps/api/src/roster/service.ts';
import { insertRound } from '../../apps/api/src/rounds/plan.ts';
import { insertSitting } from '../../apps/api/src/rounds/sittings.ts';
import { openPupilSession } from '../../apps/api/src/responses/pupil-session.ts';
import { keysOf, uploadToken } from '../../apps/api/src/responses/upload-token.ts';
import { readToken } from '../../apps/api/src/session/tokens.ts';
import type { Database, Keyring, Tx } from '../../packages/db/src/index.ts';
import type { Questionnaire } from '../../packages/survey/src/index.ts';
import { openMadeSchool } from './kommune-school.ts';

export const criteria = ['recess', 'work', 'sit-beside'] as const;

export type MadeSchool = {
  readonly schoolId: string;
  readonly yearId: string;
  readonly classes: readonly { readonly classId: string; readonly pupilIds: readonly string[] }[];
};

/** A school of invented pupils in grade 6, with the year around today. */
export const makeSchool = async (
  db: Database,
  keyring: Keyring,
  size: { readonly classes: number; readonly pupils: number },
): Promise<MadeSchool> => {
  const schoolId = await createSchool(db, keyring, {
    name: 'Målt skole',
    organisationNumber: '999999999',
    ownerName: 'Målt kommune',
    demo: false,
  });
  const now = Date.now();
  const dayAfter = (days: number): string => dayOf(new Date(now + days * 86_400_000));
  const pupils = Array.from({ length: size.classes }, (_, c) =>
    Array.from({ length: size.pupils }, (_, p) => ({
      className: `6-${c + 1}`,
      grade: 6,
      givenName: `Elev${p + 1}`,
      familyName: '',
      externalId: `c${c}p${p}`,
    })),
  );
  await db.inScope({ schoolId }, async (tx, sealer) => {
    await insertSchoolYear(tx, schoolId, {
      label: 'measured',
      startsOn: dayAfter(-200),
      endsOn: dayAfter(150),
    });
    await applyPupils(tx, await sealer(), schoolId, new Date(now), pupils.flat());
  });
  return openMadeSchool(db, schoolId);
};

/** One pupil of an open sitting, with what the tablet of a session that has begun is given to hand over with. */
export type SeatedPupil = {
  readonly schoolId: string;
  readonly sittingId: string;
  readonly pupilId: string;
  readonly classmates: readonly string[];
  readonly token: string;
  readonly publicKey: string;
};

/** Opens a round in every class, each with the made questionnaire, and sits everybody down. */
export const openRound = (
  db: Database,
  keyring: Keyring,
  school: MadeSchool,
): Promise<readonly SeatedPupil[]> =>
  db.inScope(school, async (tx) => {
    const { schoolId, yearId } = school;
    const { wrapped_key: key } = await tx
      .selectFrom('school')
      .select('wrapped_key')
      .where('school_id', '=', schoolId)
      .executeTakeFirstOrThrow();
    const { publicKey } = await keysOf(keyring, schoolId, key);
    const today = dayOf(new Date());
    const roundId = await insertRound(tx, schoolId, {
      kind: 'sociogram',
      name: 'Measured',
      opensOn: today,
      closesOn: today,
      yearId,
      settings: { criteria: [...criteria], maxChoices: 5 },
    });
    const seated: SeatedPupil[] = [];
    for (const { classId, pupilIds } of school.classes)
      seated.push(...(await sitDown(tx, keyring, publicKey, school, roundId, classId, pupilIds)));
    return seated;
  });

const sitDown = async (
  tx: Tx,
  keyring: Keyring,
  publicKey: string,
  { schoolId }: MadeSchool,
  roundId: string,
  classId: string,
  pupilIds: readonly string[],
): Promise<readonly SeatedPupil[]> => {
  const now = new Date();
  const sittingId = await insertSitting(tx, schoolId, {
    roundId,
    classId,
    pupils: pupilIds.map((pupilId) => ({ pupilId, grade: 6 })),
    openedAt: now,
    closesAt: new Date(now.getTime() + 86_400_000),
  });
  await tx
    .updateTable('sitting')
    .set({ questionnaire_id: 'bench-made', questionnaire_version: 1 })
    .where('school_id', '=', schoolId)
    .where('sitting_id', '=', sittingId)
    .execute();
  const seated: SeatedPupil[] = [];
  for (const pupilId of pupilIds) {
    const session = readToken(await openPupilSession(tx, keyring, schoolId, sittingId, pupilId, now));
    if (session === undefined) throw new Error('A session begun has no token.');
    const { token } = uploadToken(keyring, schoolId, session.tokenHash);
    const classmates = pupilIds.filter((other) => other !== pupilId);
    seated.push({ schoolId, sittingId, pupilId, classmates, token, publicKey });
  }
  return seated;
};

export const publish = (db: Database, questionnaire: Questionnaire): Promise<unknown> =>
  db.beforeScope((tx) => {
    const document = JSON.stringify(questionnaire);
    return tx
      .insertInto('questionnaire_version')
      .values({
        questionnaire_id: questionnaire.id,
        version: questionnaire.version,
        document,
        document_hash: createHash('sha256').update(document).digest(),
      })
      .execute();
  });
