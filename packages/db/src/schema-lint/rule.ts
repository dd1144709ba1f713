/** One thing the schema must never do, asked of the catalog. */
export type Rule = {
  readonly id: string;
  readonly proves: string;
  /** A query over the relations of `catalog`; each row is one breach, named in its only column `subject`. */
  readonly sql: string;
};

export const RETENTION_CLASSES = [
  'installation',
  'lookup',
  'aggregate',
  'roster',
  'staff',
  'session',
  'raw answers',
  'release',
  'case',
  'access log',
] as const;

/**
 * What the rules ask, of every schema but those an extension brought, and pgboss: its tables are made by pg-boss, are not
 * spread by school and hold job ids, schools and staff ids only. What the runtime role may there, the rules `runtime-owns-nothing` and
 * `runtime-makes-nothing` say. The relations: `app_table`, `app_column`, `tenant` (a table with school_id that is no look-up table) and
 * `runtime` (the runtime role and every login that inherits from it; a superuser inherits from all and is left out).
 */
export const catalog = `
  with app_namespace as (
    select oid from pg_namespace n where nspname !~ '^pg_' and nspname not in ('information_schema', 'pgboss')
       and not exists (select from pg_depend d
                        where d.classid = 'pg_namespace'::regclass and d.objid = n.oid and d.deptype = 'e')
  ), app_table as (
    select oid, relname as name, relowner, relacl, relrowsecurity, relforcerowsecurity,
           substring(obj_description(oid, 'pg_class') from '^retention: ([a-z ]+); \\S') as retention
      from pg_class where relkind in ('r', 'p') and relnamespace in (select oid from app_namespace)
  ), app_column as (
    select a.attrelid as table_oid, a.attnum as number, t.name || '.' || a.attname as name, a.attname as column_name,
           format_type(a.atttypid, null) as type, a.attidentity, a.attacl
      from pg_attribute a join app_table t on t.oid = a.attrelid
     where a.attnum > 0 and not a.attisdropped
  ), tenant as (
    select t.*, c.number as school_column from app_table t
      join app_column c on c.table_oid = t.oid and c.column_name = 'school_id'
     where t.retention is distinct from 'lookup'
  ), runtime as (
    select r.* from pg_roles r join pg_roles runtime_role on runtime_role.rolname = 'samhold_runtime'
     where r.oid = runtime_role.oid or (not r.rolsuper and pg_has_role(r.oid, runtime_role.oid, 'usage'))
  )`;
