import type { ReleasedDocument } from '@samhold/contract';
import type { Tx } from '@samhold/db';
import { gradesAndSchool } from './release-spec.ts';
import type { Released, ReleasedOverview } from './released-groups.ts';

/** So many rounds back: about two school years. */
const mostRounds = 12;

/** Of the newest releases of wellbeing rounds to leadership what the overview says, the earliest first. */
export const newestReleases = async (tx: Tx, schoolId: string) => {
  const rows = await tx
    .selectFrom('release as e')
    .innerJoin('round as r', (join) =>
      join.onRef('r.school_id', '=', 'e.school_id').onRef('r.round_id', '=', 'e.round_id'),
    )
    .innerJoin('school_year as y', (join) =>
      join.onRef('y.school_id', '=', 'r.school_id').onRef('y.school_year_id', '=', 'r.school_year_id'),
    )
    .select(['e.release_id as releaseId', 'e.round_id as roundId', 'e.released_at as releasedAt'])
    .select(['y.label as schoolYear', 'e.overview'])
    .where('e.school_id', '=', schoolId)
    .where('e.audience', '=', gradesAndSchool.audience)
    .where('e.spec', '=', gradesAndSchool.id)
    .where('e.class_id', 'is', null)
    .where('r.kind', '=', 'wellbeing')
    .orderBy('e.released_at', 'desc')
    .orderBy('e.round_id')
    .limit(mostRounds)
    .execute();
  // Written by storeRelease only, for each release of this kind.
  const known = rows as unknown as readonly (Omit<(typeof rows)[number], 'overview'> & ReleasedOverview)[];
  return known.toReversed();
};

/** The whole documents of these releases, in the same order. */
export const wholeOf = async (
  tx: Tx,
  schoolId: string,
  releases: Awaited<ReturnType<typeof newestReleases>>,
): Promise<readonly Released[]> => {
  if (releases.length === 0) return [];
  const ids = releases.map(({ releaseId }) => releaseId);
  const rows = await tx
    .selectFrom('release')
    .select(['release_id', 'document'])
    .where('school_id', '=', schoolId)
    .where('release_id', 'in', ids)
    .execute();
  const documents = new Map(rows.map((row) => [row.release_id, row.document]));
  return releases.map(({ releaseId, roundId, schoolYear }) => ({
    ...{ roundId, schoolYear },
    // Written by storeRelease only.
    document: documents.get(releaseId) as unknown as ReleasedDocument,
  }));
};

/** The classes that had pupils of a grade in these rounds, as their releases name them. */
export const classesOfGrade = async (
  tx: Tx,
  schoolId: string,
  grade: number,
  roundIds: readonly string[],
) => {
  const rows = await tx
    .selectFrom('released_participation as p')
    .innerJoin('sitting as s', (join) =>
      join.onRef('s.school_id', '=', 'p.school_id').onRef('s.sitting_id', '=', 'p.sitting_id'),
    )
    .innerJoin('class as c', (join) =>
      join.onRef('c.school_id', '=', 's.school_id').onRef('c.class_id', '=', 's.class_id'),
    )
    .select('c.name')
    .distinct()
    .where('p.school_id', '=', schoolId)
    .where('p.grade', '=', grade)
    .where('s.round_id', 'in', roundIds)
    .execute();
  return new Set(rows.map(({ name }) => name));
};
