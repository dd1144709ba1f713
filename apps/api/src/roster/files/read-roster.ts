import { columnName } from './dropped-columns.ts';
import { idsAreShared, readNorwegianCsv } from './norwegian-csv.ts';
import {
  choosableColumns,
  fittingMapping,
  isNoHeader,
  knownMapping,
  suggestedMapping,
} from './norwegian-columns.ts';
import { readOneRoster } from './oneroster.ts';
import type { School } from './own-school.ts';
import { headerOf } from './read-table.ts';
import type { ColumnMapping, RosterFile } from './roster-file.ts';
import { fileNamed, type RosterSource, type SourceFile } from './roster-source.ts';
import { readSds } from './sds.ts';
import { refused } from './refused.ts';

export type { RosterSource } from './roster-source.ts';

/** A roster, or a table with a header that is not known: it is read once a person has said what the columns hold. */
export type RosterRead =
  | { readonly outcome: 'read'; readonly roster: RosterFile }
  | {
      readonly outcome: 'needs_mapping';
      readonly file: string;
      readonly columns: readonly string[];
      readonly suggestion: Partial<ColumnMapping>;
    };

export type ReadOptions = {
  /** The mapping that was chosen, or remembered; it is used when the header has all of its columns. */
  readonly mapping?: ColumnMapping;
  /** The day, as yyyy-mm-dd: what ended before it does not count. */
  readonly today: string;
};

/** Any of these makes a set of tables OneRoster or SDS. */
const setFiles = ['manifest.csv', 'users.csv', 'orgs.csv', 'classes.csv', 'enrollments.csv'];

const has = (header: readonly string[], name: string) =>
  header.some((column) => columnName(column) === columnName(name));

const readSet = async (source: RosterSource, school: School, today: string): Promise<RosterFile> => {
  if (fileNamed(source, 'manifest.csv') !== undefined) return readOneRoster(source, school, today);
  const classes = fileNamed(source, 'classes.csv');
  const header = classes === undefined ? [] : await headerOf(classes);
  if (has(header, 'orgSourcedId')) return readSds(source, school, today);
  const version = fileNamed(source, 'roles.csv') === undefined ? '1.1' : '1.2';
  return readOneRoster(source, school, today, version);
};

const readTableAlone = async (
  file: SourceFile,
  school: School,
  mapping: ColumnMapping | undefined,
): Promise<RosterRead> => {
  const header = await headerOf(file);
  if (header.length === 0) throw refused('Filen er tom.', file);
  if (has(header, 'sourcedId') && has(header, 'givenName'))
    throw refused('Dette er én av filene i en OneRoster-eksport. Velg hele mappen eller zip-filen.');
  if (isNoHeader(header)) throw refused('Den første raden må ha navn på kolonnene.', file);
  const suggestion = suggestedMapping(header);
  const asked: RosterRead = {
    outcome: 'needs_mapping',
    file: file.name,
    columns: choosableColumns(header),
    suggestion,
  };
  const chosen = mapping && fittingMapping(header, mapping);
  const fitting = chosen ?? knownMapping(header);
  if (fitting === undefined) return asked;
  const roster = await readNorwegianCsv(file, fitting, school);
  if (!idsAreShared(roster)) return { outcome: 'read', roster };
  if (chosen !== undefined)
    throw refused('Flere elever har samme id. Velg en kolonne som skiller dem fra hverandre.', file);
  const { externalId: _shared, ...rest } = suggestion;
  return { ...asked, suggestion: rest };
};

const readKind = async (source: RosterSource, school: School, options: ReadOptions): Promise<RosterRead> => {
  const [only, another] = source.files;
  if (only === undefined) throw refused('Fant ingen CSV-filer.');
  if (another === undefined) return readTableAlone(only, school, options.mapping);
  if (setFiles.some((name) => fileNamed(source, name) !== undefined))
    return { outcome: 'read', roster: await readSet(source, school, options.today) };
  throw refused(
    fileNamed(source, 'student.csv') === undefined
      ? 'Mappen har flere CSV-filer, men ikke de som hører til OneRoster eller SDS. Velg én fil.'
      : 'Dette er en eldre utgave av SDS. Eksporter i formatet SDS 2.1.',
  );
};

/**
 * Reads the roster of one school from a set of tables (OneRoster 1.1 and 1.2, SDS 2.1) or from one table (CSV as Norwegian
 * systems write it), told apart by manifest.csv, by the names of the files and by the header. Throws `roster_rejected` with
 * sentences for the reader, which hold no value from the file, when the roster cannot be read as a whole.
 */
export const readRoster = async (
  source: RosterSource,
  school: School,
  options: ReadOptions,
): Promise<RosterRead> => {
  const read = await readKind(source, school, options);
  if (read.outcome === 'read' && read.roster.pupils.length === 0 && read.roster.rejectedCount === 0)
    throw refused('Filen har ingen elever ved skolen.');
  return read;
};
