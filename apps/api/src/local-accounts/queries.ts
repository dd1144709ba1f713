import type { Tx } from '@samhold/db';

export const schoolOfName = async (tx: Tx, nameHash: Buffer): Promise<string | undefined> =>
  (
    await tx
      .selectFrom('account_lookup')
      .select('school_id')
      .where('name_hash', '=', nameHash)
      .executeTakeFirst()
  )?.school_id;

export const isAnyAccount = async (tx: Tx): Promise<boolean> =>
  (await tx.selectFrom('account_lookup').select('school_id').limit(1).executeTakeFirst()) !== undefined;

const accounts = (tx: Tx, schoolId: string) =>
  tx
    .selectFrom('local_account as a')
    .innerJoin('staff_member as m', (join) =>
      join.onRef('m.school_id', '=', 'a.school_id').onRef('m.staff_id', '=', 'a.staff_id'),
    )
    .selectAll('a')
    .where('a.school_id', '=', schoolId)
    .where('m.active', '=', true);

export type StoredAccount = NonNullable<Awaited<ReturnType<typeof accountOf>>>;

/** Of somebody who still works there. */
export const accountByName = (tx: Tx, schoolId: string, nameHash: Buffer) =>
  accounts(tx, schoolId).where('a.name_hash', '=', nameHash).executeTakeFirst();

export const accountOf = (tx: Tx, schoolId: string, staffId: string) =>
  accounts(tx, schoolId).where('a.staff_id', '=', staffId).executeTakeFirst();

/** Of two that change it at once the second waits, and then finds what the first one left. */
export const holdAccount = (tx: Tx, schoolId: string, staffId: string) =>
  accounts(tx, schoolId).where('a.staff_id', '=', staffId).forUpdate('a').executeTakeFirst();

export type NewFirstPassword = {
  readonly staffId: string;
  readonly nameHash: Buffer;
  readonly passwordHash: string;
  readonly firstUntil: Date;
  /** In place of an account the person had. */
  readonly anew: boolean;
};

/** In place of what the account had before, the app and the recovery codes too. */
export const setFirstPassword = async (tx: Tx, schoolId: string, first: NewFirstPassword): Promise<void> => {
  const { staffId } = first;
  await deleteCodes(tx, schoolId, staffId);
  await tx
    .deleteFrom('local_account')
    .where('school_id', '=', schoolId)
    .where('staff_id', '=', staffId)
    .execute();
  await tx
    .insertInto('local_account')
    .values({
      school_id: schoolId,
      staff_id: staffId,
      name_hash: first.nameHash,
      password_hash: first.passwordHash,
      first_until: first.firstUntil,
      given_anew: first.anew,
    })
    .execute();
};

export const setUp = (
  tx: Tx,
  schoolId: string,
  staffId: string,
  chosen: { readonly passwordHash: string; readonly totpSecret: Buffer; readonly totpStep: number },
) =>
  tx
    .updateTable('local_account')
    .set({
      password_hash: chosen.passwordHash,
      totp_secret: chosen.totpSecret,
      totp_step: chosen.totpStep,
      first_until: null,
    })
    .where('school_id', '=', schoolId)
    .where('staff_id', '=', staffId)
    .execute();

export const setPassword = (tx: Tx, schoolId: string, staffId: string, passwordHash: string) =>
  tx
    .updateTable('local_account')
    .set({ password_hash: passwordHash })
    .where('school_id', '=', schoolId)
    .where('staff_id', '=', staffId)
    .execute();

export const noteStep = (tx: Tx, schoolId: string, staffId: string, step: number) =>
  tx
    .updateTable('local_account')
    .set({ totp_step: step })
    .where('school_id', '=', schoolId)
    .where('staff_id', '=', staffId)
    .execute();

/** False for a name that somebody has already. */
export const replaceName = async (
  tx: Tx,
  schoolId: string,
  before: Buffer | undefined,
  after: Buffer,
): Promise<boolean> => {
  const taken = await tx
    .insertInto('account_lookup')
    .values({ name_hash: after, school_id: schoolId })
    .onConflict((conflict) => conflict.doNothing())
    .returning('school_id')
    .executeTakeFirst();
  if (before !== undefined)
    await tx
      .deleteFrom('account_lookup')
      .where('name_hash', '=', before)
      .where('school_id', '=', schoolId)
      .execute();
  return taken !== undefined;
};

const deleteCodes = (tx: Tx, schoolId: string, staffId: string) =>
  tx.deleteFrom('recovery_code').where('school_id', '=', schoolId).where('staff_id', '=', staffId).execute();

export const replaceCodes = async (
  tx: Tx,
  schoolId: string,
  staffId: string,
  codeHashes: readonly Buffer[],
): Promise<void> => {
  await deleteCodes(tx, schoolId, staffId);
  await tx
    .insertInto('recovery_code')
    .values(codeHashes.map((hash) => ({ school_id: schoolId, staff_id: staffId, code_hash: hash })))
    .execute();
};

/** True for one that was there: it is there no more. */
export const useCode = async (
  tx: Tx,
  schoolId: string,
  staffId: string,
  codeHash: Buffer,
): Promise<boolean> =>
  (await tx
    .deleteFrom('recovery_code')
    .where('school_id', '=', schoolId)
    .where('staff_id', '=', staffId)
    .where('code_hash', '=', codeHash)
    .returning('staff_id')
    .executeTakeFirst()) !== undefined;

export const codesLeft = async (tx: Tx, schoolId: string, staffId: string): Promise<number> =>
  (
    await tx
      .selectFrom('recovery_code')
      .select('code_hash')
      .where('school_id', '=', schoolId)
      .where('staff_id', '=', staffId)
      .execute()
  ).length;

/** A session by a provider keeps what signs out there; one by the link of setting up is of nobody with an account. */
export const isOfAccount = async (tx: Tx, schoolId: string, tokenHash: Buffer): Promise<boolean> =>
  (await tx
    .selectFrom('staff_session as s')
    .innerJoin('local_account as a', (join) =>
      join.onRef('a.school_id', '=', 's.school_id').onRef('a.staff_id', '=', 's.staff_id'),
    )
    .select('s.staff_id')
    .where('s.school_id', '=', schoolId)
    .where('s.token_hash', '=', tokenHash)
    .where('s.sign_out', 'is', null)
    .where('a.first_until', 'is', null)
    .executeTakeFirst()) !== undefined;

/** Who has an account here, and whether it is set up. */
export const accountsHere = (tx: Tx, schoolId: string) =>
  tx
    .selectFrom('local_account')
    .select(['staff_id', 'first_until'])
    .where('school_id', '=', schoolId)
    .execute();
