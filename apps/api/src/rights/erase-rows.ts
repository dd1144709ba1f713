import { sql, type TableName, type Tx } from '@samhold/db';
import { keptTables } from '../retention/classes.ts';
import { goWithPupil } from '../retention/delete-rows.ts';
import { notReferredTo, type Reference } from '../retention/references.ts';

type Condition = ReturnType<typeof sql>;
type Of = { readonly schoolId: string; readonly pupilId: string };

/** Where a pupil was put: deleted with the pupil, and by no hold kept from the rest of the class. */
const placed: readonly TableName[] = ['sociogram_place', 'arrangement_place'];

/** That a row of a table of answers, called t, is the pupil's or about the pupil. */
const isAbout = (table: TableName, of: Of): Condition | undefined => {
  const { clock } = keptTables[table];
  const own = 'pupils' in clock ? (clock.pupils ?? []) : [];
  const columns = placed.includes(table) ? ['pupil_id'] : own;
  const parts = columns.map((column) => sql`t.${sql.ref(column)} = ${of.pupilId}`);
  if (clock.until === 'its row is gone') {
    const parent = isAbout(clock.of, of);
    if (parent !== undefined)
      parts.push(sql`t.${sql.ref(clock.key)} in (select t.${sql.ref(clock.key)} from ${sql.table(clock.of)} t
        where t.school_id = ${of.schoolId} and ${parent})`);
  }
  return parts.length === 0 ? undefined : sql`(${sql.join(parts, sql` or `)})`;
};

// Object.keys gives the names the object was written with; their order is that of deletion.
const answers = (Object.keys(keptTables) as TableName[]).filter((table) => {
  const { class: of, clock } = keptTables[table];
  return of === 'raw answers' && clock.until !== 'a day of its own';
});

export type Deleted = { readonly table: TableName; readonly count: number };

/** Deletes everything of the class «raw answers» that is a pupil's or about a pupil. Figures counted from it stay. */
export const eraseAnswers = async (tx: Tx, of: Of): Promise<readonly Deleted[]> => {
  const { schoolId, pupilId } = of;
  await sql`delete from pupil_session where school_id = ${schoolId} and pupil_id = ${pupilId}`.execute(tx);
  const deleted: Deleted[] = [];
  for (const table of answers) {
    const about = isAbout(table, of);
    if (about === undefined) continue;
    const { numAffectedRows } = await sql`
      delete from ${sql.table(table)} t where t.school_id = ${schoolId} and ${about}`.execute(tx);
    const count = Number(numAffectedRows ?? 0n);
    if (count > 0) deleted.push({ table, count });
  }
  return deleted;
};

/** Deletes the pupil from the rosters, unless something else still speaks of the pupil: then nothing. */
export const eraseFromRoster = async (
  tx: Tx,
  { schoolId, pupilId }: Of,
  references: readonly Reference[],
): Promise<readonly Deleted[]> => {
  const { rows } = await sql`select from pupil t where t.school_id = ${schoolId} and t.pupil_id = ${pupilId}
     and ${notReferredTo('pupil', references, goWithPupil)}`.execute(tx);
  if (rows.length === 0) return [];
  const hashes = sql`delete from badge_lookup where school_id = ${schoolId} and token_hash in (
      select unnest(array[token_hash, code_hash]) from badge where school_id = ${schoolId} and pupil_id = ${pupilId})`;
  await hashes.execute(tx);
  await sql`delete from pupil_identity_lookup where school_id = ${schoolId} and subject_hash in (
      select subject_hash from pupil_identity where school_id = ${schoolId} and pupil_id = ${pupilId})`.execute(
    tx,
  );
  const deleted: Deleted[] = [];
  for (const table of goWithPupil) {
    const { clock } = keptTables[table];
    if (clock.until !== 'the pupil has left') continue;
    const { numAffectedRows } = await sql`
      delete from ${sql.table(table)} where school_id = ${schoolId} and ${sql.ref(clock.by)} = ${pupilId}`.execute(
      tx,
    );
    const count = Number(numAffectedRows ?? 0n);
    if (count > 0) deleted.push({ table, count });
  }
  return deleted;
};
