import { randomUUID } from 'node:crypto';
import type { SittingStatus } from '@samhold/contract';
import type { Tx } from '@samhold/db';
import type { StaffActor } from '../access/actor.ts';
import { logOpening } from '../access/log.ts';
import type { Dependencies } from '../dependencies.ts';
import { AppError } from '../errors.ts';
import { computeAnew } from './close.ts';
import { isListed } from './listed-pupil.ts';
import * as queries from './queries.ts';
import { runnableSitting } from './sittings.ts';
import { statusOf } from './status.ts';
import { contentPlace, reasonPlace } from './voided-places.ts';
import * as voided from './voided-responses.ts';

type OfPupil = { readonly sittingId: string; readonly pupilId: string };

/** Of a pupil who is not on the list there is nothing to say at all. */
const nothingOf = async (
  tx: Tx,
  schoolId: string,
  sittingId: string,
  pupilId: string,
  code: 'no_response' | 'nothing_set_aside',
): Promise<AppError> => new AppError((await isListed(tx, schoolId, sittingId, pupilId)) ? code : 'not_found');

/**
 * Sets a pupil's response aside, because it was given in the wrong name: it counts nowhere, the pupil can answer anew, and
 * nothing more is taken in from the tablets it came from. A wish to talk with an adult stays, for it has been delivered.
 */
export const voidResponse = (
  deps: Dependencies,
  actor: StaffActor,
  { sittingId, pupilId }: OfPupil,
  reason: string,
): Promise<SittingStatus> =>
  deps.db.inScope(actor, async (tx, sealer) => {
    const { schoolId, staffId } = actor;
    const sitting = await runnableSitting(tx, actor, sittingId);
    await queries.lockSitting(tx, schoolId, sittingId);
    const response = await voided.wholeResponse(tx, schoolId, sittingId, pupilId);
    if (response === undefined) throw await nothingOf(tx, schoolId, sittingId, pupilId, 'no_response');
    const school = await sealer();
    const voidId = randomUUID();
    const now = deps.now();
    await tx
      .insertInto('voided_response')
      .values({
        school_id: schoolId,
        void_id: voidId,
        sitting_id: sittingId,
        pupil_id: pupilId,
        reason: school.seal(reason, reasonPlace(voidId)),
        content: school.seal(response.content, contentPlace(voidId)),
        voided_by: staffId,
        voided_at: now,
      })
      .execute();
    await voided.removeResponse(tx, schoolId, response.responseId);
    await voided.endTablets(tx, schoolId, sittingId, pupilId, now);
    await computeAnew(tx, schoolId, sitting, now);
    await logOpening(tx, actor, now, {
      action: 'response.void',
      subjectKind: 'pupil',
      subjectId: pupilId,
      purpose: 'set a response aside that was given in the wrong name',
    });
    return statusOf(deps, tx, school, actor, sittingId);
  });

/**
 * Puts back the response that was set aside last. Refused with `response_exists` when the pupil has begun a new one since:
 * there is one response a pupil and sitting.
 */
export const restoreResponse = (
  deps: Dependencies,
  actor: StaffActor,
  { sittingId, pupilId }: OfPupil,
): Promise<SittingStatus> =>
  deps.db.inScope(actor, async (tx, sealer) => {
    const { schoolId, staffId } = actor;
    const sitting = await runnableSitting(tx, actor, sittingId);
    await queries.lockSitting(tx, schoolId, sittingId);
    const last = await voided.lastVoided(tx, schoolId, sittingId, pupilId);
    if (last === undefined || last.content === null)
      throw await nothingOf(tx, schoolId, sittingId, pupilId, 'nothing_set_aside');
    if ((await voided.wholeResponse(tx, schoolId, sittingId, pupilId)) !== undefined)
      throw new AppError('response_exists');
    const school = await sealer();
    const now = deps.now();
    await voided.insertResponse(tx, school.open(last.content, contentPlace(last.void_id)));
    await voided.reviveTablets(tx, schoolId, sittingId, pupilId, last.voided_at);
    await tx
      .updateTable('voided_response')
      .set({ restored_by: staffId, restored_at: now, content: null })
      .where('school_id', '=', schoolId)
      .where('void_id', '=', last.void_id)
      .execute();
    await computeAnew(tx, schoolId, sitting, now);
    await logOpening(tx, actor, now, {
      action: 'response.restore',
      subjectKind: 'pupil',
      subjectId: pupilId,
      purpose: 'put back a response that had been set aside',
    });
    return statusOf(deps, tx, school, actor, sittingId);
  });
