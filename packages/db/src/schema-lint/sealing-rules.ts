import type { Rule } from './rule.ts';

const SEALED = [
  'given_name',
  'family_name',
  'external_id',
  'picture_code',
  'observed',
  'class_code',
  'wrapped_key',
];

/** Column names that speak of a person; a hash of such a field is bytea and passes. */
const PERSONAL =
  '(given|family|first|last|middle|full|nick)_?name|surname|e_?mail|phone|mobile|address|birth|personal_number';

export const sealingRules: readonly Rule[] = [
  {
    id: 'sealed-columns',
    proves: `A column called ${SEALED.join(', ')} holds sealed bytes.`,
    sql: `select name as subject from app_column
           where column_name in (${SEALED.map((name) => `'${name}'`).join(', ')}) and type <> 'bytea'`,
  },
  {
    id: 'no-readable-person',
    proves: 'No column whose name speaks of a name, address, phone or birth holds readable text.',
    sql: `select name as subject from app_column where column_name ~ '${PERSONAL}' and type <> 'bytea'`,
  },
];
