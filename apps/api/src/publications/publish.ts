import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { PublicationView } from '@samhold/contract';
import type { Tx } from '@samhold/db';
import type { StaffActor } from '../access/actor.ts';
import { dayOf } from '../calendar-days.ts';
import type { Dependencies } from '../dependencies.ts';
import { AppError } from '../errors.ts';
import { schoolName } from '../school/service.ts';
import { auditAgain, viewInScope } from './make-publication.ts';
import { readsByLink, releaseSpecOf } from './publication-catalogue.ts';
import { overviewKept } from './overview-of-report.ts';
import { publicationById, roundsOfPublication, type PublicationRound } from './publication-queries.ts';
import { lockReleases, releaseIdsOfRound } from './queries.ts';
import { reportHash, reportToken } from './report-link.ts';
import { reportOf, shownPublication } from './report.ts';
import { storeAudit, storeRelease } from './store-release.ts';

/** Whether what was released of the round is still what the draft was held against. */
const stillHolds = async (tx: Tx, schoolId: string, round: PublicationRound): Promise<boolean> => {
  if (round.draft === null) return false;
  // A release that stands is what was seen already.
  if (round.releaseId !== null || round.audit === null) return true;
  const seen = await releaseIdsOfRound(tx, schoolId, round.roundId);
  const { with: held } = round.audit;
  return seen.length === held.length && seen.every((id) => held.includes(id));
};

/**
 * Publishes an audited report: a release for each round, and the report's own document, frozen. When something else was released
 * of a round since the audit, it is audited again instead, and the answer says so by its state.
 */
export const publish = (
  deps: Dependencies,
  actor: StaffActor,
  publicationId: string,
): Promise<PublicationView> =>
  deps.db.inScope(actor, async (tx) => {
    const { schoolId } = actor;
    const row = await publicationById(tx, schoolId, publicationId, { lock: true });
    if (row === undefined) throw new AppError('not_found');
    const answer = () => viewInScope(deps, tx, schoolId, publicationId);
    if (row.state === 'published') return answer();
    if (row.state !== 'audited') throw new AppError('publication_not_audited');
    const rounds = await roundsOfPublication(tx, schoolId, [publicationId]);
    // Always in the same order, so that two do not wait for each other.
    for (const id of rounds.map(({ roundId }) => roundId).sort()) await lockReleases(tx, schoolId, id);
    const holds = await Promise.all(rounds.map((round) => stillHolds(tx, schoolId, round)));
    const now = deps.now();
    const report = reportOf(row, rounds, await schoolName(tx, schoolId), dayOf(now));
    if (report === null || holds.includes(false)) {
      await auditAgain(deps, tx, schoolId, publicationId);
      return answer();
    }
    const spec = releaseSpecOf(row);
    for (const { roundId, draft, audit, releaseId } of rounds) {
      if (releaseId !== null || draft === null || audit === null) continue;
      const auditId = await storeAudit(tx, schoolId, audit, now);
      const stored = await storeRelease(
        tx,
        schoolId,
        { roundId, classId: row.class_id, spec, auditId },
        draft,
        now,
      );
      await tx
        .updateTable('publication_round')
        .set({ release_id: stored })
        .where('school_id', '=', schoolId)
        .where('publication_id', '=', publicationId)
        .where('round_id', '=', roundId)
        .execute();
    }
    const text = canonicalize(report) ?? '';
    const linkHash = readsByLink(row.audience)
      ? reportHash(deps.keyring, reportToken(deps.keyring, publicationId))
      : null;
    await tx
      .updateTable('publication')
      .set({
        state: 'published',
        document: text,
        hash: createHash('sha256').update(text).digest(),
        overview: overviewKept(report, rounds),
        link_hash: linkHash,
        published_by: actor.staffId,
        published_at: now,
      })
      .where('school_id', '=', schoolId)
      .where('publication_id', '=', publicationId)
      .execute();
    if (linkHash !== null)
      await tx
        .insertInto('publication_lookup')
        .values({ link_hash: linkHash, school_id: schoolId })
        .execute();
    return answer();
  });

/** Withdraws a published report from its readers. Its releases stay in the ledger: they have been seen. */
export const revoke = (
  deps: Dependencies,
  actor: StaffActor,
  publicationId: string,
): Promise<PublicationView> =>
  deps.db.inScope(actor, async (tx) => {
    const { schoolId } = actor;
    const row = await publicationById(tx, schoolId, publicationId, { lock: true });
    if (row === undefined) throw new AppError('not_found');
    if (row.state !== 'revoked' && row.state !== 'published') throw new AppError('publication_not_audited');
    if (row.state === 'published')
      await tx
        .updateTable('publication')
        .set({ state: 'revoked', revoked_by: actor.staffId, revoked_at: deps.now() })
        .where('school_id', '=', schoolId)
        .where('publication_id', '=', publicationId)
        .execute();
    return viewInScope(deps, tx, schoolId, publicationId);
  });

/** Tries an audit again that did not finish. */
export const retryAudit = (
  deps: Dependencies,
  actor: StaffActor,
  publicationId: string,
): Promise<PublicationView> =>
  deps.db.inScope(actor, async (tx) => {
    const { schoolId } = actor;
    const row = await publicationById(tx, schoolId, publicationId, { lock: true });
    if (row === undefined) throw new AppError('not_found');
    if (shownPublication(row, [], deps.now()).state === 'failed')
      await auditAgain(deps, tx, schoolId, publicationId);
    return viewInScope(deps, tx, schoolId, publicationId);
  });
