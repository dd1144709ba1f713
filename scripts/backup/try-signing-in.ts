import { randomUUID } from 'node:crypto';
import { schoolsInUse } from '../../apps/api/src/clock/due-work.ts';
import { staffName } from '../../apps/api/src/roster/names.ts';
import { bindIdentity } from '../../apps/api/src/roster/people.ts';
import { openTestHouse, type TestHouse } from '../../apps/api/src/testing/test-house.ts';
import type { Database, DatabaseUrls, Keyring } from '../../packages/db/src/index.ts';

/** `nobody`: the backup has no school, or one in which nobody works yet. */
export type SignInTrial = 'signed in' | 'refused' | 'nobody';

type Person = { readonly schoolId: string; readonly staffId: string; readonly name: string };

/** Somebody who works there, leadership before others, by the name the keys open. */
const somebody = async (db: Database): Promise<Person | undefined> => {
  for (const schoolId of await db.beforeScope(schoolsInUse)) {
    const found = await db.inScope({ schoolId }, async (tx, sealer) => {
      const row = await tx
        .selectFrom('staff_member as m')
        .leftJoin('relation as r', (join) =>
          join
            .onRef('r.school_id', '=', 'm.school_id')
            .onRef('r.staff_id', '=', 'm.staff_id')
            .on('r.kind', '=', 'leadership'),
        )
        .select('m.staff_id as staffId')
        .where('m.school_id', '=', schoolId)
        .where('m.active', '=', true)
        .orderBy('r.kind')
        .orderBy('m.staff_id')
        .executeTakeFirst();
      if (row === undefined) return undefined;
      return { schoolId, ...row, name: await staffName(tx, await sealer(), schoolId, row.staffId) };
    });
    if (found !== undefined) return found;
  }
  return undefined;
};

const signInAs = async (house: TestHouse, { schoolId, staffId, name }: Person): Promise<SignInTrial> => {
  const subject = randomUUID();
  const hash = house.deps.keyring.lookupHash('subject', house.issuer, subject);
  await house.deps.db.inScope({ schoolId }, (tx) => bindIdentity(tx, schoolId, staffId, hash));
  const browser = await house.staffBrowser(subject);
  const response = await browser('/api/v1/session');
  const session: unknown = await response.json();
  const isOwn = typeof session === 'object' && session !== null && 'name' in session && session.name === name;
  return response.ok && isOwn ? 'signed in' : 'refused';
};

/**
 * Starts the api on the database and signs somebody in over HTTP, by a provider of the drill's own that stands in for the
 * school's: with an identity that is bound to a person here for it, and is found by its keyed hash.
 */
export const trySigningIn = async (
  db: Database,
  urls: DatabaseUrls,
  keyring: Keyring,
): Promise<SignInTrial> => {
  const person = await somebody(db);
  if (person === undefined) return 'nobody';
  const nothing = (): Promise<never[]> => Promise.resolve([]);
  const name = new URL(urls.migration).pathname.slice(1);
  const database = { ...urls, name, superuser: urls.migration, ask: nothing, drop: () => Promise.resolve() };
  const house = await openTestHouse(urls.migration, { found: { database, keyring } });
  return signInAs(house, person)
    .catch(() => 'refused' as const)
    .finally(() => house.close());
};
