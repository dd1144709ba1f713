import { classNameOf, gradeOfClassName, isPrimaryGrade, readGrade } from './class-names.ts';
import { isSameName, plainOrganisationNumber, type School } from './own-school.ts';
import { type Columns, readTable, type Values } from './read-table.ts';
import { collectRejections, type Rejections } from './rejections.ts';
import { reasons } from './rejection-reasons.ts';
import type { ColumnMapping, RosterFile, RosterPupil } from './roster-file.ts';
import type { SourceFile } from './roster-source.ts';
import { refused } from './refused.ts';

type Key = keyof ColumnMapping | 'school' | 'organisationNumber';

const columnsOf = (mapping: ColumnMapping): Columns<Key> => ({
  className: { names: [mapping.className], required: true },
  grade: { names: [mapping.grade], required: true },
  givenName: { names: [mapping.givenName], required: true },
  familyName: { names: [mapping.familyName], required: true },
  externalId: { names: [mapping.externalId], required: true },
  school: { names: ['skole', 'skolenavn', 'enhet'] },
  organisationNumber: {
    names: ['organisasjonsnummer', 'orgnr', 'organisasjonsnr', 'skolens organisasjonsnummer'],
  },
});

const isOf = (school: School, row: { readonly name: string; readonly number: string }): boolean =>
  row.number === ''
    ? isSameName(row.name, school.name)
    : plainOrganisationNumber(row.number) === plainOrganisationNumber(school.organisationNumber);

/**
 * Which rows are the school's. A file without a column for the school, or with one school only, is the school's own whatever
 * the school is called there; with several schools, the school must be one of them.
 */
const ownRows = async (
  file: SourceFile,
  columns: Columns<Key>,
  school: School,
): Promise<(values: Values<Key>) => boolean> => {
  const schools = new Set<string>();
  let isThere = false;
  await readTable(file, columns, collectRejections(), (values) => {
    const row = { name: values.school, number: values.organisationNumber };
    if (row.name === '' && row.number === '') return;
    isThere ||= isOf(school, row);
    if (schools.size < 2) schools.add(`${row.number}\n${row.name.toLowerCase()}`);
  });
  if (schools.size < 2) return () => true;
  if (!isThere)
    throw refused(
      'Filen har flere skoler, og denne er ikke blant dem. Skolen må stå med samme navn eller organisasjonsnummer som her.',
    );
  return (values) => isOf(school, { name: values.school, number: values.organisationNumber });
};

const pupilIn = (values: Values<Key>, isGradeInName: boolean): RosterPupil | string => {
  const { externalId, givenName, familyName, className } = values;
  if (externalId === '' || givenName === '' || className === '') return reasons.valueMissing;
  const grade = isGradeInName ? gradeOfClassName(className) : readGrade(values.grade);
  if (grade === undefined) return reasons.gradeUnreadable;
  if (!isPrimaryGrade(grade)) return reasons.gradeOutside;
  return { externalId, givenName, familyName, className: classNameOf(className, grade), grade };
};

const readPupils = async (
  file: SourceFile,
  columns: Columns<Key>,
  isOwn: (values: Values<Key>) => boolean,
  isGradeInName: boolean,
  rejections: Rejections,
) => {
  const pupils = new Map<string, RosterPupil>();
  let otherSchools = 0;
  await readTable(file, columns, rejections, (values, row) => {
    if (!isOwn(values)) return void (otherSchools += 1);
    const pupil = pupilIn(values, isGradeInName);
    if (typeof pupil === 'string') return rejections.add(file.name, row, pupil);
    const known = pupils.get(pupil.externalId);
    if (known === undefined) return void pupils.set(pupil.externalId, pupil);
    const isSamePerson = known.givenName === pupil.givenName && known.familyName === pupil.familyName;
    if (isSamePerson && known.className === pupil.className && known.grade === pupil.grade) return;
    rejections.add(file.name, row, isSamePerson ? reasons.twoClasses : reasons.idTwice);
  });
  return { pupils: [...pupils.values()], otherSchools };
};

/**
 * True when the id column gives many pupils the same id, as the numbers within a class do: then it is no id, and pupils would
 * be taken for one another.
 */
export const idsAreShared = (roster: RosterFile): boolean => {
  const shared = roster.rejected.filter(({ reason }) => reason === reasons.idTwice).length;
  return shared >= 5 && shared * 4 > roster.pupils.length;
};

/** Reads the pupils of a school from one table, by a mapping whose columns the header has. It names no teachers. */
export const readNorwegianCsv = async (
  file: SourceFile,
  mapping: ColumnMapping,
  school: School,
): Promise<RosterFile> => {
  const columns = columnsOf(mapping);
  const rejections = collectRejections();
  const isOwn = await ownRows(file, columns, school);
  const read = await readPupils(file, columns, isOwn, mapping.grade === mapping.className, rejections);
  return {
    format: 'csv',
    ...read,
    teachers: [],
    rejected: rejections.rows,
    rejectedCount: rejections.count(),
  };
};
