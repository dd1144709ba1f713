import type { Tx } from '@samhold/db';
import type { Dependencies } from '../dependencies.ts';
import { withdrawClassCode } from './class-code.ts';
import { closeInScope } from './close.ts';

/** Every open sitting has a class code, so the code look-up tells which schools have something to close. */
const schoolsWithCodes = async (tx: Tx): Promise<readonly string[]> =>
  (await tx.selectFrom('class_code_lookup').select('school_id').distinct().execute()).map(
    (row) => row.school_id,
  );

const due = (tx: Tx, schoolId: string, now: Date) =>
  tx
    .selectFrom('sitting')
    .select('sitting_id')
    .where('school_id', '=', schoolId)
    .where('state', '=', 'open')
    .where('closes_at', '<=', now)
    .execute();

/** Closed sittings with a code left for pupils who might answer later, none of whom may any more. */
const spentCodes = (tx: Tx, schoolId: string, now: Date) =>
  tx
    .selectFrom('sitting as s')
    .select(['s.sitting_id', 's.code_hash'])
    .where('s.school_id', '=', schoolId)
    .where('s.state', '=', 'closed')
    .where('s.code_hash', 'is not', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('sitting_pupil as p')
            .select('p.pupil_id')
            .where('p.school_id', '=', schoolId)
            .whereRef('p.sitting_id', '=', 's.sitting_id')
            .where('p.answers_later_until', '>', now),
        ),
      ),
    )
    .execute();

/** Closes each sitting whose time is out, in a transaction of its own, and withdraws codes nobody can use. Harmless twice. */
export const closeDueSittings = async (deps: Dependencies): Promise<void> => {
  const now = deps.now();
  for (const schoolId of await deps.db.beforeScope(schoolsWithCodes)) {
    const sittings = await deps.db.inScope({ schoolId }, (tx) => due(tx, schoolId, now));
    for (const { sitting_id: sittingId } of sittings) {
      await deps.db.inScope({ schoolId }, (tx) => closeInScope(tx, schoolId, sittingId, now));
    }
    await deps.db.inScope({ schoolId }, async (tx) => {
      for (const row of await spentCodes(tx, schoolId, now)) {
        await withdrawClassCode(tx, schoolId, row.sitting_id, row.code_hash);
      }
    });
  }
};
