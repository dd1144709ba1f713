import type { RosterCounts, RosterImport } from '@samhold/contract';
import type { Tx } from '@samhold/db';
import type { StaffActor } from '../../access/actor.ts';
import { logOpening } from '../../access/log.ts';
import { dayOf } from '../../calendar-days.ts';
import type { Dependencies } from '../../dependencies.ts';
import { AppError } from '../../errors.ts';
import { applyChanges, type EndedRelation } from './apply-changes.ts';
import {
  asRosterImport,
  discardImports,
  importById,
  lockRoster,
  raiseRosterVersion,
  type StoredImport,
} from './stored-imports.ts';

/** Whoever applies: an administrator, or the command line, which has no staff id. */
export type Importer = { readonly schoolId: string } & Partial<Pick<StaffActor, 'staffId' | 'relations'>>;

/**
 * More than a fifth of those listed would leave: the wrong file, or the end of a school. Or somebody would, while rows could
 * not be read: they may be in them.
 */
export const asksTwice = (counts: Pick<RosterCounts, 'leaving' | 'listed' | 'rejected'>): boolean =>
  counts.leaving > counts.listed * 0.2 || (counts.leaving > 0 && counts.rejected > 0);

const lockedImport = async (
  tx: Tx,
  schoolId: string,
  importId: string,
): Promise<{ readonly found: NonNullable<StoredImport>; readonly version: number }> => {
  const version = await lockRoster(tx, schoolId);
  const found = await importById(tx, schoolId, importId);
  if (found === undefined) throw new AppError('not_found');
  return { found, version };
};

/** The command line has nobody to name, and so no entry. */
const logEnded = async (
  tx: Tx,
  { schoolId, staffId, relations = [] }: Importer,
  now: Date,
  ended: readonly EndedRelation[],
): Promise<void> => {
  if (staffId === undefined) return;
  for (const one of ended)
    await logOpening(tx, { schoolId, staffId, relations }, now, {
      action: 'access.ended',
      subjectKind: 'staff',
      subjectId: one.staffId,
      purpose: `contact_teacher ${one.classId}`,
    });
};

/** Applies an import in the transaction: see applyImport. */
export const applyInScope = async (
  tx: Tx,
  importer: Importer,
  now: Date,
  importId: string,
  confirmLeaving: boolean,
): Promise<RosterImport> => {
  const { schoolId } = importer;
  const { found, version } = await lockedImport(tx, schoolId, importId);
  const shown = asRosterImport(found);
  if (shown.state === 'applied') return shown;
  const today = dayOf(now);
  if (shown.state === 'discarded' || found.roster_version !== version || found.ends_on < today)
    throw new AppError('roster_changed');
  const { leaving, listed, endingClasses } = shown.counts;
  if (!confirmLeaving && asksTwice(shown.counts))
    throw new AppError('leaving_not_confirmed', [`leaving: ${leaving}`, `listed: ${listed}`]);
  const begins = found.starts_on > today;
  const ended = await applyChanges(tx, schoolId, {
    importId,
    schoolYearId: found.school_year_id,
    day: begins ? found.starts_on : today,
    now,
    teachesFrom: begins ? new Date(`${found.starts_on}T00:00:00Z`) : now,
    endingClasses,
    staffId: importer.staffId ?? null,
  });
  await logEnded(tx, importer, now, ended);
  await raiseRosterVersion(tx, schoolId);
  await tx
    .updateTable('roster_import')
    .set({ state: 'applied', applied_at: now })
    .where('school_id', '=', schoolId)
    .where('import_id', '=', importId)
    .execute();
  return { ...shown, state: 'applied', appliedAt: now.toISOString() };
};

/**
 * Makes the class lists what the read file said, exactly as it was shown; the second time it answers the same. Throws
 * `roster_changed` when the lists have changed since the file was read, and `leaving_not_confirmed` when it asks
 * twice about those who leave and nobody confirmed it.
 */
export const applyImport = (
  deps: Dependencies,
  importer: Importer,
  importId: string,
  confirmLeaving: boolean,
): Promise<RosterImport> =>
  deps.db.inScope(importer, (tx) => applyInScope(tx, importer, deps.now(), importId, confirmLeaving));

/** Puts an import away. One that is applied stays applied. */
export const discardImport = (
  deps: Dependencies,
  importer: Importer,
  importId: string,
): Promise<RosterImport> =>
  deps.db.inScope(importer, async (tx) => {
    const { found } = await lockedImport(tx, importer.schoolId, importId);
    if (found.state === 'read') await discardImports(tx, importer.schoolId, [importId]);
    const after = found.state === 'read' ? { ...found, state: 'discarded' } : found;
    return asRosterImport(after);
  });
