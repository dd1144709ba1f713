import type { Audience } from '@samhold/analysis';
import type { ReleaseLedger } from '@samhold/contract';
import type { Tx } from '@samhold/db';
import type { StaffActor } from '../access/actor.ts';
import { logOpening } from '../access/log.ts';
import type { Dependencies } from '../dependencies.ts';
import { AppError } from '../errors.ts';
import { heldForEverybody } from './publication-catalogue.ts';
import { recordedAudit } from './recorded-audit.ts';
import type { ReportFile } from './report-files/report-file.ts';
import type { ReleaseAudit } from './release-audit.ts';

/** All that was given out of a round, to whomever, the first one first. */
export const readLedger = (deps: Dependencies, actor: StaffActor, roundId: string): Promise<ReleaseLedger> =>
  deps.db.inScope(actor, async (tx) => {
    const round = await tx
      .selectFrom('round')
      .select('name')
      .where('school_id', '=', actor.schoolId)
      .where('round_id', '=', roundId)
      .executeTakeFirst();
    if (round === undefined) throw new AppError('not_found');
    const rows = await tx
      .selectFrom('release as l')
      .leftJoin('class as c', (join) =>
        join.onRef('c.school_id', '=', 'l.school_id').onRef('c.class_id', '=', 'l.class_id'),
      )
      .select(['l.release_id', 'l.audience', 'l.spec', 'l.released_at', 'c.name as class_name'])
      .select((is) =>
        is
          .exists(
            is
              .selectFrom('publication_round as r')
              .innerJoin('publication as p', (join) =>
                join
                  .onRef('p.school_id', '=', 'r.school_id')
                  .onRef('p.publication_id', '=', 'r.publication_id'),
              )
              .select('p.publication_id')
              .whereRef('r.school_id', '=', 'l.school_id')
              .whereRef('r.release_id', '=', 'l.release_id')
              .where('p.published_at', 'is not', null),
          )
          .as('is_published'),
      )
      .where('l.school_id', '=', actor.schoolId)
      .where('l.round_id', '=', roundId)
      .orderBy('l.released_at')
      .orderBy('c.name')
      .orderBy('l.release_id')
      .execute();
    return {
      roundName: round.name,
      releases: rows.map((row) => ({
        releaseId: row.release_id,
        // Written by storeRelease only.
        audience: row.audience as ReleaseLedger['releases'][number]['audience'],
        className: row.class_name,
        releasedAt: row.released_at.toISOString(),
        isHeld:
          row.audience === heldForEverybody.audience &&
          row.spec === heldForEverybody.id &&
          row.is_published !== true,
      })),
    };
  });

const releaseById = (tx: Tx, schoolId: string, releaseId: string) =>
  tx
    .selectFrom('release as l')
    .innerJoin('release_audit as a', (join) =>
      join.onRef('a.school_id', '=', 'l.school_id').onRef('a.audit_id', '=', 'l.audit_id'),
    )
    .selectAll('l')
    .select('a.audit')
    .where('l.school_id', '=', schoolId)
    .where('l.release_id', '=', releaseId)
    .executeTakeFirst();

/** What the readers of a release had seen of the round beside it: what it was held against, and what one audit stands for. */
const seenBeside = async (tx: Tx, schoolId: string, release: ReleasedRow, held: readonly string[]) => {
  const rows = await tx
    .selectFrom('release')
    .select(['release_id', 'audience', 'audit_id'])
    .where('school_id', '=', schoolId)
    .where('round_id', '=', release.round_id)
    .where('release_id', '!=', release.release_id)
    .orderBy('released_at')
    .orderBy('release_id')
    .execute();
  return rows
    .filter((row) => row.audit_id === release.audit_id || held.includes(row.release_id))
    .map((row) => ({ releaseId: row.release_id, audience: row.audience as Audience }));
};

type ReleasedRow = NonNullable<Awaited<ReturnType<typeof releaseById>>>;

const fileOf = (release: ReleasedRow, more: object): ReportFile => ({
  name: `frigivelse-${release.release_id}.json`,
  type: 'application/json',
  body: Buffer.from(
    JSON.stringify({
      ...{ format: 'samhold-release/1', releaseId: release.release_id, audience: release.audience },
      ...{ spec: release.spec, specVersion: release.spec_version },
      ...{ releasedAt: release.released_at.toISOString(), thresholds: release.thresholds },
      ...{ hash: release.hash.toString('hex'), document: release.document },
      ...more,
    }),
  ),
});

/**
 * A release as a file that can be checked outside of the product. The school's own copy has the proof with it, and so every count
 * of every class: it is opened as such, in the log.
 */
export const releaseRecord = (
  deps: Dependencies,
  actor: StaffActor,
  releaseId: string,
  copy: 'own' | 'readers',
): Promise<ReportFile> =>
  deps.db.inScope(actor, async (tx) => {
    const { schoolId } = actor;
    const release = await releaseById(tx, schoolId, releaseId);
    if (release === undefined) throw new AppError('not_found');
    if (copy === 'readers') return fileOf(release, {});
    await logOpening(tx, actor, deps.now(), {
      action: 'release-record.read',
      subjectKind: 'release',
      subjectId: releaseId,
      purpose: 'check that what was released hides what it must',
    });
    // Written by storeAudit only.
    const audit = release.audit as unknown as ReleaseAudit;
    const seen = await seenBeside(tx, schoolId, release, audit.with);
    return fileOf(release, { audit: recordedAudit(release.round_id, audit, seen) });
  });
