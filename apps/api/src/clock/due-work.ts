import type { Tx } from '@samhold/db';
import type { Dependencies } from '../dependencies.ts';
import { keepDayHeads } from '../access-log/day-heads.ts';
import { purgeSchool } from '../retention/purge.ts';
import { closingOf } from '../schools/closing.ts';
import { runSchool } from './run-school.ts';

/** Every school somebody can sign in to, without a scope: the look-up holds no more than keyed hashes and school ids. */
export const schoolsInUse = async (tx: Tx): Promise<readonly string[]> =>
  (
    await tx
      .selectFrom('sign_in_lookup')
      .select('school_id')
      .union(tx.selectFrom('account_lookup').select('school_id'))
      .orderBy('school_id')
      .execute()
  ).map((row) => row.school_id);

/** What the clock owes one school; then, so that what ends today has been counted, what is over its time is deleted. */
export const lookAfter = async (deps: Dependencies, schoolId: string): Promise<void> => {
  const closing = await deps.db.inScope({ schoolId }, (tx) => closingOf(tx, schoolId));
  // Nothing opens, closes or is told any more; the log is still kept outside, and what is over its time still goes.
  const owed = closing === undefined ? runSchool(deps, schoolId) : keepDayHeads(deps, schoolId);
  await owed.finally(() => purgeSchool(deps, schoolId));
};

/** Does what the clock owes every school, here and now. Harmless twice, and at the same time as another. */
export const runDueWork = async (deps: Dependencies): Promise<void> => {
  for (const schoolId of await deps.db.beforeScope(schoolsInUse)) await lookAfter(deps, schoolId);
};
