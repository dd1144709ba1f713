import type { RosterCounts, RosterImport } from '@samhold/contract';
import { sql, type Tx } from '@samhold/db';
import { deleteChanges } from './change-rows.ts';

const DAY = 86_400_000;

/** The version of the class lists, which every applied import raises; read imports compare against it. */
export const rosterVersion = async (tx: Tx, schoolId: string): Promise<number> =>
  (
    await tx
      .selectFrom('school')
      .select('roster_version')
      .where('school_id', '=', schoolId)
      .executeTakeFirstOrThrow()
  ).roster_version;

/** The same, and lets one transaction at a time change the lists. */
export const lockRoster = async (tx: Tx, schoolId: string): Promise<number> =>
  (
    await tx
      .selectFrom('school')
      .select('roster_version')
      .where('school_id', '=', schoolId)
      .forNoKeyUpdate()
      .executeTakeFirstOrThrow()
  ).roster_version;

export const raiseRosterVersion = (tx: Tx, schoolId: string) =>
  tx
    .updateTable('school')
    .set({ roster_version: sql<number>`roster_version + 1` })
    .where('school_id', '=', schoolId)
    .execute();

export type StoredImport = Awaited<ReturnType<typeof importById>>;

const imports = (tx: Tx, schoolId: string) =>
  tx
    .selectFrom('roster_import as i')
    .innerJoin('school_year as y', (join) =>
      join.onRef('y.school_id', '=', 'i.school_id').onRef('y.school_year_id', '=', 'i.school_year_id'),
    )
    .selectAll('i')
    .select(['y.label', 'y.starts_on', 'y.ends_on'])
    .where('i.school_id', '=', schoolId);

export const importById = (tx: Tx, schoolId: string, importId: string) =>
  imports(tx, schoolId).where('i.import_id', '=', importId).executeTakeFirst();

/** The latest, newest first. */
export const latestImports = (tx: Tx, schoolId: string) =>
  imports(tx, schoolId).orderBy('i.read_at', 'desc').orderBy('i.import_id').limit(20).execute();

export const asRosterImport = (row: NonNullable<StoredImport>): RosterImport => ({
  importId: row.import_id,
  // The column's check constraint allows exactly these formats and states.
  format: row.format as RosterImport['format'],
  schoolYear: row.label,
  state: row.state as RosterImport['state'],
  readAt: row.read_at.toISOString(),
  appliedAt: row.applied_at?.toISOString() ?? null,
  // Stored by compareRoster.
  counts: row.counts as RosterCounts,
});

/** Puts away what nobody applied: the import stays in the list, what it would have changed is forgotten. */
export const discardImports = async (
  tx: Tx,
  schoolId: string,
  importIds: readonly string[],
): Promise<void> => {
  await deleteChanges(tx, schoolId, importIds);
  if (importIds.length === 0) return;
  await tx
    .updateTable('roster_import')
    .set({ state: 'discarded' })
    .where('school_id', '=', schoolId)
    .where('import_id', 'in', importIds)
    .where('state', '=', 'read')
    .execute();
};

/** Puts away what was read a day ago and not applied. Twice changes nothing. */
export const discardOldImports = async (tx: Tx, schoolId: string, now: Date): Promise<void> => {
  const old = await tx
    .selectFrom('roster_import')
    .select('import_id')
    .where('school_id', '=', schoolId)
    .where('state', '=', 'read')
    .where('read_at', '<', new Date(now.getTime() - DAY))
    .forUpdate()
    .execute();
  await discardImports(
    tx,
    schoolId,
    old.map((row) => row.import_id),
  );
};

/** Puts away every import that was read and not applied, and lets none that is just being read be applied. */
export const forgetReadImports = async (tx: Tx, schoolId: string): Promise<void> => {
  const read = await tx
    .selectFrom('roster_import')
    .select('import_id')
    .where('school_id', '=', schoolId)
    .where('state', '=', 'read')
    .forUpdate()
    .execute();
  await discardImports(
    tx,
    schoolId,
    read.map((row) => row.import_id),
  );
  await raiseRosterVersion(tx, schoolId);
};
