import type { ReleasedDocument, ReleaseView } from '@samhold/contract';
import type { Tx } from '@samhold/db';
import type { StaffActor } from '../access/actor.ts';
import type { Dependencies } from '../dependencies.ts';
import { AppError } from '../errors.ts';
import { freezeCounts } from './freeze-counts.ts';
import { releaseClasses } from './release-classes.ts';
import { releaseRound, type ReleasedRound } from './release-round.ts';
import { heldForEverybody } from './publication-catalogue.ts';
import { gradesAndSchool, type ReleaseSpec } from './release-spec.ts';
import { storeAudit, storeRelease } from './store-release.ts';

/**
 * Freezes what may be seen of a round that has ended: by everybody of the school, by each class of itself, then by leadership class
 * by class, grade by grade and for the school. The few figures that most will read come first, since what one sees limits what
 * the next can.
 */
export const freezeRelease = async (
  tx: Tx,
  schoolId: string,
  round: ReleasedRound & { readonly sittings: Parameters<typeof releaseClasses>[3] },
  now: Date,
): Promise<void> => {
  const { kind, sittings } = round;
  await freezeCounts(
    tx,
    schoolId,
    kind,
    sittings.map((sitting) => sitting.sitting_id),
    now,
  );
  await releaseWhole(tx, schoolId, round, heldForEverybody, now);
  if (kind === 'wellbeing') await releaseClasses(tx, schoolId, round, sittings, now);
  await releaseWhole(tx, schoolId, round, gradesAndSchool, now);
};

const releaseWhole = async (
  tx: Tx,
  schoolId: string,
  round: ReleasedRound,
  spec: ReleaseSpec,
  now: Date,
): Promise<void> => {
  const { document, audit } = await releaseRound(tx, schoolId, round, spec, null);
  const auditId = await storeAudit(tx, schoolId, audit, now);
  const of = { roundId: round.roundId, classId: null, spec, auditId };
  await storeRelease(tx, schoolId, of, document, now);
};

export const readRelease = (deps: Dependencies, actor: StaffActor, roundId: string): Promise<ReleaseView> =>
  deps.db.inScope(actor, async (tx) => {
    const row = await tx
      .selectFrom('release')
      .selectAll()
      .where('school_id', '=', actor.schoolId)
      .where('round_id', '=', roundId)
      .where('audience', '=', gradesAndSchool.audience)
      .where('spec', '=', gradesAndSchool.id)
      .executeTakeFirst();
    if (row === undefined) throw new AppError('not_found');
    return {
      releaseId: row.release_id,
      roundId: row.round_id,
      audience: row.audience,
      releasedAt: row.released_at.toISOString(),
      // Written by freezeRelease only.
      thresholds: row.thresholds as ReleaseView['thresholds'],
      document: row.document as unknown as ReleasedDocument,
    };
  });
