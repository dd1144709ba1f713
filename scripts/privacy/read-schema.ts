import type { TestDatabase } from '../../packages/db/src/index.ts';

export type Column = {
  readonly name: string;
  readonly type: string;
  /** Readable, sealed with the school's key, or a hash of something. */
  readonly as: 'readable' | 'sealed' | 'hash';
};

export type Table = {
  readonly name: string;
  readonly retention: string;
  readonly purpose: string;
  readonly columns: readonly Column[];
};

type Row = {
  readonly name: string;
  readonly comment: string | null;
  readonly column: string;
  readonly type: string;
};

const HASH = /hash$/;
const SEALED_TYPE = 'bytea';

/** Two words at least, after the retention class: «retention: roster; who is on which list». */
const COMMENT = /^retention: ([a-z ]+); (\S+ .*\S)$/;

const columnOf = ({ column, type }: Row): Column => {
  if (type !== SEALED_TYPE) return { name: column, type, as: 'readable' };
  return { name: column, type: 'bytes', as: HASH.test(column) ? 'hash' : 'sealed' };
};

/** Every table of a migrated database with what it is for. Throws with the tables that do not say. */
export const readSchema = async ({ ask }: Pick<TestDatabase, 'ask'>): Promise<readonly Table[]> => {
  const rows = await ask<Row>(`
    select c.relname as name, obj_description(c.oid, 'pg_class') as comment, a.attname as column,
           format_type(a.atttypid, null) as type
      from pg_class c join pg_attribute a on a.attrelid = c.oid
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped
     order by c.relname, a.attnum`);
  const tables = [...Map.groupBy(rows, ({ name }) => name)].map(([name, columns]) => {
    const [, retention = '', purpose = ''] = COMMENT.exec(columns[0]?.comment ?? '') ?? [];
    return { name, retention, purpose, columns: columns.map(columnOf) };
  });
  const silent = tables.filter(({ purpose }) => purpose === '').map(({ name }) => name);
  if (silent.length > 0) throw new Error(`Tables without a purpose in their comment: ${silent.join(', ')}.`);
  return tables;
};
