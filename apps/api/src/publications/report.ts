import { audienceThresholds } from '@samhold/analysis';
import type { Publication, ReleasedDocument, Report } from '@samhold/contract';
import { AUDIT_LIMIT } from './audit-publication.ts';
import type { PublicationRow, PublicationRound } from './publication-queries.ts';

/** What the reader gets of the drafts; null when one of them is not there. */
export const reportOf = (
  row: PublicationRow,
  rounds: readonly PublicationRound[],
  schoolName: string,
  publishedOn: string | null,
): Report | null => {
  const documents = rounds.flatMap(({ draft }): ReleasedDocument[] => (draft === null ? [] : [draft]));
  if (documents.length < rounds.length) return null;
  return {
    schoolName,
    title: row.title,
    audience: row.audience,
    grade: row.grade,
    publishedOn,
    thresholds: { ...audienceThresholds[row.audience] },
    rounds: documents,
  };
};

/** A publication as leadership sees it. An audit nobody works on any longer has failed, whatever its row says. */
export const shownPublication = (
  row: PublicationRow,
  rounds: readonly PublicationRound[],
  now: Date,
): Publication => {
  const isLost = row.state === 'auditing' && now.getTime() - row.attempt_at.getTime() > AUDIT_LIMIT;
  return {
    publicationId: row.publication_id,
    audience: row.audience,
    grade: row.grade,
    className: row.class_name,
    title: row.title,
    spec: row.spec,
    rounds: rounds.map(({ roundId, name }) => ({ roundId, name })),
    state: isLost ? 'failed' : row.state,
    failure: isLost || row.failure === 'timed_out' ? 'timed_out' : row.failure === null ? null : 'stopped',
    attempt: row.attempt,
    progress: row.progress,
    madeAt: row.made_at.toISOString(),
    publishedAt: row.published_at?.toISOString() ?? null,
    revokedAt: row.revoked_at?.toISOString() ?? null,
  };
};
