import type { RoundKind } from '@samhold/contract';
import type { Tx } from '@samhold/db';
import { readClassFigures } from '../sociograms/descriptions.ts';
import { readParticipation, readTallies } from '../wellbeing/tallies.ts';

type FrozenTally = {
  readonly sitting_id: string;
  readonly grade: number;
  readonly item_id: string;
  readonly outcome: string;
  readonly count: number;
};
type FrozenParticipation = {
  readonly sitting_id: string;
  readonly grade: number;
  readonly listed: number;
  readonly responded: number;
};

/**
 * Keeps the counts of these closed sittings as they are now, for every release to come; of those that are kept already
 * nothing changes. Else a later answer could be told from two releases.
 */
export const freezeCounts = async (
  tx: Tx,
  schoolId: string,
  kind: RoundKind,
  sittingIds: readonly string[],
  now: Date,
): Promise<void> => {
  const kept = new Set((await frozenParticipation(tx, schoolId, sittingIds)).map((row) => row.sitting_id));
  const ids = sittingIds.filter((id) => !kept.has(id));
  const participation = await readParticipation(tx, schoolId, ids);
  const { lists, counts } =
    kind === 'wellbeing'
      ? { lists: participation, counts: await readTallies(tx, schoolId, ids) }
      : await ofNetworks(tx, schoolId, ids, participation);
  if (lists.length === 0) return;
  await tx
    .insertInto('released_participation')
    .values(lists.map((row) => ({ ...row, school_id: schoolId, frozen_at: now })))
    .execute();
  if (counts.length === 0) return;
  await tx
    .insertInto('released_tally')
    .values(counts.map((row) => ({ ...row, school_id: schoolId })))
    .execute();
};

/** How many have a mutual choice, were chosen without one, or by nobody, per class and criterion: each pupil is one of them. A class belongs to the grade most of its pupils are in. */
const ofNetworks = async (
  tx: Tx,
  schoolId: string,
  ids: readonly string[],
  participation: readonly FrozenParticipation[],
): Promise<{ lists: readonly FrozenParticipation[]; counts: readonly FrozenTally[] }> => {
  const figures = await readClassFigures(tx, schoolId, ids);
  const lists = [...Map.groupBy(participation, (row) => row.sitting_id)].map(([sittingId, rows]) => ({
    sitting_id: sittingId,
    grade: rows.toSorted((a, b) => b.listed - a.listed || a.grade - b.grade)[0]?.grade ?? 0,
    listed: rows.reduce((sum, { listed }) => sum + listed, 0),
    responded: rows.reduce((sum, { responded }) => sum + responded, 0),
  }));
  const gradeOf = new Map(lists.map((row) => [row.sitting_id, row.grade]));
  const counts = figures.flatMap(({ sittingId, criterionId, figures: { n, unchosenCount, ...of } }) => {
    const grade = gradeOf.get(sittingId);
    if (grade === undefined) return [];
    const one = { sitting_id: sittingId, grade, item_id: criterionId };
    const mutual = of.mutualComponentSizes.filter((size) => size > 1).reduce((sum, size) => sum + size, 0);
    return [
      { ...one, outcome: 'mutual', count: mutual },
      { ...one, outcome: 'one-way', count: n - unchosenCount - mutual },
      { ...one, outcome: 'unchosen', count: unchosenCount },
    ];
  });
  return { lists, counts };
};

const frozenParticipation = async (tx: Tx, schoolId: string, sittingIds: readonly string[]) =>
  sittingIds.length === 0
    ? []
    : tx
        .selectFrom('released_participation')
        .select(['sitting_id', 'grade', 'listed', 'responded'])
        .where('school_id', '=', schoolId)
        .where('sitting_id', 'in', sittingIds)
        .execute();

/** The kept counts of a round's sittings, class by class. */
export const readFrozen = async (tx: Tx, schoolId: string, roundId: string) => {
  const lists = await tx
    .selectFrom('released_participation as p')
    .innerJoin('sitting as s', (join) =>
      join.onRef('s.school_id', '=', 'p.school_id').onRef('s.sitting_id', '=', 'p.sitting_id'),
    )
    .innerJoin('class as c', (join) =>
      join.onRef('c.school_id', '=', 's.school_id').onRef('c.class_id', '=', 's.class_id'),
    )
    .select(['p.sitting_id', 'p.grade', 'p.listed', 'p.responded', 'c.class_id', 'c.name as class_name'])
    .select(['s.questionnaire_id', 's.questionnaire_version'])
    .where('p.school_id', '=', schoolId)
    .where('s.round_id', '=', roundId)
    .orderBy('c.name')
    .orderBy('p.grade')
    .execute();
  const ids = [...new Set(lists.map((row) => row.sitting_id))];
  const counts =
    ids.length === 0
      ? []
      : await tx
          .selectFrom('released_tally')
          .select(['sitting_id', 'grade', 'item_id', 'outcome', 'count'])
          .where('school_id', '=', schoolId)
          .where('sitting_id', 'in', ids)
          .execute();
  return { lists, counts };
};

export type FrozenCounts = Awaited<ReturnType<typeof readFrozen>>;
