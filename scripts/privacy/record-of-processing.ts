import { activities } from './activities.ts';
import type { Table } from './read-schema.ts';

/** What GDPR article 30 asks the controller to keep, from the schema. */
export const recordOfProcessing = (tables: readonly Table[]): string => `# Record of processing

Made by \`node scripts/privacy-documents.ts\`; a test holds that it is current and that every table is in one activity. The controller is the school owner (kommune). It fills in its own name, its data protection
officer and its processors; the product fills in the rest.

${activities
  .map(({ name, purpose, basis, about, recipients, tables: named }) => {
    const own = tables.filter((table) => named.includes(table.name));
    const sealed = own.reduce(
      (sum, { columns }) => sum + columns.filter((one) => one.as === 'sealed').length,
      0,
    );
    const retention = [...new Set(own.map((table) => table.retention))].sort();
    return `## ${name}

| | |
| --- | --- |
| purpose | ${purpose} |
| legal basis | ${basis} |
| about whom | ${about} |
| what | ${own.map((table) => `\`${table.name}\``).join(', ')}: see the [annex](dpia-annex.md) |
| recipients | ${recipients} |
| to other countries | no |
| retention | ${retention.join(', ')}: see [retention](retention.md) |
| security | ${sealed === 0 ? 'no sealed fields' : `${sealed} sealed ${sealed === 1 ? 'field' : 'fields'}`}; one school a transaction by row-level security; access declared for each route; openings of named information logged |`;
  })
  .join('\n\n')}
`;
