import type { Tx } from '@samhold/db';

/** What one pupil answered on choice items, in these sittings. */
export const answersOfPupil = async (
  tx: Tx,
  schoolId: string,
  pupilId: string,
  sittingIds: readonly string[],
) =>
  sittingIds.length === 0
    ? []
    : tx
        .selectFrom('response as r')
        .innerJoin('answer as a', (join) =>
          join.onRef('a.school_id', '=', 'r.school_id').onRef('a.response_id', '=', 'r.response_id'),
        )
        .select(['r.sitting_id', 'a.item_id', 'a.type', 'a.option_id'])
        .where('r.school_id', '=', schoolId)
        .where('r.pupil_id', '=', pupilId)
        .where('r.sitting_id', 'in', sittingIds)
        .execute();

/** Choices in these sittings that the pupil gave or received. */
export const choicesAround = async (
  tx: Tx,
  schoolId: string,
  pupilId: string,
  sittingIds: readonly string[],
) =>
  sittingIds.length === 0
    ? []
    : tx
        .selectFrom('nomination as n')
        .innerJoin('response as r', (join) =>
          join.onRef('r.school_id', '=', 'n.school_id').onRef('r.response_id', '=', 'n.response_id'),
        )
        .select(['n.sitting_id', 'n.criterion_id', 'r.pupil_id as from', 'n.nominee_id as to'])
        .where('n.school_id', '=', schoolId)
        .where('n.sitting_id', 'in', sittingIds)
        .where(({ or, eb }) => or([eb('n.nominee_id', '=', pupilId), eb('r.pupil_id', '=', pupilId)]))
        .execute();
