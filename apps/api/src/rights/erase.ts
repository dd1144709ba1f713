import type { Erase, Erased } from '@samhold/contract';
import { sql, type Tx } from '@samhold/db';
import type { StaffActor } from '../access/actor.ts';
import { logOpening } from '../access/log.ts';
import { addDays } from '../calendar/days.ts';
import { dayOf } from '../calendar-days.ts';
import type { Dependencies } from '../dependencies.ts';
import { AppError } from '../errors.ts';
import { heldPupils } from '../retention/due.ts';
import { addToReceipt } from '../retention/receipt.ts';
import { readReferences } from '../retention/references.ts';
import { forgetInArrangements } from './forget-in-arrangements.ts';
import { eraseAnswers, eraseFromRoster } from './erase-rows.ts';
import { knownPupil } from './known-pupil.ts';

/** Figures of sittings the pupil was listed in stand, and are not counted again from what is left. */
const keepFigures = async (tx: Tx, schoolId: string, pupilId: string, now: Date): Promise<void> => {
  const listed = sql`school_id = ${schoolId} and state = 'closed' and sitting_id in (
    select sitting_id from sitting_pupil where school_id = ${schoolId} and pupil_id = ${pupilId})`;
  // The network of single pupils names the pupil; nothing is drawn from it.
  await sql`delete from network_pupils where school_id = ${schoolId} and sitting_id in (
    select sitting_id from sitting where ${listed})`.execute(tx);
  await sql`update sitting set results_kept_at = ${now} where ${listed} and results_kept_at is null`.execute(
    tx,
  );
};

/**
 * Deletes what a pupil answered and what is recorded about the pupil this year, and the name with it when the pupil is on no list and
 * nothing else speaks of the pupil. Counts, releases and both chains stand. Throws `pupil_held` and `name_differs`.
 */
export const erasePupil = (
  deps: Dependencies,
  actor: StaffActor,
  pupilId: string,
  { name }: Erase,
): Promise<Erased> =>
  deps.db.inScope(actor, async (tx, sealer) => {
    const { schoolId } = actor;
    const now = deps.now();
    const pupil = await knownPupil(tx, await sealer(), actor, pupilId, now);
    const folded = (text: string): string => text.trim().replaceAll(/\s+/g, ' ').toLocaleLowerCase('nb');
    if (folded(name) !== folded(pupil.name)) throw new AppError('name_differs');
    if ((await heldPupils(tx, schoolId)).includes(pupilId)) throw new AppError('pupil_held');
    await keepFigures(tx, schoolId, pupilId, now);
    await forgetInArrangements(tx, schoolId, pupilId);
    const of = { schoolId, pupilId };
    const answers = await eraseAnswers(tx, of);
    const roster = pupil.onList ? [] : await eraseFromRoster(tx, of, await readReferences(tx));
    const { backups_kept_days: days } = await tx
      .selectFrom('school')
      .select('backups_kept_days')
      .where('school_id', '=', schoolId)
      .executeTakeFirstOrThrow();
    const day = dayOf(now);
    const backupsUntil = addDays(day, days);
    const deleted = [...answers, ...roster];
    for (const { table, count } of deleted)
      await addToReceipt(tx, { schoolId, day, backupsUntil }, table, count);
    await logOpening(tx, actor, now, {
      ...{ action: 'pupil.erased', subjectKind: 'pupil', subjectId: pupilId, purpose: 'right to erasure' },
    });
    return {
      deleted: deleted.reduce((sum, { count }) => sum + count, 0),
      backupsUntil,
      nameGone: roster.length > 0,
    };
  });
