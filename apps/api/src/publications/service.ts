import type { ReleasedDocument, ReleaseView } from '@samhold/contract';
import type { Tx } from '@samhold/db';
import type { StaffActor } from '../access/actor.ts';
import type { Dependencies } from '../dependencies.ts';
import { AppError } from '../errors.ts';
import type { EndedRound } from './ended-round.ts';
import { gradesAndSchool } from './release-spec.ts';
import { sociogramTables } from './sociogram-tables.ts';
import { storeRelease } from './store-release.ts';
import { wellbeingTables } from './wellbeing-tables.ts';

/** Freezes what leadership may see of a round: grades and school, each item held against the thresholds of the audience. */
export const freezeRelease = async (
  tx: Tx,
  schoolId: string,
  round: EndedRound,
  now: Date,
): Promise<void> => {
  const tables =
    round.kind === 'wellbeing'
      ? await wellbeingTables(tx, schoolId, round.sittings, gradesAndSchool)
      : await sociogramTables(tx, schoolId, round.sittings, gradesAndSchool.thresholds);
  const document: ReleasedDocument = { kind: round.kind, roundName: round.name, tables: [...tables] };
  const of = { roundId: round.roundId, classId: null, spec: gradesAndSchool };
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
