import type { Placement } from './placement.ts';

/** The table every other one lies beside, row by row. */
const SCHOOL = 'school';

const unlessDone = (call: string, table: string): string =>
  `select ${call} where not exists (select from pg_dist_partition where logicalrelid = '${table}'::regclass);`;

const distribute = (table: string): string =>
  unlessDone(
    `create_distributed_table('${table}', 'school_id', colocate_with => '${table === SCHOOL ? 'none' : SCHOOL}')`,
    table,
  );

/** What an operator runs on the coordinator: each line a statement or a comment. Run again, it does what is left. */
export const distributionStatements = ({ reference, distributed, local }: Placement): readonly string[] => [
  '-- Spreads the tables of Samhold over the machines of a Citus cluster. Run on the coordinator as a superuser, who is past',
  '-- row-level security, with psql -v ON_ERROR_STOP=1. Run again after an upgrade: it takes the tables that are new.',
  'create extension if not exists citus;',
  '-- Tables whose turn has not come stay as they are meanwhile.',
  'set citus.enable_local_reference_table_foreign_keys = off;',
  '',
  '-- A copy on every machine: what schools refer to, and what is tied to that by foreign keys.',
  ...reference.map((table) => unlessDone(`create_reference_table('${table}')`, table)),
  '',
  '-- By school, parents first.',
  ...distributed.map(distribute),
  '',
  '-- The rows the coordinator had before are still on its disk, out of sight: away with them, children first.',
  ...[...reference, ...distributed]
    .toReversed()
    .map((table) => `select truncate_local_data_after_distributing_table('${table}');`),
  '',
  '-- These stay on the coordinator alone, with the schema pgboss:',
  ...local.map((table) => `--   ${table}`),
];
