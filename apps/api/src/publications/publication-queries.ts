import type { PublicationAudience, PublicationSpec, ReleasedDocument, Report } from '@samhold/contract';
import type { Tx } from '@samhold/db';
import type { ReleaseAudit } from './release-audit.ts';

const ofSchool = (tx: Tx, schoolId: string) =>
  tx
    .selectFrom('publication as p')
    .leftJoin('class as k', (join) =>
      join.onRef('k.school_id', '=', 'p.school_id').onRef('k.class_id', '=', 'p.class_id'),
    )
    .selectAll('p')
    .select('k.name as class_name')
    .where('p.school_id', '=', schoolId);

type Stored = NonNullable<Awaited<ReturnType<ReturnType<typeof ofSchool>['executeTakeFirst']>>>;

export type PublicationRow = Omit<Stored, 'audience' | 'spec' | 'state' | 'document' | 'overview'> & {
  readonly audience: PublicationAudience;
  readonly spec: PublicationSpec;
  readonly state: 'auditing' | 'audited' | 'failed' | 'published' | 'revoked';
  readonly document: Report | null;
};

// Each of these is written by this slice only, or checked by the table.
const known = (row: Stored): PublicationRow => row as unknown as PublicationRow;

export const publicationsOf = async (tx: Tx, schoolId: string): Promise<readonly PublicationRow[]> =>
  (await ofSchool(tx, schoolId).orderBy('p.made_at', 'desc').orderBy('p.publication_id').execute()).map(
    known,
  );

export const publicationById = async (
  tx: Tx,
  schoolId: string,
  publicationId: string,
  { lock }: { readonly lock: boolean } = { lock: false },
): Promise<PublicationRow | undefined> => {
  const query = ofSchool(tx, schoolId).where('p.publication_id', '=', publicationId);
  const row = await (lock ? query.forUpdate('p') : query).executeTakeFirst();
  return row === undefined ? undefined : known(row);
};

/** The report behind a link, withdrawn or not. */
export const publicationByLink = async (
  tx: Tx,
  schoolId: string,
  linkHash: Buffer,
): Promise<PublicationRow | undefined> => {
  const row = await ofSchool(tx, schoolId).where('p.link_hash', '=', linkHash).executeTakeFirst();
  return row === undefined ? undefined : known(row);
};

/** The classes of a grade that a report's rounds are about. */
export const classesOfGrade = async (
  tx: Tx,
  schoolId: string,
  { publication_id: id, grade }: Pick<PublicationRow, 'publication_id' | 'grade'>,
): Promise<readonly string[]> => {
  if (grade === null) return [];
  const rows = await tx
    .selectFrom('publication_round as p')
    .innerJoin('sitting as s', (join) =>
      join.onRef('s.school_id', '=', 'p.school_id').onRef('s.round_id', '=', 'p.round_id'),
    )
    .innerJoin('released_participation as l', (join) =>
      join.onRef('l.school_id', '=', 's.school_id').onRef('l.sitting_id', '=', 's.sitting_id'),
    )
    .select('s.class_id')
    .distinct()
    .where('p.school_id', '=', schoolId)
    .where('p.publication_id', '=', id)
    .where('l.grade', '=', grade)
    .execute();
  return rows.map((row) => row.class_id);
};

/** The rounds of a report in the order they were held. */
export const roundsOfPublication = async (tx: Tx, schoolId: string, publicationIds: readonly string[]) => {
  if (publicationIds.length === 0) return [];
  const rows = await tx
    .selectFrom('publication_round as p')
    .innerJoin('round as r', (join) =>
      join.onRef('r.school_id', '=', 'p.school_id').onRef('r.round_id', '=', 'p.round_id'),
    )
    .innerJoin('school_year as y', (join) =>
      join.onRef('y.school_id', '=', 'r.school_id').onRef('y.school_year_id', '=', 'r.school_year_id'),
    )
    .select(['p.publication_id', 'p.round_id', 'p.draft', 'p.audit', 'p.release_id'])
    .select(['r.kind', 'r.name', 'r.ended_at', 'y.label'])
    .where('p.school_id', '=', schoolId)
    .where('p.publication_id', 'in', publicationIds)
    .orderBy('r.ended_at')
    .orderBy('r.round_id')
    .execute();
  return rows.map((row) => ({
    publicationId: row.publication_id,
    roundId: row.round_id,
    // The table checks it.
    kind: row.kind as 'wellbeing' | 'sociogram',
    name: row.name,
    endedAt: row.ended_at,
    schoolYear: row.label,
    releaseId: row.release_id,
    // Written by the audit only.
    draft: row.draft as unknown as ReleasedDocument | null,
    audit: row.audit as unknown as ReleaseAudit | null,
  }));
};

export type PublicationRound = Awaited<ReturnType<typeof roundsOfPublication>>[number];

/** Rounds a report can be made of: what leadership was shown of them is released. */
export const releasedRounds = (tx: Tx, schoolId: string) =>
  tx
    .selectFrom('round as r')
    .select(['r.round_id', 'r.kind', 'r.name', 'r.ended_at'])
    .where('r.school_id', '=', schoolId)
    .where('r.ended_at', 'is not', null)
    .where((is) =>
      is.exists(
        is
          .selectFrom('release as l')
          .select('l.release_id')
          .whereRef('l.school_id', '=', 'r.school_id')
          .whereRef('l.round_id', '=', 'r.round_id')
          .where('l.class_id', 'is', null),
      ),
    )
    .orderBy('r.ended_at', 'desc')
    .execute();

/** A release of this kind that stands already. */
export const standingRelease = async (
  tx: Tx,
  schoolId: string,
  roundId: string,
  classId: string | null,
  { audience, id }: { readonly audience: string; readonly id: string },
) => {
  const row = await tx
    .selectFrom('release')
    .select(['release_id', 'document'])
    .where('school_id', '=', schoolId)
    .where('round_id', '=', roundId)
    .where('class_id', classId === null ? 'is' : '=', classId)
    .where('audience', '=', audience)
    .where('spec', '=', id)
    .executeTakeFirst();
  // Written by storeRelease only.
  return row && { releaseId: row.release_id, document: row.document as unknown as ReleasedDocument };
};
