import { sql, type SchemaTable, type TableName, type Tx } from '@samhold/db';
import { addDays } from '../calendar/days.ts';
import { dayOf } from '../calendar-days.ts';
import { heldPupils } from '../retention/due.ts';
import { withdrawLinks } from '../setup/link.ts';
import { closingOf } from './closing.ts';
import { ClosingRefused, type OperatorDeps } from './operator.ts';
import { recordsHash } from './records-hash.ts';

export type DeletionReceipt = {
  readonly schoolId: string;
  readonly ownerId: string;
  readonly schoolName: string;
  readonly organisationNumber: string;
  readonly orderedBy: string;
  readonly begunAt: string;
  readonly deletedAt: string;
  readonly exportedAt: string;
  readonly exportSha256: string;
  readonly manifestSha256: string;
  readonly receivedAs: string;
  /** Rows that went, by table; of tables that had any. */
  readonly deletedRows: Readonly<Record<string, number>>;
  /** Where its access log ended; the log itself was handed over. */
  readonly log: { readonly sequence: number; readonly sha256: string };
  readonly backupsUntil: string;
};

/** The tables with rows of schools, children before their parents. */
export const tablesOfSchools = (tables: readonly SchemaTable[]): readonly TableName[] =>
  tables
    .filter(({ columns }) => columns.some(({ name }) => name === 'school_id'))
    // A table of the migrated schema.
    .map(({ name }) => name as TableName)
    .toReversed();

/** How many rows a school has, by table; none are left out. */
export const countRows = async (
  tx: Tx,
  schoolId: string,
  tables: readonly TableName[],
): Promise<Readonly<Record<string, number>>> => {
  const counted: [string, number][] = [];
  for (const table of tables) {
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from ${sql.table(table)} where school_id = ${schoolId}`.execute(tx);
    counted.push([table, rows[0]?.n ?? 0]);
  }
  return Object.fromEntries(counted);
};

/** Rows of every table of the school, as the login that owns the tables: row-level security holds it to this one school. */
export const deleteRowsOf = async (
  tx: Tx,
  schoolId: string,
  tables: readonly TableName[],
): Promise<Readonly<Record<string, number>>> => {
  const deleted: [string, number][] = [];
  const remove = async (table: string, from: ReturnType<typeof sql>): Promise<void> => {
    const { numAffectedRows = 0n } = await from.execute(tx);
    if (numAffectedRows > 0n) deleted.push([table, Number(numAffectedRows)]);
  };
  await withdrawLinks(tx, schoolId);
  await sql`delete from account_try where name_hash in (select name_hash from account_lookup where school_id = ${schoolId})`.execute(
    tx,
  );
  await remove('pgboss.job', sql`delete from pgboss.job where data ->> 'schoolId' = ${schoolId}`);
  // Of the log nobody deletes what is younger than five whole years, its owner neither, but where the school is named here.
  await sql`set local app.deleted_school_id = ${sql.lit(schoolId)}`.execute(tx);
  for (const table of tables)
    await remove(table, sql`delete from ${sql.table(table)} where school_id = ${schoolId}`);
  return Object.fromEntries(deleted.toSorted(([a], [b]) => (a < b ? -1 : 1)));
};

const mayGo = async (tx: Tx, schoolId: string, today: string) => {
  const closing = await closingOf(tx, schoolId);
  if (closing === undefined) throw new ClosingRefused('not_closing');
  const { exported_at: exportedAt, export_hash: exportHash, export_manifest_hash: manifest } = closing;
  const held = await heldPupils(tx, schoolId);
  if (held.length > 0) throw new ClosingRefused('held', String(held.length));
  if (exportedAt === null || exportHash === null || manifest === null)
    throw new ClosingRefused('not_handed_over');
  if (closing.records_hash?.equals(await recordsHash(tx, schoolId)) !== true)
    throw new ClosingRefused('records_changed');
  if (String(closing.delete_from) > today) throw new ClosingRefused('too_early', String(closing.delete_from));
  return { ...closing, exportedAt, exportHash, manifest };
};

export const insertReceipt = (tx: Tx, receipt: DeletionReceipt) =>
  tx
    .insertInto('closed_school')
    .values({
      ...{ owner_id: receipt.ownerId, closed_id: receipt.schoolId, school_name: receipt.schoolName },
      ...{ organisation_number: receipt.organisationNumber, ordered_by: receipt.orderedBy },
      ...{ begun_at: receipt.begunAt, deleted_at: receipt.deletedAt, exported_at: receipt.exportedAt },
      export_hash: Buffer.from(receipt.exportSha256, 'hex'),
      export_manifest_hash: Buffer.from(receipt.manifestSha256, 'hex'),
      ...{ received_as: receipt.receivedAs, deleted_rows: JSON.stringify(receipt.deletedRows) },
      ...{ log_sequence: receipt.log.sequence, log_hash: Buffer.from(receipt.log.sha256, 'hex') },
      backups_until: receipt.backupsUntil,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();

/**
 * Deletes a school that has waited and is handed over: every row of it in every table, its key, what led to it, and its jobs,
 * in one transaction. `deps.db` is of the login that owns the tables. Returns the receipt, which stays with the owner.
 * Throws ClosingRefused.
 */
export const deleteSchool = (
  { db, now: clock }: OperatorDeps,
  schoolId: string,
  tables: readonly TableName[],
  { receivedAs, confirmed }: { readonly receivedAs: string; readonly confirmed: string },
): Promise<DeletionReceipt> =>
  db.inScope({ schoolId }, async (tx) => {
    const now = clock();
    const today = dayOf(now);
    await sql`set local lock_timeout = '20s'`.execute(tx);
    // Held, so that nothing new refers to it.
    const school = await tx
      .selectFrom('school')
      .selectAll()
      .where('school_id', '=', schoolId)
      .forUpdate()
      .executeTakeFirst();
    if (school === undefined) throw new ClosingRefused('school_unknown');
    if (school.organisation_number !== confirmed) throw new ClosingRefused('number_differs');
    const closing = await mayGo(tx, schoolId, today);
    const head = await tx
      .selectFrom('access_log_head')
      .select(['sequence', 'hash'])
      .where('school_id', '=', schoolId)
      .executeTakeFirstOrThrow();
    const receipt: DeletionReceipt = {
      ...{ schoolId, ownerId: school.owner_id, schoolName: school.name },
      ...{ organisationNumber: school.organisation_number, orderedBy: closing.ordered_by },
      ...{ begunAt: closing.begun_at.toISOString(), deletedAt: now.toISOString() },
      exportedAt: closing.exportedAt.toISOString(),
      exportSha256: closing.exportHash.toString('hex'),
      manifestSha256: closing.manifest.toString('hex'),
      receivedAs,
      deletedRows: await deleteRowsOf(tx, schoolId, tables),
      log: { sequence: Number(head.sequence), sha256: head.hash.toString('hex') },
      backupsUntil: addDays(today, school.backups_kept_days),
    };
    await insertReceipt(tx, receipt);
    return receipt;
  });
