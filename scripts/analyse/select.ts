import type { Arguments } from './arguments.ts';
import { oneLine, parts } from './arguments.ts';
import { BadInput } from './bad-input.ts';
import type { Table, TableRow } from './read-table.ts';

type Selector = 'wave' | 'relation' | 'class';
const called: Readonly<Record<Selector, string>> = {
  wave: 'flere runder',
  relation: 'flere spørsmål',
  class: 'flere klasser',
};

/**
 * The rows of the wave, relation or class asked for. A file that has several must be asked for one, so that they are never
 * taken together by accident; a file without the column has one.
 */
export function selectRows(
  table: Table,
  rows: readonly TableRow[],
  column: Selector,
  wanted: string | undefined,
): readonly TableRow[] {
  const values = valuesOf(rows, column);
  if (wanted === undefined) {
    if (values.length < 2) return rows;
    throw new BadInput(
      `${table.file}: filen har ${called[column]} (${listed(values)}); velg med --${column}.`,
    );
  }
  if (!table.has(column)) throw new BadInput(`${table.file}: --${column} er gitt, men kolonnen mangler.`);
  if (!values.includes(wanted))
    throw new BadInput(
      `${table.file}: ingen rader har ${column} «${oneLine(wanted)}»; filen har ${listed(values)}.`,
    );
  return rows.filter((row) => row.of(column) === wanted);
}

/** In the order they occur. */
export const valuesOf = (rows: readonly TableRow[], column: string): readonly string[] => [
  ...new Set(rows.map((row) => row.of(column))),
];

function listed(values: readonly string[]): string {
  const shown = values.slice(0, 8).map((value) => (value === '' ? '(tom)' : oneLine(value)));
  return [...shown, ...(values.length > shown.length ? ['…'] : [])].join(', ');
}

/** The option's text, NFC as cells are. */
export const wantedValue = (args: Arguments, name: 'wave' | 'class'): string | undefined =>
  args.text(name)?.trim().normalize('NFC');

/** The one relation asked for. */
export function wantedRelation(args: Arguments): string | undefined {
  const [wanted, ...more] = args.all('relation');
  if (more.length > 0) throw new BadInput('--relation er gitt flere ganger; kommandoen tar ett spørsmål.');
  return wanted?.trim().normalize('NFC');
}

/**
 * The relations asked for, each with an option of its own or with commas between; else the only one there is, which has no
 * name (undefined) in a file without the column.
 */
export function wantedRelations(
  table: Table,
  rows: readonly TableRow[],
  args: Arguments,
): readonly (string | undefined)[] {
  const there = valuesOf(rows, 'relation');
  const wanted = args.all('relation').map((text) => text.trim().normalize('NFC'));
  if (wanted.length === 0) {
    if (there.length > 1)
      throw new BadInput(`${table.file}: filen har flere spørsmål (${listed(there)}); velg med --relation.`);
    return table.has('relation') ? there : [undefined];
  }
  const relations = wanted.flatMap((text) => (there.includes(text) ? [text] : parts(text)));
  for (const relation of relations) selectRows(table, rows, 'relation', relation);
  return [...new Set(relations)];
}
