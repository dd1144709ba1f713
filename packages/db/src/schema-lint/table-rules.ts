import { RETENTION_CLASSES, type Rule } from './rule.ts';

const classes = RETENTION_CLASSES.map((name) => `'${name}'`).join(', ');

export const tableRules: readonly Rule[] = [
  {
    id: 'retention-comment',
    proves: 'Every table says in its comment which retention class its rows belong to.',
    sql: `select name as subject from app_table where retention is null or retention not in (${classes})`,
  },
  {
    id: 'school-id-everywhere',
    proves: 'Only installation and look-up tables do without school_id, and school_id is a required uuid.',
    sql: `select name as subject from app_table
           where retention is distinct from 'installation' and retention is distinct from 'lookup'
             and oid not in (select oid from tenant)
          union all
          select c.name from app_column c join pg_attribute a on a.attrelid = c.table_oid and a.attnum = c.number
           where c.column_name = 'school_id' and (c.type <> 'uuid' or not a.attnotnull)`,
  },
  {
    id: 'lookup-only-hashes',
    proves: 'A table outside every school scope that points at a school holds hashes and the school id only.',
    sql: `select c.name as subject from app_column c join app_table t on t.oid = c.table_oid
           where t.retention = 'lookup' and c.column_name <> 'school_id'
             and not (c.type = 'bytea' and c.column_name like '%\\_hash')`,
  },
  {
    id: 'no-sequences',
    proves: 'No id is drawn from a sequence: no serial, no identity column.',
    sql: `select relname as subject from pg_class
           where relkind = 'S' and relnamespace in (select oid from app_namespace)
          union all
          select name from app_column where attidentity <> ''`,
  },
  {
    id: 'no-exclusion-constraints',
    proves: 'No exclusion constraint, in any spelling.',
    sql: `select indexrelid::regclass::text as subject from pg_index
           where indisexclusion and indrelid in (select oid from app_table)`,
  },
  {
    id: 'no-triggers',
    proves: 'No trigger but those that keep foreign keys, and no rewrite rule.',
    sql: `select name || '.' || tgname as subject from pg_trigger join app_table on app_table.oid = tgrelid where not tgisinternal
          union all
          select name || '.' || rulename from pg_rewrite join app_table on app_table.oid = ev_class`,
  },
  {
    id: 'tables-only',
    proves: 'No view or stored function stands between the tables and row-level security.',
    sql: `select relname as subject from pg_class
           where relkind in ('v', 'm', 'f') and relnamespace in (select oid from app_namespace)
          union all
          select proname from pg_proc where pronamespace in (select oid from app_namespace)`,
  },
];
