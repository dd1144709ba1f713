import type { RosterCounts, RosterImport, RosterMapping } from '@samhold/contract';
import { counted } from '#lib/format/numbers.ts';

const formats: Readonly<Record<RosterImport['format'], string>> = {
  'oneroster-1.1': 'OneRoster 1.1',
  'oneroster-1.2': 'OneRoster 1.2',
  'sds-2.1': 'School Data Sync 2.1',
  csv: 'CSV',
};
export const formatName = (format: RosterImport['format']): string => formats[format];

const states: Readonly<Record<RosterImport['state'], string>> = {
  read: 'Lest, ikke tatt i bruk',
  applied: 'Tatt i bruk',
  discarded: 'Lagt bort',
};
export const stateName = (state: RosterImport['state']): string => states[state];

type Line = { readonly name: string; readonly count: number };

/** What a file leads to, a line for each kind; what there is none of is left out, but for pupils who stay as they are. */
export const countLines = (counts: RosterCounts): readonly Line[] =>
  [
    { name: 'Elever som står som før', count: counts.unchanged },
    { name: 'Nye på klasselistene', count: counts.new },
    { name: 'Bytter klasse eller trinn', count: counts.moved },
    { name: 'Får nytt navn', count: counts.renamed },
    { name: 'Slutter', count: counts.leaving },
    { name: 'Nye klasser', count: counts.newClasses.length },
    { name: 'Klasser uten elever lenger', count: counts.endingClasses.length },
    { name: 'Nye ansatte', count: counts.newStaff },
    { name: 'Forslag til kontaktlærer', count: counts.newRelations },
    { name: 'Rader som ikke kunne leses', count: counts.rejected },
    { name: 'Elever ved andre skoler, som ikke er tatt med', count: counts.otherSchools },
  ].filter((line, at) => at === 0 || line.count > 0);

export const changesNothing = (counts: RosterCounts): boolean =>
  [counts.new, counts.moved, counts.renamed, counts.leaving, counts.newStaff, counts.newRelations].every(
    (count) => count === 0,
  );

/** One line about an import, for the list of earlier ones. */
export const summaryOf = (counts: RosterCounts): string => {
  const parts = [
    { count: counts.new, word: 'nye' },
    { count: counts.moved, word: 'bytter klasse' },
    { count: counts.renamed, word: 'nytt navn' },
    { count: counts.leaving, word: 'slutter' },
  ].filter(({ count }) => count > 0);
  if (parts.length === 0) return changesNothing(counts) ? 'Ingen endring' : 'Bare endringer for ansatte';
  return parts.map(({ count, word }) => `${count} ${word}`).join(', ');
};

/** What the second confirmation says. */
export const leavingSentence = ({ leaving, listed, rejected }: RosterCounts): string =>
  `${counted(leaving, 'elev', 'elever')} av ${listed} på klasselistene står ikke i filen og blir tatt av listene.` +
  (rejected === 0
    ? ''
    : ` ${counted(rejected, 'rad', 'rader')} kunne ikke leses, og noen av elevene kan stå der.`);

export const mappedColumns: readonly { readonly key: keyof RosterMapping; readonly name: string }[] = [
  { key: 'className', name: 'Klasse' },
  { key: 'grade', name: 'Trinn' },
  { key: 'givenName', name: 'Fornavn' },
  { key: 'familyName', name: 'Etternavn' },
  { key: 'externalId', name: 'Elevens id eller nummer' },
];

/** The mapping once every column is chosen, and no column is chosen twice; grade and class may share one, as in 5A. */
export const wholeMapping = (chosen: Partial<RosterMapping>): RosterMapping | string => {
  const { className, grade, givenName, familyName, externalId } = chosen;
  if (!className || !grade || !givenName || !familyName || !externalId)
    return 'Velg en kolonne for hvert felt.';
  const apart = [className, givenName, familyName, externalId];
  if (new Set(apart).size < apart.length || apart.slice(1).includes(grade))
    return 'Samme kolonne er valgt to ganger. Bare klasse og trinn kan stå i samme kolonne.';
  return { className, grade, givenName, familyName, externalId };
};
