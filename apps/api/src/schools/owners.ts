import type { Keyring, Tx } from '@samhold/db';

export type Owner = { readonly ownerId: string; readonly name: string };

export const owners = async (tx: Tx): Promise<readonly Owner[]> =>
  (
    await tx
      .selectFrom('school_owner')
      .select(['owner_id', 'name'])
      .orderBy('name')
      .orderBy('owner_id')
      .execute()
  ).map((row) => ({ ownerId: row.owner_id, name: row.name }));

const folded = (name: string): string => name.trim().replaceAll(/\s+/g, ' ').toLocaleLowerCase('nb');

/** Owners of this name, or the one with this id. */
export const ownersCalled = (all: readonly Owner[], called: string): readonly Owner[] =>
  all.filter(({ ownerId, name }) => ownerId === called || folded(name) === folded(called));

/** The same name gives the same id, so that two who make one owner at the same moment do not make two. */
const idOf = (keyring: Keyring, name: string): string => {
  const hash = Buffer.from(keyring.lookupHash('new owner', folded(name)).subarray(0, 16));
  // A random UUID as RFC 9562 writes it.
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x40, 6);
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8);
  return hash.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
};

/** Undefined when there is one of that name by now. */
export const makeOwner = async (tx: Tx, keyring: Keyring, name: string): Promise<string | undefined> => {
  const made = await tx
    .insertInto('school_owner')
    .values({ owner_id: idOf(keyring, name), name: name.trim() })
    .onConflict((conflict) => conflict.doNothing())
    .returning('owner_id')
    .executeTakeFirst();
  return made?.owner_id;
};
