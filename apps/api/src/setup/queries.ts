import type { Tx } from '@samhold/db';
import { heldAt } from '../access/held-at.ts';

const open = (tx: Tx, linkHash: Buffer, now: Date) =>
  tx
    .selectFrom('setup_link as l')
    .leftJoin('setup_link_lookup as s', 's.link_hash', 'l.link_hash')
    .select('s.school_id')
    .where('l.link_hash', '=', linkHash)
    .where('l.used_at', 'is', null)
    .where('l.expires_at', '>', now);

/** The school that an open link leads to, null when it makes the first one; undefined for every other link. */
export const leadsTo = async (tx: Tx, linkHash: Buffer, now: Date): Promise<string | null | undefined> =>
  (await open(tx, linkHash, now).executeTakeFirst())?.school_id;

/** Uses the link up: of two at once the second waits, and then finds none. */
export const useUp = async (tx: Tx, linkHash: Buffer, now: Date): Promise<boolean> => {
  // All of them, so that setups by two links that were both made just now come one after the other.
  await tx.selectFrom('setup_link').select('link_hash').orderBy('link_hash').forUpdate().execute();
  if ((await leadsTo(tx, linkHash, now)) === undefined) return false;
  await tx.updateTable('setup_link').set({ used_at: now }).where('link_hash', '=', linkHash).execute();
  return true;
};

/** Schools of this installation, at most two: none, the one, or more. */
export const someSchools = async (tx: Tx): Promise<readonly string[]> =>
  (await tx.selectFrom('owner_school_lookup').select('school_id').limit(2).execute()).map(
    (row) => row.school_id,
  );

export const schoolName = async (tx: Tx, schoolId: string): Promise<string | undefined> =>
  (await tx.selectFrom('school').select('name').where('school_id', '=', schoolId).executeTakeFirst())?.name;

/** The administrators of a school at a moment, the first made first, and whether each can sign in. */
export const administrators = async (
  tx: Tx,
  schoolId: string,
  now: Date,
): Promise<readonly { readonly staffId: string; readonly signsIn: boolean }[]> => {
  const rows = await tx
    .selectFrom('relation as r')
    .innerJoin('staff_member as m', (join) =>
      join.onRef('m.school_id', '=', 'r.school_id').onRef('m.staff_id', '=', 'r.staff_id'),
    )
    .leftJoin('staff_identity as i', (join) =>
      join.onRef('i.school_id', '=', 'r.school_id').onRef('i.staff_id', '=', 'r.staff_id'),
    )
    .leftJoin('local_account as a', (join) =>
      join
        .onRef('a.school_id', '=', 'r.school_id')
        .onRef('a.staff_id', '=', 'r.staff_id')
        .on('a.first_until', 'is', null),
    )
    .select(['r.staff_id', 'i.subject_hash', 'a.name_hash'])
    .where('r.school_id', '=', schoolId)
    .where('r.kind', '=', 'administrator')
    .where(heldAt(now))
    .where('m.active', '=', true)
    .orderBy('r.from_at')
    .execute();
  return rows.map((row) => ({
    staffId: row.staff_id,
    signsIn: row.subject_hash !== null || row.name_hash !== null,
  }));
};
