import type { Tx } from '@samhold/db';
import { AppError } from '../errors.ts';
import * as queries from './queries.ts';

/** What of the grounds a round rests on is not recorded for a school year (P1): empty when a round may open. */
export const missingGrounds = async (
  tx: Tx,
  schoolId: string,
  schoolYearId: string,
): Promise<readonly string[]> => {
  const [newest] = await queries.groundsOfYear(tx, schoolId, schoolYearId, 1);
  // Every column is required, so that a row is the whole of it.
  return newest === undefined ? ['purpose', 'legal_reference', 'letter', 'dpia'] : [];
};

/** Throws `round_not_prepared` with what is missing. */
export const requireGrounds = async (tx: Tx, schoolId: string, schoolYearId: string): Promise<void> => {
  const missing = await missingGrounds(tx, schoolId, schoolYearId);
  if (missing.length > 0) throw new AppError('round_not_prepared', missing);
};

/** The law the rounds of a year rest on, as leadership recorded it last. */
export const lawOfYear = async (
  tx: Tx,
  schoolId: string,
  schoolYearId: string,
): Promise<string | undefined> =>
  (await queries.groundsOfYear(tx, schoolId, schoolYearId, 1))[0]?.legal_reference;

export const recordGrounds = queries.insertGround;
