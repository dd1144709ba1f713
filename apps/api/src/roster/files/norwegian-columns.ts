import { holdsBirthNumber } from './birth-number.ts';
import { columnName, isDropped } from './dropped-columns.ts';
import type { ColumnMapping } from './roster-file.ts';

export type MappedColumn = keyof ColumnMapping;

/**
 * What Norwegian systems call each column, the surest first: WIS (Klassetrinn, Klassenavn, Nummer), VOKAL (EksternID), and
 * lists that schools make themselves. Under `likely` are names that can also mean something else, which are only suggested.
 */
const names: Readonly<
  Record<MappedColumn, { readonly sure: readonly string[]; readonly likely: readonly string[] }>
> = {
  className: {
    sure: ['klasse', 'klassenavn', 'basisgruppe', 'basisgruppenavn', 'klassekode', 'className'],
    likely: ['gruppe', 'gruppenavn', 'kontaktgruppe', 'class', 'avdeling'],
  },
  grade: { sure: ['trinn', 'klassetrinn', 'årstrinn', 'grade'], likely: ['nivå', 'kull', 'grades'] },
  givenName: { sure: ['fornavn', 'givenName', 'first name'], likely: ['elevens fornavn', 'kallenavn'] },
  familyName: {
    sure: ['etternavn', 'familyName', 'last name'],
    likely: ['elevens etternavn', 'slektsnavn', 'surname'],
  },
  externalId: {
    sure: [
      'id',
      'eksternid',
      'elevnummer',
      'elevnr',
      'elevid',
      'feide',
      'feidenavn',
      'feideid',
      'brukernavn',
    ],
    likely: ['nummer', 'nr', 'personid', 'username', 'sourcedId', 'externalId'],
  },
};

const keys: readonly MappedColumn[] = ['className', 'grade', 'givenName', 'familyName', 'externalId'];

const find = (header: readonly string[], wanted: readonly string[]): string | undefined =>
  wanted
    .map((name) => header.find((column) => columnName(column) === columnName(name)))
    .find((column) => column !== undefined);

/** Nummer is the pupil's number in files of WIS, which are known by their school year; elsewhere it may be anything. */
const sureNames = (header: readonly string[], key: MappedColumn): readonly string[] =>
  key === 'externalId' &&
  find(header, ['skoleår']) !== undefined &&
  find(header, ['klassetrinn']) !== undefined
    ? [...names.externalId.sure, 'nummer']
    : names[key].sure;

/** The mapping of a header that is known. A file without grades has them in the names of the classes, as in 5A. */
export const knownMapping = (header: readonly string[]): ColumnMapping | undefined => {
  const found = keys.map((key) => [key, find(header, sureNames(header, key))] as const);
  const mapping = Object.fromEntries(found.filter(([, column]) => column !== undefined));
  mapping.grade ??= mapping.className;
  return keys.every((key) => mapping[key] !== undefined)
    ? (mapping as ColumnMapping) // every key was just found
    : undefined;
};

/** The given mapping in the words of this header, when the header has all of its columns. */
export const fittingMapping = (
  header: readonly string[],
  mapping: ColumnMapping,
): ColumnMapping | undefined => {
  const found = keys.map((key) => [key, find(header, [mapping[key]])] as const);
  return found.every(([, column]) => column !== undefined && !isDropped(column))
    ? (Object.fromEntries(found) as ColumnMapping) // every key was just found
    : undefined;
};

/** The best guess for each column of an unknown header. */
export const suggestedMapping = (header: readonly string[]): Partial<ColumnMapping> =>
  Object.fromEntries(
    keys
      .map((key) => [key, find(header, [...sureNames(header, key), ...names[key].likely])] as const)
      .filter(([, column]) => column !== undefined),
  );

/** The columns a person can choose among. */
export const choosableColumns = (header: readonly string[]): readonly string[] =>
  header.filter((column) => column !== '' && !isDropped(column));

/** True for a first row that is a pupil and not a header: names in it must not be shown as columns. */
export const isNoHeader = (header: readonly string[]): boolean =>
  header.some(
    (cell) =>
      /^[\s./+-]*\d[\d\s./+-]*$/.test(cell) ||
      /^\d{1,2}\.?\s?[a-zæøå]$/i.test(cell) ||
      cell.includes('@') ||
      holdsBirthNumber(cell),
  ) || header.filter((cell) => cell !== '').length < 2;
