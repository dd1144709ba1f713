import type { SittingStatus } from '@samhold/contract';
import type { StaffActor } from '../access/actor.ts';
import type { Dependencies } from '../dependencies.ts';
import { AppError } from '../errors.ts';
import { issueClassCode } from './class-code.ts';
import * as queries from './queries.ts';
import { runnableSitting } from './sittings.ts';
import { statusOf } from './status.ts';

/** Gives an open sitting its class code; asked again, it is the same code. A closed one has none to give. */
export const showClassCode = (
  deps: Dependencies,
  actor: StaffActor,
  sittingId: string,
): Promise<SittingStatus> =>
  deps.db.inScope(actor, async (tx, sealer) => {
    const { schoolId } = actor;
    await runnableSitting(tx, actor, sittingId);
    const { state, code_hash } = await queries.lockSitting(tx, schoolId, sittingId);
    if (state === 'closed') throw new AppError('sitting_closed');
    const school = await sealer();
    if (code_hash === null) await issueClassCode(tx, deps.keyring, school, schoolId, sittingId);
    return statusOf(deps, tx, school, actor, sittingId);
  });
