import { sql, type Tx } from '@samhold/db';
import { heldAt } from '../access/held-at.ts';
import { logOpening } from '../access/log.ts';
import { addDays } from '../calendar/days.ts';
import { dayOf } from '../calendar-days.ts';
import { closingOf, WAITING_DAYS } from './closing.ts';
import { ClosingRefused, OPERATOR, type OperatorDeps } from './operator.ts';

const log = (tx: Tx, schoolId: string, now: Date, purpose: string): Promise<void> =>
  logOpening(tx, { schoolId, staffId: OPERATOR, relations: [] }, now, {
    ...{ action: 'school.closing', subjectKind: 'school', subjectId: schoolId, purpose },
  });

/** Sessions of pupils, and of staff who do not lead the school. */
const endSessions = async (tx: Tx, schoolId: string, now: Date): Promise<void> => {
  await tx.deleteFrom('pupil_session').where('school_id', '=', schoolId).execute();
  await tx.deleteFrom('investigation_session').where('school_id', '=', schoolId).execute();
  await sql`
    delete from staff_session s where s.school_id = ${schoolId} and not exists (
      select from relation r where r.school_id = s.school_id and r.staff_id = s.staff_id and r.kind = 'leadership'
         and ${heldAt(now)})`.execute(tx);
};

/** From now on only leadership comes in, and reads. Returns the first day the school may be deleted. Throws ClosingRefused. */
export const beginClosing = async (
  { db, now: clock }: OperatorDeps,
  schoolId: string,
  orderedBy: string,
): Promise<string> => {
  const now = clock();
  const deleteFrom = addDays(dayOf(now), WAITING_DAYS);
  await db.inScope({ schoolId }, async (tx) => {
    const begun = await tx
      .insertInto('school_closing')
      .values({ school_id: schoolId, begun_at: now, delete_from: deleteFrom, ordered_by: orderedBy })
      .onConflict((conflict) => conflict.doNothing())
      .returning('school_id')
      .executeTakeFirst();
    if (begun === undefined) throw new ClosingRefused('closing_already');
    await log(tx, schoolId, now, `begun, by order of ${orderedBy}`);
  });
  // After that is committed: a session that was just being made has been, and no other is made.
  await db.inScope({ schoolId }, (tx) => endSessions(tx, schoolId, now));
  return deleteFrom;
};

/** The school is open again as it was. Throws ClosingRefused. */
export const undoClosing = ({ db, now }: OperatorDeps, schoolId: string): Promise<void> =>
  db.inScope({ schoolId }, async (tx) => {
    if ((await closingOf(tx, schoolId)) === undefined) throw new ClosingRefused('not_closing');
    await tx.deleteFrom('school_closing').where('school_id', '=', schoolId).execute();
    await log(tx, schoolId, now(), 'undone');
  });
