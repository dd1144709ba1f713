import { createHash, randomUUID } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { ReleasedDocument } from '@samhold/contract';
import type { Tx } from '@samhold/db';
import type { ReleaseSpec } from './release-spec.ts';

/** Writes a release, once: when this round has one for the audience already, that one stands. */
export const storeRelease = async (
  tx: Tx,
  schoolId: string,
  of: { readonly roundId: string; readonly classId: string | null; readonly spec: ReleaseSpec },
  document: ReleasedDocument,
  now: Date,
): Promise<void> => {
  const text = canonicalize(document) ?? '';
  await tx
    .insertInto('release')
    .values({
      school_id: schoolId,
      release_id: randomUUID(),
      round_id: of.roundId,
      class_id: of.classId,
      audience: of.spec.audience,
      spec: of.spec.id,
      spec_version: of.spec.version,
      thresholds: JSON.stringify(of.spec.thresholds),
      document: text,
      hash: createHash('sha256').update(text).digest(),
      released_at: now,
    })
    .onConflict((conflict) => conflict.constraint('release_of_round').doNothing())
    .execute();
};
