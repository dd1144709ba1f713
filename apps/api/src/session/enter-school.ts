import type { Tx } from '@samhold/db';
import type { Dependencies } from '../dependencies.ts';
import { AppError } from '../errors.ts';
import * as queries from './queries.ts';
import { newToken } from './tokens.ts';

const WORKING_DAY = 10;

/** A session for a staff member of the school in scope, for so many hours; `proved` when the person had to sign in anew. Returns the cookie's value. */
export const startSession = async (
  tx: Tx,
  now: Date,
  schoolId: string,
  staffId: string,
  { hours = WORKING_DAY, proved = false }: { readonly hours?: number; readonly proved?: boolean } = {},
): Promise<string> => {
  const token = newToken(schoolId);
  const endsAt = new Date(now.getTime() + hours * 3_600_000);
  const provedAt = proved ? now : null;
  await queries.insertStaffSession(tx, schoolId, staffId, token.tokenHash, now, endsAt, provedAt);
  return token.cookie;
};

type Membership = {
  readonly schoolId: string;
  readonly staffId: string;
  readonly name: string;
  readonly lastUsedAt: Date | null;
};

/** Where an identity leads: the schools that have bound it to somebody who still works there. */
const membershipsOf = async (deps: Dependencies, subjectHash: Buffer): Promise<readonly Membership[]> => {
  const found: Membership[] = [];
  for (const schoolId of await deps.db.beforeScope((tx) => queries.schoolsOfSubject(tx, subjectHash))) {
    const member = await deps.db.inScope({ schoolId }, (tx) =>
      queries.memberOfSubject(tx, schoolId, subjectHash),
    );
    if (member !== undefined) found.push({ schoolId, ...member });
  }
  return found;
};

/** The one used last comes first; of those never used, the first by name. */
const lastUsedFirst = (a: Membership, b: Membership): number =>
  (b.lastUsedAt?.getTime() ?? 0) - (a.lastUsedAt?.getTime() ?? 0) || a.name.localeCompare(b.name, 'nb');

/**
 * Signs in at the school wished for, else at the one used last. Returns the cookie's value; throws `sign_in_failed` for an
 * identity that no such school knows.
 */
export const enterSchool = async (
  deps: Dependencies,
  subjectHash: Buffer,
  wished: string | null,
  proved = false,
): Promise<string> => {
  const memberships = await membershipsOf(deps, subjectHash);
  const [chosen] = memberships
    .filter(({ schoolId }) => wished === null || schoolId === wished)
    .toSorted(lastUsedFirst);
  if (chosen === undefined) throw new AppError('sign_in_failed');
  const { schoolId, staffId } = chosen;
  return deps.db.inScope(chosen, async (tx) => {
    await queries.noteUse(tx, schoolId, subjectHash, deps.now());
    return startSession(tx, deps.now(), schoolId, staffId, { proved });
  });
};

/** The other schools a staff member's own identities lead to, by name. */
export const otherSchoolsOf = async (
  deps: Dependencies,
  schoolId: string,
  subjectHashes: readonly Buffer[],
): Promise<{ schoolId: string; name: string }[]> => {
  const others = new Map<string, string>();
  for (const subjectHash of subjectHashes) {
    for (const other of await membershipsOf(deps, subjectHash)) others.set(other.schoolId, other.name);
  }
  others.delete(schoolId);
  return [...others]
    .map(([id, name]) => ({ schoolId: id, name }))
    .sort((a, b) => a.name.localeCompare(b.name, 'nb'));
};
