import type { MakePublication, PublicationList, PublicationView, RoundKind } from '@samhold/contract';
import type { Tx } from '@samhold/db';
import type { StaffActor } from '../access/actor.ts';
import type { Dependencies } from '../dependencies.ts';
import { AppError } from '../errors.ts';
import { dayOf } from '../calendar-days.ts';
import { classesOfYear, schoolYearOn } from '../roster/service.ts';
import { schoolName } from '../school/service.ts';
import { isKindFor, isOffered, readsByLink } from './publication-catalogue.ts';
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
          : [
              {
                ...{ roundId: round.round_id, kind: kindOf(round), name: round.name },
                endedAt: round.ended_at.toISOString(),
              },
            ],
      ),
      classes: await classesNow(tx, actor.schoolId, deps.now()),
    };
  });

// The table checks it.
const kindOf = ({ kind }: { readonly kind: string }) => kind as RoundKind;

const classesNow = async (tx: Tx, schoolId: string, now: Date): Promise<PublicationList['classes']> => {
  const year = await schoolYearOn(tx, schoolId, dayOf(now));
  const classes = year === undefined ? [] : [...(await classesOfYear(tx, schoolId, year))];
  const order = new Intl.Collator('nb', { numeric: true });
  return classes
    .map(([className, classId]) => ({ classId, className }))
    .sort((a, b) => order.compare(a.className, b.className));
};

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
    if (!isOffered(wish)) throw new AppError('not_for_audience');
    const now = deps.now();
    const { classId = null } = wish;
    if (classId !== null && !(await classesNow(tx, schoolId, now)).some((one) => one.classId === classId))
      throw new AppError('not_for_audience');
    const released = await queries.releasedRounds(tx, schoolId);
    for (const id of wish.roundIds) {
      const round = released.find(({ round_id: one }) => one === id);
      if (round === undefined) throw new AppError('round_not_released');
      if (!isKindFor(audience, kindOf(round))) throw new AppError('not_for_audience');
    }
    const made = await tx
      .insertInto('publication')
      .values({
        school_id: schoolId,
        publication_id: publicationId,
        audience,
        grade: wish.grade ?? null,
        class_id: classId,
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
