import { dayOf } from '../../apps/api/src/calendar-days.ts';
import { classesOfYear, classList, schoolYearOn } from '../../apps/api/src/roster/service.ts';
import { startSession } from '../../apps/api/src/session/enter-school.ts';
import type { Database } from '../../packages/db/src/index.ts';
import type { MadeSchool } from './made-school.ts';

/** The classes of today of a school that was made, with their pupils. */
export const openMadeSchool = (db: Database, schoolId: string): Promise<MadeSchool> =>
  db.inScope({ schoolId }, async (tx) => {
    const today = dayOf(new Date());
    const yearId = (await schoolYearOn(tx, schoolId, today)) ?? '';
    const classes = [];
    for (const classId of (await classesOfYear(tx, schoolId, yearId)).values()) {
      const pupils = (await classList(tx, schoolId, classId, today))?.pupils ?? [];
      classes.push({ classId, pupilIds: pupils.map(({ pupilId }) => pupilId) });
    }
    return { schoolId, yearId, classes };
  });

type Seat = 'leadership' | 'contact_teacher' | 'owner';

/** The cookie of somebody at the school who sits there, and the class when it is a contact teacher. */
export const signedInAs = (
  db: Database,
  schoolId: string,
  seat: Seat,
): Promise<{ readonly cookie: string; readonly staffId: string; readonly classId: string | null }> =>
  db.inScope({ schoolId }, async (tx) => {
    const found = await tx
      .selectFrom('relation')
      .select(['staff_id', 'class_id'])
      .where('school_id', '=', schoolId)
      .where('kind', '=', seat)
      .where('to_at', 'is', null)
      .orderBy('relation_id')
      .executeTakeFirstOrThrow();
    const identity = await tx
      .selectFrom('staff_identity')
      .select('subject_hash')
      .where('school_id', '=', schoolId)
      .where('staff_id', '=', found.staff_id)
      .executeTakeFirst();
    const by = identity === undefined ? {} : { subjectHash: identity.subject_hash };
    const cookie = await startSession(tx, new Date(), schoolId, found.staff_id, by);
    return { cookie, staffId: found.staff_id, classId: found.class_id };
  });
