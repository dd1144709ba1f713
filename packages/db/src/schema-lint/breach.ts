/** A way to break one rule of the schema, as a change of the migrated schema. */
export type Breach = {
  readonly rule: string;
  readonly what: string;
  readonly ddl: string;
  readonly subject: string;
};

export const inTable = (rule: string, what: string, ddl: string, subject = 'planted'): Breach => ({
  rule,
  what,
  ddl,
  subject,
});
