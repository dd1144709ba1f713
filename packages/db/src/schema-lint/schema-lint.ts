import { keyRules } from './key-rules.ts';
import { catalog, type Rule } from './rule.ts';
import { sealingRules } from './sealing-rules.ts';
import { tableRules } from './table-rules.ts';
import { wallRules } from './wall-rules.ts';

/** A breach: the rule, and the table, column, key or role that breaks it. */
export type Finding = { readonly rule: string; readonly subject: string };

export type Query = (sql: string) => Promise<readonly { readonly subject: string }[]>;

export const schemaRules: readonly Rule[] = [...tableRules, ...keyRules, ...wallRules, ...sealingRules];

/**
 * Asks the catalog of the database behind `query` whether its schema keeps tenancy, row-level security and sealing.
 * Plain SQL over pg_catalog, PostgreSQL 15 or newer; reads no row of any table. Empty when every rule holds.
 */
export const lintSchema = async (query: Query): Promise<readonly Finding[]> => {
  const findings: Finding[] = [];
  for (const rule of schemaRules) {
    const rows = await query(`${catalog} ${rule.sql}`);
    findings.push(...rows.map(({ subject }) => ({ rule: rule.id, subject })));
  }
  return findings;
};
