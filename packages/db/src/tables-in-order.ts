import { Client } from 'pg';
import { parentsFirst } from './parents-first.ts';
import { catalog } from './schema-lint/rule.ts';

export type SchemaTable = {
  readonly name: string;
  readonly retention: string;
  /** Distributed by school; false for what belongs to the installation as a whole or is asked before the school is known. */
  readonly tenant: boolean;
  /** Not generated ones. */
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  /** The other tables its foreign keys lead to, by name. */
  readonly parents: readonly string[];
};

const tables = `${catalog}
  select t.name, t.retention, exists (select from tenant where tenant.oid = t.oid) as tenant,
         (select json_agg(json_build_object('name', c.column_name, 'type', c.type) order by c.number)
            from app_column c join pg_attribute a on a.attrelid = c.table_oid and a.attnum = c.number
           where c.table_oid = t.oid and a.attgenerated = '') as columns,
         array(select distinct p.relname::text from pg_constraint k join pg_class p on p.oid = k.confrelid
                where k.contype = 'f' and k.conrelid = t.oid and k.confrelid <> t.oid
                order by 1) as parents
    from app_table t order by t.name`;

/** The schema's own tables, each after those its foreign keys lead to; by name where that says nothing. */
export const tablesInOrder = async (url: string): Promise<readonly SchemaTable[]> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<SchemaTable>(tables);
    return parentsFirst(rows);
  } finally {
    await client.end();
  }
};
