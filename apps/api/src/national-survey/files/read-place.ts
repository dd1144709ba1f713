import { isOrganisationNumber, type SurveyUnit } from '@samhold/contract';
import type { Columns } from './columns.ts';
import type { Fault } from './figure.ts';
import type { TableRow } from './table-rows.ts';

/** Where in the country a row is of. */
export type Place = {
  readonly unit: SurveyUnit;
  readonly organisation: string;
  readonly countyCode: string;
  readonly municipalityCode: string;
};

const units: readonly SurveyUnit[] = ['nation', 'county', 'municipality', 'school'];

/** The unit of a row. A school is known by its organisation number, which must be one unless it is the school's own. */
export const readPlace = (row: TableRow, columns: Columns, ownNumber: string): Place | Fault => {
  const unit = units[Number(columns.of(row, 'level')) - 1];
  if (unit === undefined) return { fault: 'EnhetNivaa mangler eller er ikke 1–4.' };
  const organisation = columns.of(row, 'organisation').replace(/\s/g, '');
  if (unit === 'school' && organisation !== ownNumber && !isOrganisationNumber(organisation))
    return { fault: 'Organisasjonsnummeret er ikke gyldig.' };
  return {
    unit,
    organisation,
    countyCode: columns.of(row, 'countyCode'),
    municipalityCode: columns.of(row, 'municipalityCode'),
  };
};

const firstSchoolYear = 2006;
const isYear = (year: number): boolean => year >= firstSchoolYear && year <= 2100;

/** The year a school year begins in, from «2023-24». */
export const readSchoolYear = (text: string): number | Fault => {
  const [, first, last] = /^(\d{4}) ?[-–/] ?(\d{2}|\d{4})$/.exec(text) ?? [];
  if (first === undefined || last === undefined) return { fault: 'Skoleåret mangler eller kan ikke leses.' };
  const isNext = Number(last.slice(-2)) === (Number(first) + 1) % 100;
  return isNext && isYear(Number(first))
    ? Number(first)
    : { fault: 'Skoleåret er ikke to år etter hverandre.' };
};

/** The year of a row, or from the month of TidID where the school year has no name. */
export const readYear = (row: TableRow, columns: Columns): number | Fault => {
  const name = columns.of(row, 'year');
  if (/^\d{4} ?[-–/]/.test(name)) return readSchoolYear(name);
  const [, year, month] = /^(\d{4})(0[1-9]|1[0-2])?$/.exec(columns.of(row, 'timeId')) ?? [];
  const begins = Number(year) - (month !== undefined && Number(month) < 8 ? 1 : 0);
  return isYear(begins) ? begins : { fault: 'Skoleåret mangler eller kan ikke leses.' };
};

/** The grade of a row; null for what is not one grade of a primary school, such as all grades together. */
export const readGrade = (row: TableRow, columns: Columns): number | null | Fault => {
  const [code, name] = [columns.of(row, 'gradeCode'), columns.of(row, 'gradeName')];
  if (code === '' && name === '') return { fault: 'Trinnet mangler.' };
  const [, byName] = /^(\d{1,2})\.? ?(?:trinn|årstrinn|klasse)$/i.exec(name) ?? [];
  const [, byCode] = /^T?0?(\d{1,2})$/i.exec(code) ?? [];
  if (byName !== undefined && byCode !== undefined && Number(byName) !== Number(byCode))
    return { fault: 'TrinnKode og Trinnnavn er ikke samme trinn.' };
  const grade = Number(byName ?? byCode ?? 0);
  return grade >= 1 && grade <= 7 ? grade : null;
};
