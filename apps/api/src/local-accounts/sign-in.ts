import { randomUUID } from 'node:crypto';
import type { AccountSignIn } from '@samhold/contract';
import type { Dependencies } from '../dependencies.ts';
import { AppError, type Whose } from '../errors.ts';
import { startSession } from '../session/enter-school.ts';
import { logSignIn } from '../session/log-sign-in.ts';
import { countTry, forgetTries } from './attempts.ts';
import { accountNameHash } from './one-time-texts.ts';
import { isPassword, nobodysHash } from './password-hash.ts';
import { markOf, sealSetUp } from './pending-set-up.ts';
import { useCode } from './prove.ts';
import * as queries from './queries.ts';
import { newSecret } from './totp.ts';

export type Came = { readonly next: 'in' | 'set_up'; readonly cookie: string };

const refused = (whose?: Whose): never => {
  throw new AppError('account_refused', undefined, undefined, whose);
};

const accountNamed = async (deps: Dependencies, nameHash: Buffer) => {
  const schoolId = await deps.db.beforeScope((tx) => queries.schoolOfName(tx, nameHash));
  // Of a name nobody has the same is asked, of a school there is not.
  const scope = { schoolId: schoolId ?? randomUUID() };
  return deps.db.inScope(scope, (tx) => queries.accountByName(tx, scope.schoolId, nameHash));
};

/**
 * Lets somebody in by name, password and code. A first password leads to setting the account up, and nowhere else. Throws
 * `account_refused` alike for a wrong name, password or code, and `account_waits` after many tries.
 */
export const signInByAccount = async (
  deps: Dependencies,
  { name, password, code }: AccountSignIn,
): Promise<Came> => {
  const nameHash = accountNameHash(deps.keyring, name);
  await countTry(deps, nameHash);
  const account = await accountNamed(deps, nameHash);
  const isRight = await isPassword(password, account?.password_hash ?? nobodysHash());
  if (account === undefined) return refused();
  const { school_id: schoolId, staff_id: staffId, first_until: firstUntil } = account;
  const whose = { schoolId, staffId };
  if (!isRight) return refused(whose);
  if (firstUntil !== null) {
    if (firstUntil <= deps.now()) return refused(whose);
    const mark = markOf(account.password_hash);
    const cookie = sealSetUp(deps, { ...{ schoolId, staffId, name, mark }, secret: newSecret() });
    await forgetTries(deps, nameHash);
    return { next: 'set_up', cookie };
  }
  const cookie = await deps.db.inScope({ schoolId }, async (tx, sealer) => {
    const held = await queries.holdAccount(tx, schoolId, staffId);
    if (held?.password_hash !== account.password_hash) return refused(whose);
    if (!(await useCode(tx, deps, await sealer(), held, code ?? ''))) return refused(whose);
    await logSignIn(tx, schoolId, staffId, deps.now());
    return startSession(tx, deps.now(), schoolId, staffId, { proved: true });
  });
  await forgetTries(deps, nameHash);
  return { next: 'in', cookie };
};
