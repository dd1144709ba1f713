import type { Database, Keyring } from '@samhold/db';
import { knowEveryNumber, schoolOfNumber } from './numbers.ts';

/** What a command of the operator's works with. */
export type OperatorDeps = {
  readonly db: Database;
  readonly keyring: Keyring;
  readonly now: () => Date;
};

export type ClosingRefusal =
  | 'school_unknown'
  | 'closing_already'
  | 'not_closing'
  | 'not_handed_over'
  | 'too_early'
  | 'records_changed'
  | 'number_differs'
  | 'held';

/** Why nothing was done. */
export class ClosingRefused extends Error {
  readonly because: ClosingRefusal;
  readonly detail: string;
  constructor(because: ClosingRefusal, detail = '') {
    super(because);
    this.because = because;
    this.detail = detail;
  }
}

/** Stands in the log for whoever works with the installation and not in the school. */
export const OPERATOR = '00000000-0000-0000-0000-000000000000';

/** The school of this number. Throws `school_unknown`. */
export const schoolNumbered = async (
  { db, keyring }: OperatorDeps,
  organisationNumber: string,
): Promise<string> => {
  await knowEveryNumber(db, keyring);
  const schoolId = await db.beforeScope((tx) => schoolOfNumber(tx, keyring, organisationNumber));
  if (schoolId === undefined) throw new ClosingRefused('school_unknown');
  return schoolId;
};
