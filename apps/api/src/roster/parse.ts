import { parse } from 'csv-parse/sync';
import { AppError } from '../errors.ts';

export type RosterRow = {
  readonly className: string;
  readonly grade: number;
  readonly givenName: string;
  readonly familyName: string;
  readonly externalId: string;
};

const header = ['klasse', 'trinn', 'fornavn', 'etternavn', 'id'] as const;
/** Also as birth numbers are often written: six digits, a space or a hyphen, five digits. */
const birthNumber = /(^|\D)\d{6}[ -]?\d{5}(\D|$)/;

const faultOf = (record: Readonly<Record<string, string>>): string | undefined => {
  if (header.some((column) => column !== 'etternavn' && (record[column] ?? '') === ''))
    return 'mangler en verdi';
  if (!/^[1-7]$/.test(record.trinn ?? '')) return 'trinn må være 1–7';
  if (Object.values(record).some((value) => value.length > 100)) return 'en verdi er for lang';
  return undefined;
};

/**
 * A roster as comma-separated text with the header klasse,trinn,fornavn,etternavn,id. Throws `roster_rejected`, with row
 * numbers and no names, when the header, a row or an id is wrong, or when anything looks like a birth number.
 */
export const parseRoster = (text: string): readonly RosterRow[] => {
  if (birthNumber.test(text))
    throw new AppError('roster_rejected', ['Filen ser ut til å inneholde fødselsnummer.']);
  const records = (() => {
    try {
      return parse(text, { bom: true, columns: true, trim: true, skip_empty_lines: true }) as Record<
        string,
        string
      >[];
    } catch {
      throw new AppError('roster_rejected', ['Filen er ikke en gyldig CSV-fil.']);
    }
  })();
  const first = records[0];
  if (first === undefined) throw new AppError('roster_rejected', ['Filen har ingen rader.']);
  if (header.some((column) => !(column in first))) {
    throw new AppError('roster_rejected', [`Overskriften må være ${header.join(',')}.`]);
  }
  const seen = new Set<string>();
  const faults: string[] = [];
  const rows = records.map((record, index) => {
    const fault = seen.has(record.id ?? '') ? 'id finnes to ganger' : faultOf(record);
    if (fault !== undefined) faults.push(`Rad ${index + 2}: ${fault}.`);
    seen.add(record.id ?? '');
    return {
      className: record.klasse ?? '',
      grade: Number(record.trinn),
      givenName: record.fornavn ?? '',
      familyName: record.etternavn ?? '',
      externalId: record.id ?? '',
    };
  });
  if (faults.length > 0) throw new AppError('roster_rejected', faults.slice(0, 50));
  return rows;
};
