import type { ReleasedDocument } from '@samhold/contract';
import type { Tx } from '@samhold/db';
import type { Dependencies } from '../dependencies.ts';
import { readFrozen } from './freeze-counts.ts';
import { ofClass, ofGrade } from './part-of-document.ts';
import { releaseSpecOf } from './publication-catalogue.ts';
import {
  publicationById,
  roundsOfPublication,
  standingRelease,
  type PublicationRound,
  type PublicationRow,
} from './publication-queries.ts';
import { makeReleaseBeside, TimedOut } from './make-release-beside.ts';
import type { ReleaseAudit } from './release-audit.ts';
import { readTask } from './release-task.ts';

/** After this long an audit is given up, and nothing is published. */
export const AUDIT_LIMIT = 5 * 60_000;

type Job = { readonly schoolId: string; readonly publicationId: string };
type Drafted = {
  readonly roundId: string;
  readonly draft: ReleasedDocument;
  readonly audit: ReleaseAudit | null;
  readonly releaseId: string | null;
};

/** Only of the attempt this is: one that was begun after it has the say. */
const stillOf = (tx: Tx, job: Job, attempt: number) =>
  tx
    .updateTable('publication')
    .where('school_id', '=', job.schoolId)
    .where('publication_id', '=', job.publicationId)
    .where('state', '=', 'auditing')
    .where('attempt', '=', attempt);

/** A round of the report: what stands already, or what is to be made beside all that was released of it. */
const readRound = (deps: Dependencies, job: Job, row: PublicationRow, round: PublicationRound) =>
  deps.db.inScope(job, async (tx) => {
    const spec = releaseSpecOf(row);
    const standing = await standingRelease(tx, job.schoolId, round.roundId, row.class_id, spec);
    if (standing !== undefined) return { standing } as const;
    const classNames = row.class_name === null ? null : [row.class_name];
    const task = await readTask(tx, job.schoolId, round, spec, classNames);
    return { task, lists: (await readFrozen(tx, job.schoolId, round.roundId)).lists } as const;
  });

/** No connection is kept while the figures are worked out. */
const draftRounds = async (
  deps: Dependencies,
  job: Job,
  row: PublicationRow,
  limit: number,
): Promise<readonly Drafted[]> => {
  const rounds = await deps.db.inScope(job, (tx) =>
    roundsOfPublication(tx, job.schoolId, [job.publicationId]),
  );
  const left = () => limit - (deps.now().getTime() - row.attempt_at.getTime());
  const drafted: Drafted[] = [];
  for (const [at, round] of rounds.entries()) {
    const read = await readRound(deps, job, row, round);
    if (read.standing !== undefined) {
      const { document: draft, releaseId } = read.standing;
      drafted.push({ roundId: round.roundId, draft, audit: null, releaseId });
      continue;
    }
    const shown = shownProgress(deps, job, row.attempt);
    const { document, audit } = await makeReleaseBeside(read.task, left(), (done, of) =>
      shown.show(Math.min(99, Math.floor((100 * (at + done / of)) / rounds.length))),
    );
    await shown.written();
    const draft =
      row.grade !== null
        ? ofGrade(document, row.grade, read.lists)
        : row.class_name !== null
          ? ofClass(document, row.class_name)
          : document;
    drafted.push({ roundId: round.roundId, draft, audit, releaseId: null });
  }
  if (left() <= 0) throw new TimedOut();
  return drafted;
};

/** Writes how far it has come, one after the other; what is overtaken meanwhile is left out. */
const shownProgress = (deps: Dependencies, job: Job, attempt: number) => {
  let [latest, writing] = [0, Promise.resolve()];
  const show = (progress: number): void => {
    latest = progress;
    writing = writing.then(async () => {
      if (progress < latest) return;
      await deps.db.inScope(job, (tx) => stillOf(tx, job, attempt).set({ progress }).execute());
    });
    // It is told by whoever waits for it.
    writing.catch(() => undefined);
  };
  return { show, written: () => writing };
};

/**
 * Drafts the releases a report needs beside all that was released of its rounds. Publishes nothing. Harmless twice: what is no
 * longer waiting for it is left as it is.
 */
export const auditPublication = async (deps: Dependencies, job: Job, limit = AUDIT_LIMIT): Promise<void> => {
  const { schoolId, publicationId } = job;
  const row = await deps.db.inScope(job, (tx) => publicationById(tx, schoolId, publicationId));
  if (row?.state !== 'auditing') return;
  const fail = (failure: string) =>
    deps.db.inScope(job, (tx) => stillOf(tx, job, row.attempt).set({ state: 'failed', failure }).execute());
  try {
    const drafted = await draftRounds(deps, job, row, limit);
    const now = deps.now();
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
