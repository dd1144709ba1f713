import { randomBytes } from 'node:crypto';
import type { Keyring, Tx } from '@samhold/db';

const OPEN_FOR = 24 * 3_600_000;

type LinkDeps = { readonly keyring: Keyring; readonly publicUrl: string; readonly now: () => Date };

export const hashOfLink = (keyring: Keyring, link: string): Buffer => keyring.lookupHash('setup link', link);

/** Links that would make the first school, and those of a school when one is named: none of them opens anything any more. */
export const withdrawLinks = async (tx: Tx, schoolId?: string): Promise<void> => {
  await tx
    .deleteFrom('setup_link')
    .where('link_hash', 'not in', (from) => from.selectFrom('setup_link_lookup').select('link_hash'))
    .execute();
  if (schoolId === undefined) return;
  await tx
    .deleteFrom('setup_link')
    .where('link_hash', 'in', (from) =>
      from.selectFrom('setup_link_lookup').select('link_hash').where('school_id', '=', schoolId),
    )
    .execute();
  await tx.deleteFrom('setup_link_lookup').where('school_id', '=', schoolId).execute();
};

/** A new one-time link of a school's first administrator, or of the first school, in place of those before it. */
export const makeLink = async (tx: Tx, deps: LinkDeps, schoolId?: string): Promise<string> => {
  await withdrawLinks(tx, schoolId);
  const link = randomBytes(32).toString('base64url');
  const link_hash = hashOfLink(deps.keyring, link);
  await tx
    .insertInto('setup_link')
    .values({ link_hash, expires_at: new Date(deps.now().getTime() + OPEN_FOR) })
    .execute();
  if (schoolId !== undefined)
    await tx.insertInto('setup_link_lookup').values({ link_hash, school_id: schoolId }).execute();
  // After the «#», so that no server or proxy on the way writes it down.
  return `${deps.publicUrl}/setup#${link}`;
};
