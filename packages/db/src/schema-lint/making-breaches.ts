import { inTable, type Breach } from './breach.ts';

/** Ways to let the runtime role make what only the migration may. */
export const makingBreaches: readonly Breach[] = [
  inTable(
    'runtime-makes-nothing',
    'a table in public',
    'grant create on schema public to samhold_runtime',
    'public CREATE',
  ),
  inTable(
    'runtime-makes-nothing',
    'a job table by everybody',
    'grant create on schema pgboss to public',
    'pgboss CREATE',
  ),
  inTable(
    'runtime-makes-nothing',
    'truncate of the jobs',
    'grant truncate on pgboss.job_common to samhold_runtime',
    'pgboss.job_common TRUNCATE',
  ),
  inTable(
    'runtime-makes-nothing',
    'a schema of its own',
    `do $$ begin execute format('grant create on database %I to samhold_serve', current_database()); end $$`,
    'this database CREATE',
  ),
];
