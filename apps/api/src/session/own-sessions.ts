import type { OwnSessions } from '@samhold/contract';
import type { StaffActor } from '../access/actor.ts';
import { logOpening } from '../access/log.ts';
import type { Dependencies } from '../dependencies.ts';
import { cameFromOf } from './came-from.ts';
import * as queries from './own-session-queries.ts';

/** Where whoever asks is signed in now, by the session they ask by. */
export const listOwnSessions = (
  deps: Dependencies,
  actor: StaffActor,
  ownToken: Buffer,
): Promise<OwnSessions> =>
  deps.db.inScope(actor, async (tx) => ({
    sessions: (await queries.openSessionsOf(tx, actor, deps.now()))
      .map((row) => ({
        sessionId: row.session_id,
        startedAt: row.started_at.toISOString(),
        lastSeenAt: row.last_seen_at.toISOString(),
        ...cameFromOf(row),
        isThis: row.token_hash.equals(ownToken),
      }))
      .sort((a, b) => Number(b.isThis) - Number(a.isThis)),
  }));

/** Ends one of one's own, or all but the one that asks. One that is over already, or another's, is left as it is. */
export const endOwnSessions = (
  deps: Dependencies,
  actor: StaffActor,
  which: { readonly sessionId: string } | { readonly allBut: Buffer },
): Promise<void> =>
  deps.db.inScope(actor, async (tx) => {
    const ended =
      'sessionId' in which
        ? await queries.deleteOne(tx, actor, which.sessionId)
        : await queries.deleteAllBut(tx, actor, which.allBut);
    if (ended === 0) return;
    await logOpening(tx, actor, deps.now(), {
      action: 'session.ended',
      subjectKind: 'staff',
      subjectId: actor.staffId,
      purpose: 'sign-in',
    });
  });
