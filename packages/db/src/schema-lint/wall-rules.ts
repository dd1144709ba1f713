import type { Rule } from './rule.ts';

const SCOPE = `(school_id = (NULLIF(current_setting('app.school_id'::text, true), ''::text))::uuid)`;
const APPEND_ONLY = ['access_log_day', 'release', 'questionnaire_version', 'own_questionnaire_version'];

/** What was recorded is never changed, and goes when its time is over. */
const NEVER_CHANGED = ['access_log', 'verification'];
const WHOLE_YEARS = `((at < (date_trunc('year'::text, now()) - '5 years'::interval)) OR ((school_id = (NULLIF(current_setting('app.deleted_school_id'::text, true), ''::text))::uuid) AND has_table_privilege(tableoid, 'truncate'::text)))`;

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

export const wallRules: readonly Rule[] = [
  {
    id: 'row-security-forced',
    proves: 'Row-level security is enabled and forced on every tenant table, so the owner is bound as well.',
    sql: `select name as subject from tenant where not (relrowsecurity and relforcerowsecurity)`,
  },
  {
    id: 'school-scope-policy',
    proves:
      'Every tenant table has one policy, for every command and role: the row is of the school in app.school_id.',
    sql: `select t.name as subject from tenant t left join pg_policy p on p.polrelid = t.oid
             and not (t.name = 'access_log' and p.polname = 'whole_years')
           group by t.oid, t.name
          having count(*) <> 1 or not coalesce(bool_and(
                   p.polcmd = '*' and p.polpermissive and p.polroles = array[0]::oid[]
                   and pg_get_expr(p.polqual, p.polrelid) = ${quoted(SCOPE)}
                   and coalesce(pg_get_expr(p.polwithcheck, p.polrelid), ${quoted(SCOPE)}) = ${quoted(SCOPE)}), false)`,
  },
  {
    id: 'runtime-owns-nothing',
    proves: 'The runtime role exists; neither it nor a login that inherits from it owns anything.',
    sql: `select 'samhold_runtime is missing' as subject where not exists (select from runtime)
          union all
          select r.rolname || ' owns ' || pg_describe_object(d.classid, d.objid, d.objsubid)
            from pg_shdepend d join runtime r on r.oid = d.refobjid
           where d.refclassid = 'pg_authid'::regclass and d.deptype = 'o'
             and d.dbid = (select oid from pg_database where datname = current_database())
          union all
          select r.rolname || ' owns this database' from pg_database b join runtime r on r.oid = b.datdba
           where b.datname = current_database()`,
  },
  {
    id: 'runtime-attributes',
    proves: 'The runtime role is no superuser, passes no row-level security and makes no roles or databases.',
    sql: `select rolname as subject from runtime where rolsuper or rolbypassrls or rolcreaterole or rolcreatedb`,
  },
  {
    id: 'runtime-grants',
    proves:
      'Runtime and everybody may at most select, insert, update and delete: no TRUNCATE, REFERENCES or TRIGGER.',
    sql: `select distinct name || ' ' || g.privilege_type as subject from (
            select name, relacl as acl from app_table union all select name, attacl from app_column
          ) granted cross join lateral aclexplode(acl) g
           where (g.grantee = 0 or g.grantee in (select oid from runtime))
             and (g.is_grantable or g.privilege_type not in ('SELECT', 'INSERT', 'UPDATE', 'DELETE'))`,
  },
  {
    id: 'runtime-makes-nothing',
    proves:
      'Runtime and everybody make no schema and nothing in one, and of the job queue they may change rows only.',
    sql: `select n.nspname || ' CREATE' as subject from pg_namespace n
           where n.nspname !~ '^pg_' and (
             exists (select from runtime r where has_schema_privilege(r.oid, n.oid, 'CREATE'))
             or exists (select from aclexplode(n.nspacl) g where g.grantee = 0 and g.privilege_type = 'CREATE'))
          union all
          select 'this database CREATE' from pg_database d
           where d.datname = current_database()
             and exists (select from runtime r where has_database_privilege(r.oid, d.oid, 'CREATE'))
          union all
          select distinct 'pgboss.' || c.relname || ' ' || g.privilege_type
            from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'pgboss'
            cross join lateral aclexplode(c.relacl) g
           where (g.grantee = 0 or g.grantee in (select oid from runtime))
             and (g.is_grantable or g.privilege_type not in ('SELECT', 'INSERT', 'UPDATE', 'DELETE'))`,
  },
  {
    id: 'append-only',
    proves: `The runtime role can neither change nor delete a row of ${APPEND_ONLY.join(', ')}.`,
    sql: `select wanted.name as subject from unnest(array[${APPEND_ONLY.map(quoted).join(', ')}]) wanted (name)
           left join app_table t on t.name = wanted.name
           where t.oid is null or exists (
             select from runtime r
              where has_table_privilege(r.oid, t.oid, 'DELETE') or has_any_column_privilege(r.oid, t.oid, 'UPDATE'))`,
  },
  {
    id: 'never-changed',
    proves: `The runtime role can change no row of ${NEVER_CHANGED.join(', ')}.`,
    sql: `select wanted.name as subject from unnest(array[${NEVER_CHANGED.map(quoted).join(', ')}]) wanted (name)
           left join app_table t on t.name = wanted.name
           where t.oid is null or exists (
             select from runtime r where has_any_column_privilege(r.oid, t.oid, 'UPDATE'))`,
  },
  {
    id: 'log-by-whole-years',
    proves:
      'An entry of the access log can be deleted only when five whole years have gone since its own, or by the owner of the table with the school that goes.',
    sql: `select t.name as subject from app_table t
           where t.name = 'access_log' and not exists (
             select from pg_policy p
              where p.polrelid = t.oid and p.polname = 'whole_years' and p.polcmd = 'd' and not p.polpermissive
                and p.polroles = array[0]::oid[] and pg_get_expr(p.polqual, p.polrelid) = ${quoted(WHOLE_YEARS)})`,
  },
];
