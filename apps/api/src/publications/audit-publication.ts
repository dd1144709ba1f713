import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ReleasedDocument } from '@samhold/contract';
import type { Tx } from '@samhold/db';
import type { Dependencies } from '../dependencies.ts';
import { readFrozen, type FrozenCounts } from './freeze-counts.ts';
import { releaseSpecOf } from './publication-catalogue.ts';
import {
  publicationById,
  roundsOfPublication,
  standingRelease,
  type PublicationRow,
} from './publication-queries.ts';
import { releaseRound, type ReleaseAudit } from './release-round.ts';

/** After this long an audit is given up, and nothing is published. */
export const AUDIT_LIMIT = 5 * 60_000;

type Job = { readonly schoolId: string; readonly publicationId: string };
type Drafted = {
  readonly roundId: string;
  readonly draft: ReleasedDocument;
  readonly audit: ReleaseAudit | null;
  readonly releaseId: string | null;
};

class TimedOut extends Error {
  override readonly name = 'TimedOut';
}

/** The rows about one grade and its classes. */
const ofGrade = (document: ReleasedDocument, grade: number, { lists }: FrozenCounts): ReleasedDocument => {
  const isOther = new Set(lists.filter((row) => row.grade !== grade).map((row) => row.class_name));
  const isIt = (row: ReleasedDocument['tables'][number]['items'][number]['rows'][number]): boolean =>
    row.level === 'grade'
      ? row.groupId === String(grade)
      : row.level === 'class' && !isOther.has(row.groupId);
  return {
    ...document,
    tables: document.tables
      .map((table) => ({
        ...table,
        items: table.items.map((item) => ({ ...item, rows: item.rows.filter(isIt) })),
      }))
      .filter(({ items }) => items.some(({ rows }) => rows.length > 0)),
  };
};

/** Only of the attempt this is: one that was begun after it has the say. */
const stillOf = (tx: Tx, job: Job, attempt: number) =>
  tx
    .updateTable('publication')
    .where('school_id', '=', job.schoolId)
    .where('publication_id', '=', job.publicationId)
    .where('state', '=', 'auditing')
    .where('attempt', '=', attempt);

const draftRounds = (deps: Dependencies, job: Job, row: PublicationRow): Promise<readonly Drafted[]> =>
  deps.db.inScope(job, async (tx) => {
    const spec = releaseSpecOf(row.audience, row.spec, row.grade);
    const rounds = await roundsOfPublication(tx, job.schoolId, [job.publicationId]);
    const drafted: Drafted[] = [];
    for (const [at, { roundId, kind, name }] of rounds.entries()) {
      const standing = await standingRelease(tx, job.schoolId, roundId, spec);
      if (standing !== undefined) {
        drafted.push({ roundId, draft: standing.document, audit: null, releaseId: standing.releaseId });
        continue;
      }
      const onItem = async (done: number, of: number): Promise<void> => {
        if (deps.now().getTime() - row.attempt_at.getTime() > AUDIT_LIMIT) throw new TimedOut();
        const progress = Math.min(99, Math.floor((100 * (at + done / of)) / rounds.length));
        // By itself, so that it is seen at once.
        await deps.db.inScope(job, (own) => stillOf(own, job, row.attempt).set({ progress }).execute());
        await nextTurn();
      };
      const { document, audit } = await releaseRound(
        tx,
        job.schoolId,
        { roundId, kind, name },
        spec,
        null,
        onItem,
      );
      const draft =
        row.grade === null
          ? document
          : ofGrade(document, row.grade, await readFrozen(tx, job.schoolId, roundId));
      drafted.push({ roundId, draft, audit, releaseId: null });
    }
    return drafted;
  });

/**
 * Drafts the releases a report needs beside all that was released of its rounds. Publishes nothing. Harmless twice: what is no
 * longer waiting for it is left as it is.
 */
export const auditPublication = async (deps: Dependencies, job: Job): Promise<void> => {
  const { schoolId, publicationId } = job;
  const row = await deps.db.inScope(job, (tx) => publicationById(tx, schoolId, publicationId));
  if (row?.state !== 'auditing') return;
  const fail = (failure: string) =>
    deps.db.inScope(job, (tx) => stillOf(tx, job, row.attempt).set({ state: 'failed', failure }).execute());
  try {
    const drafted = await draftRounds(deps, job, row);
    const now = deps.now();
    if (now.getTime() - row.attempt_at.getTime() > AUDIT_LIMIT) throw new TimedOut();
    await deps.db.inScope(job, async (tx) => {
      const [held] = await stillOf(tx, job, row.attempt)
        .set({ state: 'audited', progress: 100, audited_at: now })
        .returning('publication_id')
        .execute();
      if (held === undefined) return;
      for (const { roundId, draft, audit, releaseId } of drafted)
        await tx
          .updateTable('publication_round')
          .set({
            draft: JSON.stringify(draft),
            audit: audit === null ? null : JSON.stringify(audit),
            release_id: releaseId,
          })
          .where('school_id', '=', schoolId)
          .where('publication_id', '=', publicationId)
          .where('round_id', '=', roundId)
          .execute();
    });
  } catch (error) {
    if (error instanceof TimedOut) {
      await fail('timed_out');
      return;
    }
    await fail('stopped');
    throw error;
  }
};
