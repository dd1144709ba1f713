import type { Tx } from '@samhold/db';
import type { Dependencies } from '../dependencies.ts';
import { AppError } from '../errors.ts';
import { isShutTo } from '../schools/closing.ts';
import { allowsRealm } from '../sign-in-method/realms.ts';
import type { FeideStaff } from './identity-provider.ts';
import { logSignIn } from './log-sign-in.ts';
import { lastUsedFirst, type Membership } from './memberships.ts';
import * as queries from './queries.ts';
import type { KeepForSignOut } from './sign-out.ts';
import { newToken } from './tokens.ts';

const WORKING_DAY = 10;

type SessionOptions = {
  readonly hours?: number;
  readonly proved?: boolean | undefined;
  readonly keep?: KeepForSignOut;
  readonly realm?: string | undefined;
  readonly subjectHash?: Buffer;
};

/** A session for a staff member of the school in scope, for so many hours; `proved` when the person had to sign in anew. Returns the cookie's value. Throws `school_closing` where only leadership still comes in. */
export const startSession = async (
  tx: Tx,
  now: Date,
  schoolId: string,
  staffId: string,
  { hours = WORKING_DAY, proved = false, keep, realm, subjectHash }: SessionOptions = {},
): Promise<string> => {
  if (await isShutTo(tx, schoolId, staffId, now)) throw new AppError('school_closing');
  const token = newToken(schoolId);
  await queries.insertStaffSession(tx, schoolId, {
    staffId,
    tokenHash: token.tokenHash,
    now,
    endsAt: new Date(now.getTime() + hours * 3_600_000),
    provedAt: proved ? now : null,
    signOut: keep?.(token.tokenHash) ?? null,
    realm: realm ?? null,
    subjectHash: subjectHash ?? null,
  });
  return token.cookie;
};

/** Who comes from the provider, by keyed hash. */
export type Entrant = {
  readonly subjectHash: Buffer;
  readonly feide: FeideStaff | undefined;
  readonly keep: KeepForSignOut;
};

export type Entered = { readonly schoolId: string; readonly staffId: string; readonly cookie: string };

/**
 * Signs in at the school wished for, else at the one used last. Throws `sign_in_failed` for an identity that no such school
 * knows, `realm_refused` where those that do take nobody from there, and `school_closing` where only leadership still comes in.
 */
export const enterSchool = async (
  deps: Dependencies,
  { subjectHash, feide, keep }: Entrant,
  memberships: readonly Membership[],
  wished: string | null,
  proved?: boolean,
): Promise<Entered> => {
  const known = lastUsedFirst(memberships).filter(({ schoolId }) => wished === null || schoolId === wished);
  const [first] = known;
  if (first === undefined) throw new AppError('sign_in_failed');
  let closing = false;
  for (const { schoolId, staffId } of known) {
    const cookie = await deps.db.inScope({ schoolId }, async (tx) => {
      if (!(await allowsRealm(tx, schoolId, feide))) return undefined;
      if (await isShutTo(tx, schoolId, staffId, deps.now())) {
        closing = true;
        return undefined;
      }
      await queries.noteUse(tx, schoolId, subjectHash, deps.now());
      await logSignIn(tx, schoolId, staffId, deps.now());
      return startSession(tx, deps.now(), schoolId, staffId, {
        ...{ proved, keep, subjectHash },
        realm: feide?.realm,
      });
    });
    if (cookie !== undefined) return { schoolId, staffId, cookie };
  }
  throw new AppError(closing ? 'school_closing' : 'realm_refused', undefined, undefined, first);
};
