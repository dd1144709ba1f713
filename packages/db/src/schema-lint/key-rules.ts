import type { Rule } from './rule.ts';

const foreignKeys = `
  select k.conname, k.conrelid, k.confrelid, k.conkey, k.confkey, k.confdeltype, k.confupdtype,
         source.name || '.' || k.conname as subject,
         (select school_column from tenant where oid = k.conrelid) as source_school,
         (select school_column from tenant where oid = k.confrelid) as target_school
    from pg_constraint k join app_table source on source.oid = k.conrelid
   where k.contype = 'f'`;

export const keyRules: readonly Rule[] = [
  {
    id: 'primary-key-by-school',
    proves: 'Every table has a primary key, and that of a tenant table begins with school_id.',
    sql: `select t.name as subject from app_table t
           left join pg_index i on i.indrelid = t.oid and i.indisprimary
           left join tenant on tenant.oid = t.oid
           where i.indexrelid is null or (tenant.oid is not null and i.indkey[0] <> tenant.school_column)`,
  },
  {
    id: 'unique-by-school',
    proves: 'Every unique constraint and unique index of a tenant table begins with school_id.',
    sql: `select i.indexrelid::regclass::text as subject from pg_index i join tenant t on t.oid = i.indrelid
           where i.indisunique and not i.indisprimary and i.indkey[0] <> t.school_column`,
  },
  {
    id: 'foreign-key-by-school',
    proves:
      'A foreign key to a tenant table comes from a tenant table and begins with school_id on both sides.',
    sql: `select subject from (${foreignKeys}) f
           where target_school is not null
             and (source_school is null or conkey[1] <> source_school or confkey[1] <> target_school)`,
  },
  {
    id: 'foreign-key-index',
    proves: 'Every foreign key between tenant tables is led by an index that begins with school_id.',
    sql: `select subject from (${foreignKeys}) f
           where source_school is not null and target_school is not null
             and not exists (
               select from pg_index i
                where i.indrelid = f.conrelid and i.indpred is null and i.indisvalid
                  and i.indkey[0] = f.source_school
                  and f.conkey <@ (string_to_array(i.indkey::text, ' ')::int2[])[1:cardinality(f.conkey)])`,
  },
  {
    id: 'no-set-null',
    proves: 'No foreign key of several columns, or of school_id, sets columns to null or default.',
    sql: `select subject from (${foreignKeys}) f
           where (cardinality(conkey) > 1 or source_school = any (conkey)) and (confdeltype in ('n', 'd') or confupdtype in ('n', 'd'))`,
  },
  {
    id: 'no-moving-between-schools',
    proves: 'No foreign key carries an update along: a row never changes school.',
    sql: `select subject from (${foreignKeys}) f where confupdtype = 'c'`,
  },
];
