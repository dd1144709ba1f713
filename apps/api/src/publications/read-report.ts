import type { Report, ReportList } from '@samhold/contract';
import type { Tx } from '@samhold/db';
import type { StaffActor } from '../access/actor.ts';
import { mayReadReport } from '../access/policy.ts';
import type { Dependencies } from '../dependencies.ts';
import { AppError } from '../errors.ts';
import {
  classesOfGrade,
  publicationById,
  publicationByLink,
  publicationsOf,
  type PublicationRow,
} from './publication-queries.ts';
import { reportHash } from './report-link.ts';

const asRead = (row: PublicationRow | undefined): Report => {
  if (row === undefined || row.document === null) throw new AppError('not_found');
  if (row.state === 'revoked') throw new AppError('report_withdrawn');
  return row.document;
};

/** The report behind a link, for whoever has it. A link that never was is answered as any page that is not there. */
export const openReport = async (deps: Dependencies, link: string): Promise<Report> => {
  const linkHash = reportHash(deps.keyring, link);
  const found = await deps.db.beforeScope((tx) =>
    tx
      .selectFrom('publication_lookup')
      .select('school_id')
      .where('link_hash', '=', linkHash)
      .executeTakeFirst(),
  );
  if (found === undefined) throw new AppError('not_found');
  const { school_id: schoolId } = found;
  return asRead(await deps.db.inScope({ schoolId }, (tx) => publicationByLink(tx, schoolId, linkHash)));
};

const mayRead = async (tx: Tx, actor: StaffActor, row: PublicationRow): Promise<boolean> =>
  mayReadReport(actor, row.audience, await classesOfGrade(tx, actor.schoolId, row));

/** A report for readers who sign in. */
export const readReport = (deps: Dependencies, actor: StaffActor, publicationId: string): Promise<Report> =>
  deps.db.inScope(actor, async (tx) => {
    const row = await publicationById(tx, actor.schoolId, publicationId);
    if (row === undefined || !(await mayRead(tx, actor, row))) throw new AppError('not_found');
    return asRead(row);
  });

/** What the actor may read now, the newest first. */
export const listReports = (deps: Dependencies, actor: StaffActor): Promise<ReportList> =>
  deps.db.inScope(actor, async (tx) => {
    const reports: ReportList['reports'] = [];
    for (const row of await publicationsOf(tx, actor.schoolId)) {
      if (row.state !== 'published' || row.published_at === null) continue;
      if (await mayRead(tx, actor, row))
        reports.push({
          publicationId: row.publication_id,
          title: row.title,
          publishedAt: row.published_at.toISOString(),
        });
    }
    return { reports };
  });
