import type { Investigation } from '@samhold/contract';
import type { StaffActor } from '../access/actor.ts';
import { logOpening } from '../access/log.ts';
import type { Dependencies } from '../dependencies.ts';
import { AppError } from '../errors.ts';
import { mayAsk, takesPart } from './policy.ts';
import * as queries from './queries.ts';
import { describe, ownInvestigation } from './show.ts';

/** Makes these the readers from now on: who is left out reads no more from the next request. Each change is logged. */
export const changeReaders = (
  deps: Dependencies,
  actor: StaffActor,
  investigationId: string,
  readerIds: readonly string[],
): Promise<Investigation> =>
  deps.db.inScope(actor, async (tx, sealer) => {
    const { schoolId, staffId } = actor;
    const now = deps.now();
    const { row, of } = await ownInvestigation(tx, actor, investigationId, now);
    if (!mayAsk(actor, of.people)) throw new AppError('not_found');
    if (row.state === 'deleted') throw new AppError('investigation_changed');
    if (!readerIds.every((id) => takesPart(of.people, id))) throw new AppError('investigation_not_of_case');
    const before = await queries.readersOf(tx, schoolId, investigationId);
    const gone = before.filter((id) => !readerIds.includes(id));
    const fresh = readerIds.filter((id) => !before.includes(id));
    await queries.endReaders(tx, schoolId, investigationId, gone, now);
    await queries.addReaders(tx, schoolId, investigationId, fresh, staffId, now);
    for (const [action, ids] of [
      ['investigation.reader-removed', gone],
      ['investigation.reader-added', fresh],
    ] as const)
      for (const subjectId of ids)
        await logOpening(tx, actor, now, {
          ...{ action, subjectKind: 'staff', subjectId },
          purpose: `who may read investigation ${investigationId}`,
        });
    return describe(tx, await sealer(), actor, await ownInvestigation(tx, actor, investigationId, now), now);
  });
