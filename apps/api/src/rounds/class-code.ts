import type { Keyring, SchoolSealer, Tx } from '@samhold/db';
import { newShortCode, normaliseShortCode } from '../short-code.ts';

const place = (sittingId: string) => ({ table: 'sitting', column: 'class_code', row: sittingId }) as const;

export const openClassCode = (
  sealer: SchoolSealer,
  sittingId: string,
  sealed: Buffer | null,
): string | null => (sealed === null ? null : sealer.open(sealed, place(sittingId)));

export const classCodeHash = (keyring: Keyring, code: string): Buffer =>
  keyring.lookupHash('class code', normaliseShortCode(code));

/** Gives a sitting a new code of 8 characters, findable by its keyed hash until `withdrawClassCode`. */
export const issueClassCode = async (
  tx: Tx,
  keyring: Keyring,
  sealer: SchoolSealer,
  schoolId: string,
  sittingId: string,
): Promise<void> => {
  const code = newShortCode(8);
  const hash = classCodeHash(keyring, code);
  await tx.insertInto('class_code_lookup').values({ code_hash: hash, school_id: schoolId }).execute();
  await tx
    .updateTable('sitting')
    .set({ class_code: sealer.seal(code, place(sittingId)), code_hash: hash })
    .where('school_id', '=', schoolId)
    .where('sitting_id', '=', sittingId)
    .execute();
};

export const withdrawClassCode = async (
  tx: Tx,
  schoolId: string,
  sittingId: string,
  hash: Buffer | null,
): Promise<void> => {
  if (hash === null) return;
  await tx
    .deleteFrom('class_code_lookup')
    .where('code_hash', '=', hash)
    .where('school_id', '=', schoolId)
    .execute();
  await tx
    .updateTable('sitting')
    .set({ class_code: null, code_hash: null })
    .where('school_id', '=', schoolId)
    .where('sitting_id', '=', sittingId)
    .execute();
};

/** Closed sittings with a code left for pupils who might answer later, none of whom may any more. */
const spentCodes = (tx: Tx, schoolId: string, now: Date) =>
  tx
    .selectFrom('sitting as s')
    .select(['s.sitting_id', 's.code_hash'])
    .where('s.school_id', '=', schoolId)
    .where('s.state', '=', 'closed')
    .where('s.code_hash', 'is not', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('sitting_pupil as p')
            .select('p.pupil_id')
            .where('p.school_id', '=', schoolId)
            .whereRef('p.sitting_id', '=', 's.sitting_id')
            .where('p.answers_later_until', '>', now),
        ),
      ),
    )
    .orderBy('s.sitting_id');

/** Withdraws class codes that nobody can use any more. */
export const withdrawSpentCodes = async (tx: Tx, schoolId: string, now: Date): Promise<void> => {
  await spentCodes(tx, schoolId, now).forUpdate('s').execute();
  // Asked again: whoever let a pupil answer later held the sitting until now.
  for (const row of await spentCodes(tx, schoolId, now).execute())
    await withdrawClassCode(tx, schoolId, row.sitting_id, row.code_hash);
};
