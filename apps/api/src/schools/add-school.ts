import { randomUUID } from 'node:crypto';
import { isOrganisationNumber } from '@samhold/contract';
import type { Database, Keyring, Tx } from '@samhold/db';
import { insertSchoolOf, insertStaffMember } from '../roster/people.ts';
import { makeLink } from '../setup/link.ts';
import { hasAdministratorWhoSignsIn } from '../setup/service.ts';
import { knowEveryNumber, schoolOfNumber } from './numbers.ts';
import { makeOwner, owners, ownersCalled, type Owner } from './owners.ts';

export type SchoolDeps = {
  readonly db: Database;
  readonly keyring: Keyring;
  readonly publicUrl: string;
  readonly now: () => Date;
};

export type SchoolWish = {
  readonly name: string;
  readonly organisationNumber: string;
  /** Whose school it is: the name of an owner there is, or its id; a new one's name when `newOwner` says so. */
  readonly owner: string;
  readonly newOwner: boolean;
  readonly administrator: { readonly givenName: string; readonly familyName: string };
};

export type Refusal = 'number_wrong' | 'number_taken' | 'owner_unknown' | 'owner_ambiguous' | 'owner_exists';

/** Why no school was made; `owners` are those there are. */
export class SchoolRefused extends Error {
  readonly because: Refusal;
  readonly owners: readonly Owner[];
  constructor(because: Refusal, known: readonly Owner[] = []) {
    super(because);
    this.because = because;
    this.owners = known;
  }
}

const ownerIn = async (tx: Tx, keyring: Keyring, { owner, newOwner }: SchoolWish): Promise<string> => {
  const all = await owners(tx);
  const [found, another] = ownersCalled(all, owner);
  if (newOwner) {
    const made = found === undefined ? await makeOwner(tx, keyring, owner) : undefined;
    if (made === undefined) throw new SchoolRefused('owner_exists', all);
    return made;
  }
  if (found === undefined) throw new SchoolRefused('owner_unknown', all);
  if (another !== undefined) throw new SchoolRefused('owner_ambiguous', all);
  return found.ownerId;
};

/**
 * A school in an installation that may have others: with its own key, its owner, its first administrator and the one-time
 * link that lets that person in; all of it or nothing. Returns the link. Throws SchoolRefused.
 */
export const addSchool = async (deps: SchoolDeps, wish: SchoolWish): Promise<string> => {
  const { db, keyring } = deps;
  if (!isOrganisationNumber(wish.organisationNumber)) throw new SchoolRefused('number_wrong');
  await knowEveryNumber(db, keyring);
  const schoolId = randomUUID();
  return db.inScope({ schoolId }, async (tx, sealer) => {
    const ownerId = await ownerIn(tx, keyring, wish);
    const school = { name: wish.name.trim(), organisationNumber: wish.organisationNumber, demo: false };
    if (!(await insertSchoolOf(tx, keyring, { schoolId, ownerId }, school)))
      throw new SchoolRefused('number_taken');
    await insertStaffMember(tx, await sealer(), keyring, schoolId, {
      givenName: wish.administrator.givenName.trim(),
      familyName: wish.administrator.familyName.trim(),
      relations: [{ kind: 'administrator', fromAt: deps.now() }],
    });
    return makeLink(tx, deps, schoolId);
  });
};

/**
 * A new link for the first administrator of a school that nobody administers by a sign-in yet, in place of the one before.
 * Undefined when there is no such school, or when it has an administrator who signs in.
 */
export const renewLink = async (
  deps: SchoolDeps,
  organisationNumber: string,
): Promise<string | undefined> => {
  const { db, keyring } = deps;
  await knowEveryNumber(db, keyring);
  const schoolId = await db.beforeScope((tx) => schoolOfNumber(tx, keyring, organisationNumber));
  if (schoolId === undefined) return undefined;
  return db.inScope({ schoolId }, async (tx) =>
    (await hasAdministratorWhoSignsIn(tx, schoolId, deps.now())) ? undefined : makeLink(tx, deps, schoolId),
  );
};
