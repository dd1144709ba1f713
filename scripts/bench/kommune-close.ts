import { closeInScope } from '../../apps/api/src/rounds/close.ts';
import { openBareWriter, type Database, type Keyring } from '../../packages/db/src/index.ts';
import type { Questionnaire } from '../../packages/survey/src/index.ts';
import type { Figure } from './bench.ts';
import { bareResponse } from './made-response.ts';
import { openRound, type MadeSchool } from './made-school.ts';

const HOUR = 3600;
/** At a time, as many as the machine has processors. */
const AT_ONCE = 2;

type Sitting = { readonly schoolId: string; readonly sittingId: string };

/** A sociogram in every class of the kommune, answered by everybody. */
const answeredSittings = async (
  db: Database,
  keyring: Keyring,
  serveUrl: string,
  schools: readonly MadeSchool[],
  questionnaire: Questionnaire,
): Promise<readonly Sitting[]> => {
  const sittings: Sitting[] = [];
  for (const school of schools) {
    const seated = await openRound(db, keyring, school);
    const writer = await openBareWriter(serveUrl, school.schoolId, 4);
    await writer.storeAll(seated.map((pupil, at) => bareResponse(questionnaire, pupil, at)));
    await writer.close();
    const { schoolId } = school;
    for (const sittingId of new Set(seated.map((pupil) => pupil.sittingId)))
      sittings.push({ schoolId, sittingId });
  }
  return sittings;
};

/** Closes a sitting of every class, as the end of the hour in which all answered does: tallies, descriptions and signals with it. */
export const closeEverySitting = async (
  db: Database,
  keyring: Keyring,
  serveUrl: string,
  schools: readonly MadeSchool[],
  questionnaire: Questionnaire,
): Promise<readonly Figure[]> => {
  const sittings = await answeredSittings(db, keyring, serveUrl, schools, questionnaire);
  const waiting = sittings.values();
  const begun = performance.now();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const { schoolId, sittingId } of waiting)
        await db.inScope({ schoolId }, (tx) => closeInScope(tx, schoolId, sittingId, new Date()));
    }),
  );
  const seconds = (performance.now() - begun) / 1000;
  return [
    {
      what: `${sittings.length} sittings closed, ${AT_ONCE} at a time`,
      measured: `${seconds.toFixed(0)} s`,
      aim: 'within the hour',
      met: seconds <= HOUR,
    },
  ];
};
