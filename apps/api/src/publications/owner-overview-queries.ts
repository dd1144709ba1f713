import { sql, type Tx } from '@samhold/db';
import { audiencesOfOwner } from '../access/policy.ts';
import type { ReportedRound } from './overview-of-report.ts';

/** Reports so far back; each has at most six rounds. */
const MOST = 12;

/** Reports that the owner may read now and that say something of the school under one, the newest first. */
const standing = (tx: Tx, schoolId: string) =>
  tx
    .selectFrom('publication')
    .where('school_id', '=', schoolId)
    .where('state', '=', 'published')
    .where('audience', 'in', audiencesOfOwner)
    .where(sql<boolean>`jsonb_array_length(overview) > 0`)
    .orderBy('published_at', 'desc')
    .orderBy('publication_id');

/** The school's name, and whether it has such a report. */
export const nameAndWhether = (tx: Tx, schoolId: string) =>
  tx
    .selectFrom('school')
    .select(['school_id as schoolId', 'name'])
    .select((is) => is.exists(standing(tx, schoolId).select('publication_id')).as('isShown'))
    .where('school_id', '=', schoolId);

export const reportsTo = (tx: Tx, schoolId: string) =>
  standing(tx, schoolId)
    .select(['publication_id', 'title', 'published_at', 'overview'])
    .select(({ fn }) => fn.countAll<number>().over().as('all'))
    .limit(MOST);

type StoredReport = Awaited<ReturnType<ReturnType<typeof reportsTo>['execute']>>[number];

export const asReport = (row: StoredReport) => ({
  publicationId: row.publication_id,
  title: row.title,
  // There with every report that was published.
  publishedAt: (row.published_at ?? new Date(0)).toISOString(),
  all: row.all,
  // Written by overviewKept only.
  rounds: row.overview as unknown as readonly ReportedRound[],
});

export type ReportTo = ReturnType<typeof asReport>;
