import type { SittingStatus } from '@samhold/contract';
import type { StaffActor } from '../access/actor.ts';
import { endOfDay } from '../calendar-days.ts';
import { readCalendar } from '../calendar/service.ts';
import type { Dependencies } from '../dependencies.ts';
import { AppError } from '../errors.ts';
import { laterDays } from './later-days.ts';
import * as queries from './queries.ts';
import { runnableSitting } from './sittings.ts';
import { statusOf } from './status.ts';

/** Keeps an open sitting open until the evening of one of its {@link laterDays}; a round of the class's own goes with it. */
export const extendSitting = (
  deps: Dependencies,
  actor: StaffActor,
  sittingId: string,
  closesOn: string,
): Promise<SittingStatus> =>
  deps.db.inScope(actor, async (tx, sealer) => {
    const { schoolId } = actor;
    await runnableSitting(tx, actor, sittingId);
    const { state } = await queries.lockSitting(tx, schoolId, sittingId);
    if (state === 'closed') throw new AppError('sitting_closed');
    const sitting = await runnableSitting(tx, actor, sittingId);
    const calendar = await readCalendar(tx, schoolId, sitting.school_year_id);
    if (!laterDays(calendar, sitting, deps.now()).includes(closesOn))
      throw new AppError('closing_day_not_offered');
    await tx
      .updateTable('sitting')
      .set({ closes_at: endOfDay(closesOn) })
      .where('school_id', '=', schoolId)
      .where('sitting_id', '=', sittingId)
      .execute();
    if (sitting.round_class_id !== null)
      await tx
        .updateTable('round')
        .set({ closes_on: closesOn })
        .where('school_id', '=', schoolId)
        .where('round_id', '=', sitting.round_id)
        .execute();
    return statusOf(deps, tx, await sealer(), actor, sittingId);
  });
