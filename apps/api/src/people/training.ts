import type { ConfirmTraining } from '@samhold/contract';
import type { StaffActor } from '../access/actor.ts';
import { logOpening } from '../access/log.ts';
import { dayOf } from '../calendar-days.ts';
import type { Dependencies } from '../dependencies.ts';
import { AppError } from '../errors.ts';
import * as queries from './queries.ts';

/** Records the day training in privacy was held for these people, all or none. Throws `date_in_future`. */
export const confirmTraining = (
  deps: Dependencies,
  actor: StaffActor,
  { staffIds, heldOn }: ConfirmTraining,
): Promise<void> =>
  deps.db.inScope(actor, async (tx) => {
    const { schoolId } = actor;
    const now = deps.now();
    if (heldOn > dayOf(now)) throw new AppError('date_in_future', ['heldOn']);
    const known = new Set((await queries.staffMembers(tx, schoolId)).map((row) => row.staff_id));
    const wanted = [...new Set(staffIds)];
    if (wanted.some((staffId) => !known.has(staffId))) throw new AppError('not_found');
    await queries.setTrained(tx, schoolId, wanted, heldOn, actor.staffId);
    for (const subjectId of wanted)
      await logOpening(tx, actor, now, {
        action: 'training.confirmed',
        subjectKind: 'staff',
        subjectId,
        purpose: heldOn,
      });
  });
