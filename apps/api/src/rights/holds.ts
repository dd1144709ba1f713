import type { NewHold } from '@samhold/contract';
import type { StaffActor } from '../access/actor.ts';
import { logOpening } from '../access/log.ts';
import type { Dependencies } from '../dependencies.ts';
import { AppError } from '../errors.ts';
import * as queries from './hold-queries.ts';
import { knownPupil } from './known-pupil.ts';

export const reasonPlace = (holdId: string) =>
  ({ table: 'pupil_hold', column: 'reason', row: holdId }) as const;

/** Restricts what is recorded of a pupil, or holds it from being deleted. The same id again is the same hold. */
export const placeHold = (
  deps: Dependencies,
  actor: StaffActor,
  pupilId: string,
  { holdId, kind, reason }: NewHold,
): Promise<void> =>
  deps.db.inScope(actor, async (tx, sealer) => {
    const { schoolId, staffId } = actor;
    const now = deps.now();
    const school = await sealer();
    await knownPupil(tx, school, actor, pupilId, now);
    await queries.insertHold(tx, {
      ...{ school_id: schoolId, hold_id: holdId, pupil_id: pupilId, kind },
      reason: school.seal(reason.trim(), reasonPlace(holdId)),
      ...{ placed_by: staffId, placed_at: now },
    });
    await logOpening(tx, actor, now, {
      ...{ action: `pupil.${kind}`, subjectKind: 'pupil', subjectId: pupilId, purpose: 'placed' },
    });
  });

export const endHold = (
  deps: Dependencies,
  actor: StaffActor,
  of: { readonly pupilId: string; readonly holdId: string },
): Promise<void> =>
  deps.db.inScope(actor, async (tx, sealer) => {
    const now = deps.now();
    await knownPupil(tx, await sealer(), actor, of.pupilId, now);
    const found = (await queries.holdsOf(tx, actor.schoolId, of.pupilId)).find(
      (row) => row.hold_id === of.holdId,
    );
    if (found === undefined) throw new AppError('not_found');
    if (found.ended_at !== null) return;
    await queries.endHold(tx, actor.schoolId, of, { ended_by: actor.staffId, ended_at: now });
    await logOpening(tx, actor, now, {
      ...{ action: 'pupil.hold', subjectKind: 'pupil', subjectId: of.pupilId, purpose: 'ended' },
    });
  });
