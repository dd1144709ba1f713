import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { StaffSession } from '@samhold/contract';
import type { StaffActor } from '../access/actor.ts';
import type { Dependencies } from '../dependencies.ts';
import { AppError } from '../errors.ts';
import { staffName } from '../roster/names.ts';
import type { SignInAttempt } from './identity-provider.ts';
import * as queries from './queries.ts';
import { newToken, readToken, type BearerToken } from './tokens.ts';

const NONCE = 12;
const TAG = 16;

/** The attempt travels in the browser between the two legs of the code flow, sealed so that nobody can plant one. */
export const sealAttempt = (deps: Dependencies, attempt: SignInAttempt): string => {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', deps.keyring.keyFor('sign-in'), nonce);
  const body = Buffer.concat([cipher.update(JSON.stringify(attempt)), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url');
};

const openAttempt = (deps: Dependencies, sealed: string): SignInAttempt => {
  const bytes = Buffer.from(sealed, 'base64url');
  const decipher = createDecipheriv('aes-256-gcm', deps.keyring.keyFor('sign-in'), bytes.subarray(0, NONCE));
  decipher.setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
  const text = Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()]).toString();
  // Authenticated: only sealAttempt can have made it.
  return JSON.parse(text) as SignInAttempt;
};

/** Turns the provider's callback into a session of this school's staff. Throws `sign_in_failed` for everyone else. */
export const completeSignIn = async (
  deps: Dependencies,
  callback: URL,
  sealedAttempt: string | undefined,
): Promise<{ readonly cookie: string; readonly returnTo: string }> => {
  const { attempt, subject } = await (async () => {
    const opened = openAttempt(deps, sealedAttempt ?? '');
    return { attempt: opened, subject: await deps.identityProvider.complete(callback, opened) };
  })().catch(() => {
    throw new AppError('sign_in_failed');
  });
  const subjectHash = deps.keyring.lookupHash('subject', subject.issuer, subject.subject);
  for (const schoolId of await deps.db.beforeScope((tx) => queries.schoolsOfSubject(tx, subjectHash))) {
    const token = newToken(schoolId);
    const signedIn = await deps.db.inScope({ schoolId }, async (tx) => {
      const staffId = await queries.staffOfSubject(tx, schoolId, subjectHash);
      if (staffId === undefined) return false;
      await queries.insertStaffSession(tx, schoolId, staffId, token.tokenHash, deps.now());
      return true;
    });
    if (signedIn) return { cookie: token.cookie, returnTo: attempt.returnTo };
  }
  throw new AppError('sign_in_failed');
};

export const findStaff = async (
  deps: Dependencies,
  cookie: string | undefined,
): Promise<StaffActor | undefined> => {
  const token = readToken(cookie);
  if (token === undefined) return undefined;
  return deps.db.inScope(token, (tx) =>
    queries.staffOfSession(tx, token.schoolId, token.tokenHash, deps.now()),
  );
};

export const describeSession = (deps: Dependencies, actor: StaffActor): Promise<StaffSession> =>
  deps.db.inScope(actor, async (tx, sealer) => {
    const { school, classNames } = await queries.schoolAndClassNames(tx, actor.schoolId);
    return {
      name: await staffName(tx, await sealer(), actor.schoolId, actor.staffId),
      school: { name: school.name, demo: school.demo },
      relations: actor.relations.map((relation) => ({
        ...relation,
        className: relation.classId === null ? null : (classNames.get(relation.classId) ?? null),
      })),
    };
  });

export const signOut = (deps: Dependencies, token: BearerToken): Promise<unknown> =>
  deps.db.inScope(token, (tx) => queries.deleteStaffSession(tx, token.schoolId, token.tokenHash));
