import type { SurveyFile, SurveyTable } from '@samhold/contract';
import { columnsIn, recogniseTable, type Columns } from './columns.ts';
import { decodeText } from './decode-text.ts';
import { isFault, keyOf, sameMeasures, type Fault, type Figure } from './figure.ts';
import { readNumber } from './read-measures.ts';
import { readPlace, type Place } from './read-place.ts';
import { readRow, type LeftAlone } from './read-row.ts';
import { tableRows, type TableRows } from './table-rows.ts';
import { tellsHidden, withdrawn, type PlacedFigure } from './withdraw.ts';

const faultsShown = 500;
const mostFigures = 100_000;

export type ReadExport = { readonly file: SurveyFile; readonly figures: readonly Figure[] };

/** Says whether a row is of the school, or of the municipality, the county or the country it lay in that year. */
const ownRows = (read: readonly PlacedFigure[], ownNumber: string) => {
  const isOwn = (place: Place): boolean => place.unit === 'school' && place.organisation === ownNumber;
  const around = new Set(
    read
      .filter(({ place }) => isOwn(place))
      .flatMap(({ place, figure }) => [
        `county ${figure.year} ${place.countyCode}`,
        `municipality ${figure.year} ${place.municipalityCode}`,
      ]),
  );
  return ({ place, figure }: PlacedFigure): boolean => {
    if (place.unit === 'nation') return true;
    if (place.unit === 'school') return isOwn(place);
    const code = place.unit === 'county' ? place.countyCode : place.municipalityCode;
    return around.has(`${place.unit} ${figure.year} ${code}`);
  };
};

const readRows = ({ rows }: TableRows, columns: Columns, table: SurveyTable, ownNumber: string) => {
  const read: (PlacedFigure & { readonly row: number })[] = [];
  const faults: { row: number; reason: string }[] = [];
  const leftAlone: Record<LeftAlone, number> = { bySex: 0, byOwnership: 0, otherGrades: 0 };
  let others = 0;
  for (const row of rows) {
    const one = readRow(row, columns, table, ownNumber);
    if (isFault(one)) {
      // What cannot be read of another school is not ours to mind.
      const place = readPlace(row, columns, ownNumber);
      if (!isFault(place) && place.unit === 'school' && place.organisation !== ownNumber) others += 1;
      else faults.push({ row: row.row, reason: one.fault });
    } else if ('leftAlone' in one) leftAlone[one.leftAlone] += 1;
    else read.push({ ...one, row: row.row });
  }
  return { read, faults, leftAlone, others };
};

/** Keeps one figure of each key. The same again is counted; another number under the same key is a fault. */
const withoutTwice = (
  read: readonly (PlacedFigure & { readonly row: number })[],
  faults: { row: number; reason: string }[],
) => {
  const kept = new Map<string, PlacedFigure>();
  let duplicates = 0;
  for (const { place, figure, row } of read) {
    const key = keyOf(figure);
    const known = kept.get(key);
    if (known === undefined) kept.set(key, { place, figure });
    else if (sameMeasures(known.figure, figure)) duplicates += 1;
    else faults.push({ row, reason: 'Samme tall står på en tidligere rad med en annen verdi.' });
  }
  return { kept: [...kept.values()], duplicates };
};

const distinct = <T>(values: readonly T[]): T[] => [...new Set(values)];

/**
 * Reads one of Udir's tables of Elevundersøkelsen and keeps what is of one school and of the wider units it lies in; rows of
 * other schools are counted and forgotten. A fault of the whole file is returned; rows that cannot be read are listed.
 */
export const readExport = async (bytes: Uint8Array, ownNumber: string): Promise<ReadExport | Fault> => {
  const text = decodeText(bytes);
  if (isFault(text)) return text;
  const rows = await tableRows(text);
  if (isFault(rows)) return rows;
  const columns = columnsIn(rows.columns);
  const table = recogniseTable(columns);
  if (isFault(table)) return table;
  const { read, faults, leftAlone, others } = readRows(rows, columns, table, ownNumber);
  const ours = read.filter(ownRows(read, ownNumber));
  const tells = tellsHidden(read);
  const { kept, duplicates } = withoutTwice(ours, faults);
  const figures = kept.map((one) => (tells(one) ? withdrawn(one.figure) : one.figure));
  if (figures.length > mostFigures)
    return { fault: 'Filen har flere tall enn en skole kan ha. Velg bare egen skole når du laster ned.' };
  const school = figures.filter(({ unit }) => unit === 'school');
  const inAll = readNumber(columns.of(rows.rows[0] ?? { row: 0, values: new Map() }, 'rowsInAll'));
  return {
    figures,
    file: {
      table,
      rows: rows.rows.length,
      rowsInAll: inAll === undefined ? null : inAll,
      years: distinct(school.map(({ year }) => year)).toSorted((a, b) => a - b),
      grades: distinct(school.map(({ grade }) => grade)).toSorted((a, b) => a - b),
      topics: distinct(school.map(({ topic }) => topic)).toSorted((a, b) => a.localeCompare(b, 'nb')),
      school: school.length,
      hidden: school.filter(({ hidden }) => hidden === 'udir').length,
      wider: figures.length - school.length,
      withdrawn: figures.filter(({ hidden }) => hidden === 'few_units').length,
      otherUnits: read.length - ours.length + others,
      ...leftAlone,
      duplicates,
      faults: faults.toSorted((a, b) => a.row - b.row).slice(0, faultsShown),
      faultCount: faults.length,
    },
  };
};
