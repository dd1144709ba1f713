import type { ReleasedDocument, ReleaseView } from '@samhold/contract';
import type { StaffActor } from '../access/actor.ts';
import type { Dependencies } from '../dependencies.ts';
import { AppError } from '../errors.ts';
import { gradesAndSchool } from './release-spec.ts';

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
      // Written by storeRelease only.
      thresholds: row.thresholds as ReleaseView['thresholds'],
      document: row.document as unknown as ReleasedDocument,
    };
  });
