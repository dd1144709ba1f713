import type { SittingStatus } from '@samhold/contract';
import type { StaffActor } from '../access/actor.ts';
import { readCalendar } from '../calendar/service.ts';
import type { Dependencies } from '../dependencies.ts';
import { AppError } from '../errors.ts';
import { issueClassCode } from './class-code.ts';
import { answersLaterUntil } from './late.ts';
import { updateListed } from './listed-pupil.ts';
import * as queries from './queries.ts';
import { runnableSitting } from './sittings.ts';
import { statusOf } from './status.ts';

export const unlockPupil = (
  deps: Dependencies,
  actor: StaffActor,
  sittingId: string,
  pupilId: string,
): Promise<void> =>
  deps.db.inScope(actor, async (tx) => {
    await runnableSitting(tx, actor, sittingId);
    const [changed] = await updateListed(tx, actor.schoolId, sittingId, pupilId)
      .set({ failed_tries: 0 })
      .execute();
    if (changed?.numUpdatedRows !== 1n) throw new AppError('not_found');
  });

/** Lets one pupil answer later, also after the class is done: a closed sitting gets a new class code for such pupils only. */
export const letAnswerLater = (
  deps: Dependencies,
  actor: StaffActor,
  sittingId: string,
  pupilId: string,
): Promise<SittingStatus> =>
  deps.db.inScope(actor, async (tx, sealer) => {
    const { school_year_id: yearId } = await runnableSitting(tx, actor, sittingId);
    const { state, code_hash } = await queries.lockSitting(tx, actor.schoolId, sittingId);
    const until = answersLaterUntil(await readCalendar(tx, actor.schoolId, yearId), deps.now());
    const [changed] = await updateListed(tx, actor.schoolId, sittingId, pupilId)
      .set({ answers_later_until: until })
      .execute();
    if (changed?.numUpdatedRows !== 1n) throw new AppError('not_found');
    const school = await sealer();
    if (state === 'closed' && code_hash === null)
      await issueClassCode(tx, deps.keyring, school, actor.schoolId, sittingId);
    return statusOf(deps, tx, school, actor, sittingId);
  });
