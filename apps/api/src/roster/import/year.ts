import type { Tx } from '@samhold/db';
import { AppError } from '../../errors.ts';

/** The school year a roster is read for, and the day from which its lists are to be as the file says. */
export type ImportYear = {
  readonly schoolYearId: string;
  readonly label: string;
  readonly day: string;
};

type YearRow = { readonly school_year_id: string; readonly label: string; readonly starts_on: string };

const asImportYear = (row: YearRow, today: string): ImportYear => ({
  schoolYearId: row.school_year_id,
  label: row.label,
  day: row.starts_on > today ? row.starts_on : today,
});

/** Years that have not ended, the earliest first. */
export const yearsAhead = (tx: Tx, schoolId: string, today: string) =>
  tx
    .selectFrom('school_year')
    .select(['school_year_id', 'label', 'starts_on'])
    .where('school_id', '=', schoolId)
    .where('ends_on', '>=', today)
    .orderBy('starts_on')
    .execute();

/**
 * The year that holds today; or the chosen one, when it has not ended: in summer, lists are made for a year to come.
 * Throws `no_school_year` when no year holds today, and `not_found` for a chosen one that is not there.
 */
export const importYear = async (
  tx: Tx,
  schoolId: string,
  today: string,
  chosen: string | undefined,
): Promise<ImportYear> => {
  const years = await yearsAhead(tx, schoolId, today);
  const found =
    chosen === undefined
      ? years.find((year) => year.starts_on <= today)
      : years.find((year) => year.school_year_id === chosen);
  if (found !== undefined) return asImportYear(found, today);
  throw new AppError(chosen === undefined ? 'no_school_year' : 'not_found');
};
