import { sql, type TableName, type Tx } from '@samhold/db';

/** One foreign key: which columns of `child` point to which of `parent`. */
export type Reference = {
  readonly child: string;
  readonly parent: string;
  readonly childColumns: readonly string[];
  readonly parentColumns: readonly string[];
};

/** Every foreign key of the schema, as the database has it. */
export const readReferences = async (tx: Tx): Promise<readonly Reference[]> =>
  (
    await sql<Reference>`
      select child.relname as child, parent.relname as parent,
             array(select a.attname::text from unnest(k.conkey) with ordinality n (number, place)
                     join pg_attribute a on a.attrelid = k.conrelid and a.attnum = n.number order by place) as "childColumns",
             array(select a.attname::text from unnest(k.confkey) with ordinality n (number, place)
                     join pg_attribute a on a.attrelid = k.confrelid and a.attnum = n.number order by place) as "parentColumns"
        from pg_constraint k join pg_class child on child.oid = k.conrelid join pg_class parent on parent.oid = k.confrelid
       where k.contype = 'f' and k.connamespace = 'public'::regnamespace`.execute(tx)
  ).rows;

/** True of a row of `table`, called t, that no row of another table points to; tables in `except` are not asked. */
export const notReferredTo = (
  table: TableName,
  references: readonly Reference[],
  except: readonly string[] = [],
) => {
  const asked = references
    .filter(({ parent, child }) => parent === table && child !== table && !except.includes(child))
    .map(({ child, childColumns, parentColumns }) => {
      const pairs = childColumns.map(
        (column, at) => sql`x.${sql.ref(column)} = t.${sql.ref(parentColumns[at] ?? column)}`,
      );
      return sql`not exists (select from ${sql.table(child)} x where ${sql.join(pairs, sql` and `)})`;
    });
  return asked.length === 0 ? sql`true` : sql.join(asked, sql` and `);
};
