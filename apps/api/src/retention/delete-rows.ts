import { sql, type TableName, type Tx } from '@samhold/db';
import { keptTables } from './classes.ts';
import type { Clock } from './clock.ts';
import type { Due } from './due.ts';
import { notReferredTo, type Reference } from './references.ts';

const lookupColumns: Partial<Readonly<Record<TableName, string>>> = {
  account_lookup: 'name_hash',
  badge_lookup: 'token_hash',
  pupil_identity_lookup: 'subject_hash',
  calendar_link_lookup: 'link_hash',
  invitation_lookup: 'link_hash',
};

type Condition = ReturnType<typeof sql>;

/** Tables that go with a pupil who has left: what else speaks of the pupil keeps all of them. */
export const goWithPupil = (Object.keys(keptTables) as TableName[]).filter(
  (table) => keptTables[table].clock.until === 'the pupil has left',
);

/** That no held pupil is in the row. */
const notHeld = (clock: Clock, { schoolId, heldPupils }: Due): Condition => {
  const parts: Condition[] = [];
  if (heldPupils.length > 0 && 'pupils' in clock)
    for (const column of clock.pupils ?? [])
      parts.push(sql`t.${sql.ref(column)} <> all(${heldPupils}::uuid[])`);
  if (heldPupils.length > 0 && 'pupilsIn' in clock && clock.pupilsIn !== undefined) {
    const { table, key } = clock.pupilsIn;
    parts.push(sql`t.${sql.ref(key)} not in (select l.${sql.ref(key)} from ${sql.table(table)} l
      where l.school_id = ${schoolId} and l.pupil_id = any(${heldPupils}::uuid[]))`);
  }
  return parts.length === 0 ? sql`true` : sql.join(parts, sql` and `);
};

/** That a row of the table, called t, is over its time; undefined when another job deletes the table's rows, or nobody. */
const isDue = (table: TableName, due: Due): Condition | undefined => {
  const { clock } = keptTables[table];
  const { schoolId, now } = due;
  switch (clock.until) {
    case 'the school year is over': {
      const ids = clock.by === 'sitting_id' ? due.sittingIds : due.classIds;
      return ids.length === 0 ? undefined : sql`t.${sql.ref(clock.by)} = any(${ids}::uuid[])`;
    }
    case 'its row is gone': {
      const parent = isDue(clock.of, due);
      if (parent === undefined) return undefined;
      const free = notHeld(keptTables[clock.of].clock, due);
      const only = clock.only === undefined ? sql`true` : sql`t.case_id is null`;
      return sql`t.${sql.ref(clock.key)} in (select t.${sql.ref(clock.key)} from ${sql.table(clock.of)} t
        where t.school_id = ${schoolId} and ${parent} and ${free}) and ${only}`;
    }
    case 'days have gone': {
      const before = new Date(now.getTime() - clock.days * 86_400_000);
      const only = clock.only === undefined ? sql`true` : sql`t.case_id is null`;
      return sql`t.${sql.ref(clock.since)} < ${before}::timestamptz and ${only}`;
    }
    case 'the pupil has left':
      return due.leavers.length === 0 ? undefined : sql`t.${sql.ref(clock.by)} = any(${due.leavers}::uuid[])`;
    case 'the staff member has left':
      return sql`t.staff_id in (select m.staff_id from staff_member m where m.school_id = ${schoolId} and not m.active)`;
    case 'five whole years have gone':
      // The log itself is a chain, and goes by the year.
      return table === 'access_log'
        ? undefined
        : sql`t.${sql.ref(clock.since)} < date_trunc('year', ${now}::timestamptz) - interval '5 years'`;
    default:
      return undefined;
  }
};

/** Of pupils who have left those nothing else speaks of, and who are not held. */
export const forgettable = async (
  tx: Tx,
  due: Due,
  references: readonly Reference[],
): Promise<readonly string[]> => {
  const ids = due.leavers.filter((id) => !due.heldPupils.includes(id));
  if (ids.length === 0) return [];
  const { rows } = await sql<{ pupil_id: string }>`
    select t.pupil_id from pupil t where t.school_id = ${due.schoolId} and t.pupil_id = any(${ids}::uuid[])
       and ${notReferredTo('pupil', references, goWithPupil)}`.execute(tx);
  return rows.map((row) => row.pupil_id);
};

/** Deletes at most `limit` rows of a table that are over their time and that nothing kept refers to. */
export const deleteRows = async (
  tx: Tx,
  table: TableName,
  due: Due,
  references: readonly Reference[],
  limit: number,
): Promise<number> => {
  const over = isDue(table, due);
  if (over === undefined) return 0;
  const { clock } = keptTables[table];
  const lookup = 'lookup' in clock ? clock.lookup : undefined;
  const { rows } = await sql<Readonly<Record<string, unknown>>>`
    delete from ${sql.table(table)} where school_id = ${due.schoolId} and ctid = any(array(
      select t.ctid from ${sql.table(table)} t
       where t.school_id = ${due.schoolId} and ${over} and ${notHeld(clock, due)} and ${notReferredTo(table, references)}
       limit ${limit}))
    returning ${lookup === undefined ? sql`1 as gone` : sql`*`}`.execute(tx);
  if (lookup !== undefined && rows.length > 0) {
    const hashes = rows.flatMap((row) =>
      Object.entries(row).flatMap(([name, value]) =>
        name.endsWith('_hash') && Buffer.isBuffer(value) ? [value] : [],
      ),
    );
    await sql`delete from ${sql.table(lookup)}
      where school_id = ${due.schoolId} and ${sql.ref(lookupColumns[lookup] ?? '')} = any(${hashes}::bytea[])`.execute(
      tx,
    );
  }
  return rows.length;
};
