import type { Tx } from '@samhold/db';

/** Reference tables: asked before a school is known, or inside any school's scope. */
export const methods = (tx: Tx) =>
  tx
    .selectFrom('sign_in_method')
    .innerJoin('school_owner', 'school_owner.owner_id', 'sign_in_method.owner_id')
    .select(['sign_in_method.owner_id', 'name', 'issuer'])
    .orderBy('name')
    .execute();

export const methodOf = (tx: Tx, ownerId: string) =>
  tx.selectFrom('sign_in_method').selectAll().where('owner_id', '=', ownerId).executeTakeFirst();

export const schoolsOfOwner = async (tx: Tx, ownerHash: Buffer): Promise<readonly string[]> =>
  (
    await tx
      .selectFrom('owner_school_lookup')
      .select('school_id')
      .where('owner_hash', '=', ownerHash)
      .execute()
  ).map((row) => row.school_id);

export const ownerOfSchool = async (tx: Tx, schoolId: string): Promise<string | undefined> =>
  (await tx.selectFrom('school').select('owner_id').where('school_id', '=', schoolId).executeTakeFirst())
    ?.owner_id;

export const storeMethod = (
  tx: Tx,
  method: {
    readonly owner_id: string;
    readonly issuer: string;
    readonly client_id: string;
    readonly client_secret: Buffer;
    readonly changed_at: Date;
    readonly tested_at: Date;
  },
) =>
  tx
    .insertInto('sign_in_method')
    .values(method)
    .onConflict((conflict) => conflict.column('owner_id').doUpdateSet(method))
    .execute();

export const storedSecrets = (tx: Tx) =>
  tx.selectFrom('sign_in_method').select(['owner_id', 'client_secret']).forUpdate().execute();

export const storeSecret = (tx: Tx, ownerId: string, secret: Buffer) =>
  tx.updateTable('sign_in_method').set({ client_secret: secret }).where('owner_id', '=', ownerId).execute();

export const realms = async (tx: Tx, schoolId: string): Promise<readonly string[]> =>
  (
    await tx
      .selectFrom('school_realm')
      .select('realm')
      .where('school_id', '=', schoolId)
      .orderBy('realm')
      .execute()
  ).map((row) => row.realm);

/** The kommune, where the school takes staff of it. */
export const takenRealm = (tx: Tx, schoolId: string, realm: string) =>
  tx.selectFrom('school_realm').select('realm').where('school_id', '=', schoolId).where('realm', '=', realm);

export const addRealms = (tx: Tx, schoolId: string, added: readonly string[]) =>
  tx
    .insertInto('school_realm')
    .values(added.map((realm) => ({ school_id: schoolId, realm })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();

export const removeOtherRealms = (tx: Tx, schoolId: string, kept: readonly string[]) =>
  tx.deleteFrom('school_realm').where('school_id', '=', schoolId).where('realm', 'not in', kept).execute();

export const noteTest = (tx: Tx, ownerId: string, at: Date) =>
  tx.updateTable('sign_in_method').set({ tested_at: at }).where('owner_id', '=', ownerId).execute();

export const hasIdentity = async (tx: Tx, schoolId: string, staffId: string): Promise<boolean> =>
  (await tx
    .selectFrom('staff_identity')
    .select('staff_id')
    .where('school_id', '=', schoolId)
    .where('staff_id', '=', staffId)
    .limit(1)
    .executeTakeFirst()) !== undefined;
