import { createHash, randomUUID } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { ReleasedDocument } from '@samhold/contract';
import type { Tx } from '@samhold/db';
import type { ReleaseAudit } from './release-audit.ts';
import { overviewOf } from './overview-of-release.ts';
import { gradesAndSchool, type ReleaseSpec } from './release-spec.ts';

/** Keeps the proof that one or several releases hide what they hide. */
export const storeAudit = async (
  tx: Tx,
  schoolId: string,
  audit: ReleaseAudit,
  now: Date,
): Promise<string> => {
  const auditId = randomUUID();
  await tx
    .insertInto('release_audit')
    .values({ school_id: schoolId, audit_id: auditId, audit: JSON.stringify(audit), audited_at: now })
    .execute();
  return auditId;
};

/** Writes a release. The caller holds the round's releases, and knows that there is none of this kind. */
export const storeRelease = async (
  tx: Tx,
  schoolId: string,
  of: {
    readonly roundId: string;
    readonly classId: string | null;
    readonly spec: ReleaseSpec;
    readonly auditId: string;
  },
  document: ReleasedDocument,
  now: Date,
): Promise<string> => {
  const releaseId = randomUUID();
  const text = canonicalize(document) ?? '';
  await tx
    .insertInto('release')
    .values({
      school_id: schoolId,
      release_id: releaseId,
      round_id: of.roundId,
      class_id: of.classId,
      audience: of.spec.audience,
      spec: of.spec.id,
      spec_version: of.spec.version,
      thresholds: JSON.stringify(of.spec.thresholds),
      document: text,
      overview: of.spec.id === gradesAndSchool.id ? JSON.stringify(overviewOf(document)) : null,
      hash: createHash('sha256').update(text).digest(),
      audit_id: of.auditId,
      released_at: now,
    })
    .execute();
  return releaseId;
};
