import type { Tx } from '@samhold/db';
import { freezeCounts } from './freeze-counts.ts';
import { ofClass } from './part-of-document.ts';
import { lockReleases } from './queries.ts';
import { releaseRound } from './release-round.ts';
import { classSummary } from './release-spec.ts';
import { storeAudit, storeRelease } from './store-release.ts';

type Sitting = { readonly sitting_id: string; readonly class_id: string; readonly class_name: string };

/** Freezes what these classes may see of their wellbeing round, each its own; for a class that has its summary nothing changes. */
export const releaseClasses = async (
  tx: Tx,
  schoolId: string,
  round: { readonly roundId: string; readonly name: string },
  sittings: readonly Sitting[],
  now: Date,
): Promise<void> => {
  await lockReleases(tx, schoolId, round.roundId);
  const made = await tx
    .selectFrom('release')
    .select('class_id')
    .where('school_id', '=', schoolId)
    .where('round_id', '=', round.roundId)
    .where('spec', '=', classSummary.id)
    .execute();
  const waiting = sittings.filter((sitting) => made.every(({ class_id: id }) => id !== sitting.class_id));
  if (waiting.length === 0) return;
  await freezeCounts(
    tx,
    schoolId,
    'wellbeing',
    waiting.map((sitting) => sitting.sitting_id),
    now,
  );
  const names = waiting.map((sitting) => sitting.class_name);
  const { document, audit } = await releaseRound(
    tx,
    schoolId,
    { ...round, kind: 'wellbeing' },
    classSummary,
    names,
  );
  const auditId = await storeAudit(tx, schoolId, audit, now);
  for (const { class_id: classId, class_name: name } of waiting)
    await storeRelease(
      tx,
      schoolId,
      { roundId: round.roundId, classId, spec: classSummary, auditId },
      ofClass(document, name),
      now,
    );
};
