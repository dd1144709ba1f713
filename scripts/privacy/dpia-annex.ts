import { keptTables } from '../../apps/api/src/retention/classes.ts';
import { wordsOf } from '../../apps/api/src/retention/retention-page.ts';
import { accessMatrix } from './access-matrix.ts';
import { activities } from './activities.ts';
import { flows } from './flows.ts';
import type { Column, Table } from './read-schema.ts';

const marks: Readonly<Record<Column['as'], string>> = {
  readable: '',
  sealed: ' **sealed**',
  hash: ' _hash_',
};

const fieldOf = (column: Column): string => `\`${column.name}\`${marks[column.as]}`;

const cell = (text: string): string => text.replaceAll('|', '\\|');

/** A table that nobody has given a clock is told of as such; the tests of retention refuse it. */
const keptFor = ({ name, retention }: Table): string => {
  const clocks: Readonly<Record<string, (typeof keptTables)[keyof typeof keptTables] | undefined>> =
    keptTables;
  const kept = clocks[name];
  return `${retention}: ${kept === undefined ? 'no clock' : wordsOf(kept.clock)}`;
};

const fieldsOf = (tables: readonly Table[]): string =>
  activities
    .flatMap(({ name, purpose, tables: named }) => {
      const own = tables.filter((table) => named.includes(table.name));
      return [
        `### ${name}`,
        `${purpose[0]?.toUpperCase()}${purpose.slice(1)}.`,
        [
          '| table | what it is for | fields | how long it is kept |',
          '| --- | --- | --- | --- |',
          ...own.map(
            (table) =>
              `| \`${table.name}\` | ${cell(table.purpose)} | ${table.columns.map(fieldOf).join(', ')} | ${keptFor(table)} |`,
          ),
        ].join('\n'),
      ];
    })
    .join('\n\n');

const flowTable = (): string =>
  [
    '| what | from where to where | what it holds | how it is guarded |',
    '| --- | --- | --- | --- |',
    ...flows.map(({ what, between, holds, guard }) => `| ${what} | ${between} | ${holds} | ${guard} |`),
  ].join('\n');

/** The factual part of the DPIA, from the schema and the table of access. */
export const dpiaAnnex = (tables: readonly Table[]): string => `# Annex to the DPIA

Made by \`node scripts/privacy-documents.ts\` from the migrated schema and the table of access that the tests walk; a test holds that it is current. It tells what the product does. Necessity, proportion and
risk are the owner's to assess, with this as its facts.

## Purposes and fields

${tables.length} tables. **sealed**: encrypted with the school's own key (AES-256-GCM), bound to its row; whoever has the database alone cannot read it. _hash_: a hash, keyed where it is looked up by. The rest is readable
to the server's login and nobody else: ids, dates, states and figures. No field holds an address, a phone number, a photo or a birth number.

${fieldsOf(tables)}

## Retention

Each table has one of these classes, and each class a clock. How long each table keeps its rows, and what backups still hold: [retention](retention.md).

| class | tables |
| --- | --- |
${[...Map.groupBy(tables, ({ retention }) => retention)]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([retention, own]) => `| ${retention} | ${own.length} |`)
  .join('\n')}

## Flows

${flowTable()}

Nothing else leaves. The server asks no other service, and pages load nothing from elsewhere.

## Access

Every row is called by the tests from every seat, both where it is let in and where it is not; “not yours” and “not there” are answered alike. The rows tell who may ask; the policy of each slice then tells of whom.

${accessMatrix()}
`;
