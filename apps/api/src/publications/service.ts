import { createHash, randomUUID } from 'node:crypto';
import canonicalize from 'canonicalize';
import { audienceThresholds } from '@samhold/analysis';
import type { ReleasedDocument, ReleaseView } from '@samhold/contract';
import type { Tx } from '@samhold/db';
import type { StaffActor } from '../access/actor.ts';
import type { Dependencies } from '../dependencies.ts';
import { AppError } from '../errors.ts';
import type { EndedRound } from './ended-round.ts';
import { sociogramTables } from './sociogram-tables.ts';
import { wellbeingTables } from './wellbeing-tables.ts';

const SPEC = 'grades-and-school';
const SPEC_VERSION = '1';

/** Freezes what leadership may see of a round: grades and school, each item held against the thresholds of the audience. */
export const freezeRelease = async (
  tx: Tx,
  schoolId: string,
  round: EndedRound,
  now: Date,
): Promise<void> => {
  const thresholds = audienceThresholds.leadership;
  const tables =
    round.kind === 'wellbeing'
      ? await wellbeingTables(tx, schoolId, round.sittings, thresholds)
      : await sociogramTables(tx, schoolId, round.sittings, thresholds);
  const document: ReleasedDocument = { kind: round.kind, roundName: round.name, tables: [...tables] };
  const text = canonicalize(document) ?? '';
  await tx
    .insertInto('release')
    .values({
      school_id: schoolId,
      release_id: randomUUID(),
      round_id: round.roundId,
      audience: 'leadership',
      spec: SPEC,
      spec_version: SPEC_VERSION,
      thresholds: JSON.stringify(thresholds),
      document: text,
      hash: createHash('sha256').update(text).digest(),
      released_at: now,
    })
    .execute();
};

export const readRelease = (deps: Dependencies, actor: StaffActor, roundId: string): Promise<ReleaseView> =>
  deps.db.inScope(actor, async (tx) => {
    const row = await tx
      .selectFrom('release')
      .selectAll()
      .where('school_id', '=', actor.schoolId)
      .where('round_id', '=', roundId)
      .where('audience', '=', 'leadership')
      .where('spec', '=', SPEC)
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
