import { randomUUID } from 'node:crypto';
import { isWholeRow, type ChooseSummary, type ClassSummary, type ReleasedDocument } from '@samhold/contract';
import type { Tx } from '@samhold/db';
import type { StaffActor } from '../access/actor.ts';
import { logOpening } from '../access/log.ts';
import { dayOf } from '../calendar-days.ts';
import type { Dependencies } from '../dependencies.ts';
import { AppError } from '../errors.ts';
import {
  closedSittings,
  readableClass,
  readableSitting,
  summary,
  type SittingRow,
} from '../rounds/sittings.ts';
import { lockReleases } from './queries.ts';
import { freezeCounts } from './freeze-counts.ts';
import { classSummary } from './release-spec.ts';
import { releaseInScope } from './release-step.ts';

const releasesOf = (tx: Tx, schoolId: string, classId: string) =>
  tx
    .selectFrom('release')
    .select(['release_id', 'round_id', 'released_at', 'document'])
    .where('school_id', '=', schoolId)
    .where('class_id', '=', classId)
    .where('audience', '=', classSummary.audience)
    .where('spec', '=', classSummary.id)
    .execute();

const lastChoice = (tx: Tx, schoolId: string, releaseId: string) =>
  tx
    .selectFrom('release_choice')
    .select('item_ids')
    .where('school_id', '=', schoolId)
    .where('release_id', '=', releaseId)
    .orderBy('chosen_at', 'desc')
    .orderBy('choice_id')
    .limit(1)
    .executeTakeFirst();

/** The summary of one round of the class, or of its newest; from the record alone, never from counts as they are now. */
const summaryOf = async (
  tx: Tx,
  schoolId: string,
  of: { readonly classId: string; readonly className: string; readonly sittingId: string | undefined },
): Promise<ClassSummary> => {
  const sittings = await closedSittings(tx, schoolId, of.classId, 'wellbeing');
  const releases = await releasesOf(tx, schoolId, of.classId);
  const releaseOf = (sitting: SittingRow | undefined) =>
    releases.find((release) => release.round_id === sitting?.round_id);
  const looked =
    of.sittingId === undefined ? sittings[0] : sittings.find((row) => row.sitting_id === of.sittingId);
  if (of.sittingId !== undefined && looked === undefined) throw new AppError('not_found');
  const release = releaseOf(looked);
  return {
    classId: of.classId,
    className: of.className,
    rounds: sittings.map((row) => ({ sitting: summary(row), made: releaseOf(row) !== undefined })),
    sittingId: looked?.sitting_id ?? null,
    summary:
      release === undefined
        ? null
        : {
            releaseId: release.release_id,
            releasedAt: release.released_at.toISOString(),
            // Written by makeClassSummary only.
            document: release.document as unknown as ReleasedDocument,
            chosen: (await lastChoice(tx, schoolId, release.release_id))?.item_ids ?? null,
          },
  };
};

export const readClassSummary = (
  deps: Dependencies,
  actor: StaffActor,
  classId: string,
  sittingId: string | undefined,
): Promise<ClassSummary> =>
  deps.db.inScope(actor, async (tx) => {
    const list = await readableClass(tx, actor, classId, dayOf(deps.now()));
    return summaryOf(tx, actor.schoolId, { classId, className: list.name, sittingId });
  });

const ofWellbeing = async (tx: Tx, actor: StaffActor, sittingId: string): Promise<SittingRow> => {
  const sitting = await readableSitting(tx, actor, sittingId);
  if (sitting.kind !== 'wellbeing') throw new AppError('not_found');
  return sitting;
};

const answered = (tx: Tx, { schoolId }: StaffActor, sitting: SittingRow): Promise<ClassSummary> =>
  summaryOf(tx, schoolId, {
    classId: sitting.class_id,
    className: sitting.class_name,
    sittingId: sitting.sitting_id,
  });

/** Freezes what the class may see of its round, as the answers are now. Asked again, the first record stands. */
export const makeClassSummary = (
  deps: Dependencies,
  actor: StaffActor,
  sittingId: string,
): Promise<ClassSummary> =>
  deps.db.inScope(actor, async (tx) => {
    const { schoolId } = actor;
    const sitting = await ofWellbeing(tx, actor, sittingId);
    const round = { roundId: sitting.round_id, kind: 'wellbeing', name: sitting.name } as const;
    const own = { classId: sitting.class_id, className: sitting.class_name };
    await lockReleases(tx, schoolId, sitting.round_id);
    await freezeCounts(tx, schoolId, 'wellbeing', [sittingId], deps.now());
    await releaseInScope(tx, schoolId, { round, spec: classSummary, classes: [own] }, deps.now());
    await logOpening(tx, actor, deps.now(), {
      action: 'class-summary.release',
      subjectKind: 'sitting',
      subjectId: sittingId,
      purpose: 'make a summary to show the class',
    });
    return answered(tx, actor, sitting);
  });

/** Chooses which of the items that passed are shown. A choice of anything else is refused whole. */
export const chooseSummaryItems = (
  deps: Dependencies,
  actor: StaffActor,
  sittingId: string,
  { itemIds }: ChooseSummary,
): Promise<ClassSummary> =>
  deps.db.inScope(actor, async (tx) => {
    const sitting = await ofWellbeing(tx, actor, sittingId);
    const { summary: made } = await answered(tx, actor, sitting);
    if (made === null) throw new AppError('not_found');
    const passed = made.document.tables
      .flatMap((table) => table.items)
      .filter((item) => item.rows.some(isWholeRow))
      .map((item) => item.itemId);
    if (itemIds.some((id) => !passed.includes(id))) throw new AppError('unknown_item');
    await tx
      .insertInto('release_choice')
      .values({
        school_id: actor.schoolId,
        release_id: made.releaseId,
        choice_id: randomUUID(),
        chosen_at: deps.now(),
        chosen_by: actor.staffId,
        item_ids: [...itemIds],
      })
      .execute();
    return answered(tx, actor, sitting);
  });
