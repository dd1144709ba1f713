import type { Client } from 'pg';
import { parentsFirst } from '../parents-first.ts';

/** A table as it is copied: the columns that hold something of their own, in an order that is the same on every server. */
export type CopiedTable = {
  readonly name: string;
  readonly columns: readonly string[];
  /** The `order by` of a copy, so that the same rows are the same bytes. */
  readonly order: string;
  readonly forced: boolean;
};

type Found = {
  readonly name: string;
  readonly columns: readonly string[];
  readonly key: readonly { readonly column: string; readonly text: boolean }[];
  readonly parents: readonly string[];
  readonly forced: boolean;
};

/** Bytes that do not hang on how a server or a login is set up. */
export const SAME_TEXT = `
  set datestyle = 'ISO, YMD'; set intervalstyle = 'postgres'; set timezone = 'UTC'; set bytea_output = 'hex';
  set extra_float_digits = 1; set client_encoding = 'UTF8'; set search_path = public;
  set row_security = off; set statement_timeout = 0`;

const catalog = `
  select c.relname::text as name, c.relforcerowsecurity as forced,
         array(select a.attname::text from pg_attribute a
                where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                order by a.attnum) as columns,
         coalesce((select jsonb_agg(jsonb_build_object('column', a.attname, 'text', a.attcollation <> 0) order by k.place)
                     from pg_constraint p, unnest(p.conkey) with ordinality k(number, place)
                     join pg_attribute a on a.attrelid = c.oid and a.attnum = k.number
                    where p.conrelid = c.oid and p.contype = 'p'), '[]') as key,
         array(select distinct f.confrelid::regclass::text from pg_constraint f
                where f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> c.oid) as parents
    from pg_class c
   where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
     and c.relname <> 'schema_migration'
   order by c.relname collate "C"`;

/** Every table of the product, parents first. What pg-boss keeps is work under way, not kept: the clock finds it again. */
export const copiedTables = async (client: Client): Promise<readonly CopiedTable[]> => {
  const { rows } = await client.query<Found>(catalog);
  return parentsFirst(rows).map(({ name, columns, key, forced }) => {
    if (key.length === 0) throw new Error(`Table ${name} has no primary key, so its rows have no order.`);
    const order = key.map(
      ({ column, text }) => `${client.escapeIdentifier(column)}${text ? ' collate "C"' : ''}`,
    );
    return { name, columns, order: order.join(', '), forced };
  });
};

/** Whether anything at all was made in the database. */
export const isEmpty = async (client: Client): Promise<boolean> =>
  (
    await client.query(
      `select 1 from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm')
       union all select 1 from pg_namespace where nspname = 'pgboss' limit 1`,
    )
  ).rowCount === 0;

/** Lets the owner of the tables past row-level security, or no longer, until the transaction ends. */
export const liftWalls = async (
  client: Client,
  tables: readonly CopiedTable[],
  how: 'no force' | 'force',
): Promise<void> => {
  for (const { name, forced } of tables)
    if (forced) await client.query(`alter table ${client.escapeIdentifier(name)} ${how} row level security`);
};
