import type { SignedInBy, StaffActor } from '../access/actor.ts';
import type { Dependencies } from '../dependencies.ts';
import { isShutTo } from '../schools/closing.ts';
import { allowsRealm } from '../sign-in-method/realms.ts';
import * as queries from './queries.ts';

/** A school that has bound a sign-in to somebody who works there now. */
export type Membership = {
  readonly schoolId: string;
  readonly staffId: string;
  readonly name: string;
  readonly lastUsedAt: Date | null;
  /** The school takes people from where this one signed in, and is not closing to all but its leadership. */
  readonly admits: boolean;
  /** The person holds a relation there now. */
  readonly holds: boolean;
  /** The person is there for the owner and does nothing else. */
  readonly isOnlyOwner: boolean;
};

const membershipAt = (
  deps: Dependencies,
  { subjectHash, realm }: SignedInBy,
  schoolId: string,
): Promise<Membership | undefined> =>
  deps.db.inScope({ schoolId }, async (tx) => {
    const member = await queries.memberOfSubject(tx, schoolId, subjectHash);
    if (member === undefined) return undefined;
    const kinds = (await queries.relationsNow(tx, schoolId, member.staffId, deps.now())).map(
      ({ kind }) => kind,
    );
    return {
      schoolId,
      ...member,
      admits:
        (await allowsRealm(tx, schoolId, realm === null ? undefined : { realm })) &&
        !(await isShutTo(tx, schoolId, member.staffId, deps.now())),
      holds: kinds.length > 0,
      isOnlyOwner: kinds.length > 0 && kinds.every((kind) => kind === 'owner'),
    };
  });

/** Where a sign-in leads, each school asked in a scope of its own. Those where the person holds no relation count only when there is none where they do. */
export const membershipsOf = async (deps: Dependencies, by: SignedInBy): Promise<readonly Membership[]> => {
  const found: Membership[] = [];
  for (const schoolId of await deps.db.beforeScope((tx) => queries.schoolsOfSubject(tx, by.subjectHash))) {
    const member = await membershipAt(deps, by, schoolId);
    if (member !== undefined) found.push(member);
  }
  const held = found.filter(({ holds }) => holds);
  return held.length > 0 ? held : found;
};

/** Where the person can be now. */
export const isOpen = ({ admits, holds }: Membership): boolean => admits && holds;

const byName = (a: { readonly name: string }, b: { readonly name: string }): number =>
  a.name.localeCompare(b.name, 'nb');

/** The one used last comes first; then by name. */
export const lastUsedFirst = (memberships: readonly Membership[]): readonly Membership[] => {
  const used = memberships.map(({ lastUsedAt }) => lastUsedAt?.getTime() ?? 0);
  const last = Math.max(0, ...used);
  const isLast = ({ lastUsedAt }: Membership): boolean => last > 0 && lastUsedAt?.getTime() === last;
  return memberships.toSorted((a, b) => Number(isLast(b)) - Number(isLast(a)) || byName(a, b));
};

/**
 * What somebody who has just signed in chooses among. Whoever is at several schools for the owner alone has one page for all of
 * them, and chooses none.
 */
export const toChooseAmong = (memberships: readonly Membership[]): readonly Membership[] => {
  const open = memberships.filter(isOpen);
  return open.length > 1 && !open.every(({ isOnlyOwner }) => isOnlyOwner) ? lastUsedFirst(open) : [];
};

/** The schools the sign-in of a session leads to, by name. */
export const openSchoolsOf = async (
  deps: Dependencies,
  { signedInBy }: StaffActor,
): Promise<readonly Membership[]> =>
  signedInBy === undefined ? [] : (await membershipsOf(deps, signedInBy)).filter(isOpen).toSorted(byName);

/** Whether there is another; it is asked for every page, so no more schools are asked than it takes. */
export const hasOtherSchools = async (deps: Dependencies, actor: StaffActor): Promise<boolean> => {
  const { signedInBy, schoolId: here } = actor;
  if (signedInBy === undefined) return false;
  const schools = await deps.db.beforeScope((tx) => queries.schoolsOfSubject(tx, signedInBy.subjectHash));
  for (const schoolId of schools) {
    if (schoolId === here) continue;
    const member = await membershipAt(deps, signedInBy, schoolId);
    if (member !== undefined && isOpen(member)) return true;
  }
  return false;
};
