import type { MakePublication, PublicationList, PublicationView } from '@samhold/contract';
import type { Tx } from '@samhold/db';
import type { StaffActor } from '../access/actor.ts';
import type { Dependencies } from '../dependencies.ts';
import { AppError } from '../errors.ts';
import { schoolName } from '../school/service.ts';
import { isOffered, readsByLink } from './publication-catalogue.ts';
import * as queries from './publication-queries.ts';
import { reportToken } from './report-link.ts';
import { reportOf, shownPublication } from './report.ts';

export const listPublications = (deps: Dependencies, actor: StaffActor): Promise<PublicationList> =>
  deps.db.inScope(actor, async (tx) => {
    const rows = await queries.publicationsOf(tx, actor.schoolId);
    const ids = rows.map((row) => row.publication_id);
    const rounds = await queries.roundsOfPublication(tx, actor.schoolId, ids);
    return {
      publications: rows.map((row) =>
        shownPublication(
          row,
          rounds.filter(({ publicationId }) => publicationId === row.publication_id),
          deps.now(),
        ),
      ),
      rounds: (await queries.releasedRounds(tx, actor.schoolId)).flatMap((round) =>
        round.ended_at === null
          ? []
          : [{ roundId: round.round_id, name: round.name, endedAt: round.ended_at.toISOString() }],
      ),
    };
  });

/** A publication with its preview, read in the caller's transaction. */
export const viewInScope = async (
  deps: Dependencies,
  tx: Tx,
  schoolId: string,
  publicationId: string,
): Promise<PublicationView> => {
  const row = await queries.publicationById(tx, schoolId, publicationId);
  if (row === undefined) throw new AppError('not_found');
  const rounds = await queries.roundsOfPublication(tx, schoolId, [publicationId]);
  const draft = row.state === 'audited' ? reportOf(row, rounds, await schoolName(tx, schoolId), null) : null;
  const isOpen = row.state === 'published' && readsByLink(row.audience);
  return {
    publication: shownPublication(row, rounds, deps.now()),
    report: row.document ?? draft,
    // After the «#», so that no server or proxy on the way writes it down.
    link: isOpen
      ? `${deps.identityProviders.publicUrl}/report#${reportToken(deps.keyring, publicationId)}`
      : null,
  };
};

export const readPublication = (
  deps: Dependencies,
  actor: StaffActor,
  publicationId: string,
): Promise<PublicationView> =>
  deps.db.inScope(actor, (tx) => viewInScope(deps, tx, actor.schoolId, publicationId));

/** Begins a report and its audit. The same asked twice is made once. */
export const makePublication = (
  deps: Dependencies,
  actor: StaffActor,
  wish: MakePublication,
): Promise<PublicationView> =>
  deps.db.inScope(actor, async (tx) => {
    const { schoolId, staffId } = actor;
    const { publicationId, audience, spec, title } = wish;
    const grade = wish.grade ?? null;
    if (!isOffered(audience, spec, grade)) throw new AppError('not_for_audience');
    const released = new Set((await queries.releasedRounds(tx, schoolId)).map((round) => round.round_id));
    if (!wish.roundIds.every((id) => released.has(id))) throw new AppError('round_not_released');
    const now = deps.now();
    const made = await tx
      .insertInto('publication')
      .values({
        school_id: schoolId,
        publication_id: publicationId,
        audience,
        grade,
        title: title.trim(),
        spec,
        state: 'auditing',
        attempt: 1,
        attempt_at: now,
        progress: 0,
        made_by: staffId,
        made_at: now,
      })
      .onConflict((same) => same.columns(['school_id', 'publication_id']).doNothing())
      .returning('publication_id')
      .executeTakeFirst();
    if (made !== undefined) {
      await tx
        .insertInto('publication_round')
        .values(
          wish.roundIds.map((roundId) => ({
            school_id: schoolId,
            publication_id: publicationId,
            round_id: roundId,
          })),
        )
        .execute();
      await deps.audits?.enqueue(tx, 'publication.audit', { schoolId, publicationId });
    }
    return viewInScope(deps, tx, schoolId, publicationId);
  });

/** Audits once more what failed, or what something else was released beside. In the caller's transaction. */
export const auditAgain = async (
  deps: Dependencies,
  tx: Tx,
  schoolId: string,
  publicationId: string,
): Promise<void> => {
  await tx
    .updateTable('publication')
    .set((is) => ({
      state: 'auditing',
      failure: null,
      progress: 0,
      attempt: is('attempt', '+', 1),
      attempt_at: deps.now(),
      audited_at: null,
    }))
    .where('school_id', '=', schoolId)
    .where('publication_id', '=', publicationId)
    .execute();
  await deps.audits?.enqueue(tx, 'publication.audit', { schoolId, publicationId });
};
