import type { Investigation } from '@samhold/contract';
import type { StaffActor } from '../access/actor.ts';
import { stepOf } from '../cases/duties.ts';
import type { Dependencies } from '../dependencies.ts';
import { AppError } from '../errors.ts';
import { addRoundEntry, holdersOf } from './case-at-hand.ts';
import { decisionPlace } from './places.ts';
import { decidingKinds, decisionOf } from './policy.ts';
import * as queries from './queries.ts';
import { describe, ownInvestigation } from './show.ts';

/** Leadership, or the owner where leadership is accused, says yes or no with a reason; then it stands in the case. */
export const decideInvestigation = (
  deps: Dependencies,
  actor: StaffActor,
  investigationId: string,
  { approved, reason }: { readonly approved: boolean; readonly reason: string },
): Promise<Investigation> =>
  deps.db.inScope(actor, async (tx, sealer) => {
    const { schoolId, staffId } = actor;
    const now = deps.now();
    const { row, of } = await ownInvestigation(tx, actor, investigationId, now);
    const deciders = await holdersOf(tx, schoolId, decidingKinds(of.people), now);
    const decision = decisionOf(actor, of.people, row.asked_by, deciders);
    if (decision === 'not_yours') throw new AppError('not_found');
    if (decision === 'own_request') throw new AppError('investigation_own_request');
    if (row.state !== 'asked') throw new AppError('investigation_changed');
    const kind = approved ? 'round_approved' : 'round_declined';
    if (!stepOf(of.facts, kind).allowed) throw new AppError('investigation_not_now');
    const school = await sealer();
    await queries
      .updateInvestigation(tx, schoolId, investigationId)
      .set({
        ...{ state: approved ? 'approved' : 'declined', decided_by: staffId, decided_at: now },
        decision: school.seal(reason, decisionPlace(investigationId)),
      })
      .execute();
    const text = `${approved ? 'Undersøkelsen er godkjent.' : 'Undersøkelsen er ikke godkjent.'} ${reason}`;
    await addRoundEntry(tx, school, schoolId, of, staffId, kind, text, now);
    return describe(tx, school, actor, await ownInvestigation(tx, actor, investigationId, now), now);
  });
