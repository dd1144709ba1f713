import type {
  ChangePassword,
  LoggedAction,
  OwnAccount,
  ProveAccount,
  RecoveryCodes,
} from '@samhold/contract';
import type { SchoolSealer, Tx } from '@samhold/db';
import type { StaffActor } from '../access/actor.ts';
import { logOpening } from '../access/log.ts';
import type { Dependencies } from '../dependencies.ts';
import { AppError } from '../errors.ts';
import { startSession } from '../session/enter-school.ts';
import { endSessionsOf } from '../session/service.ts';
import { countTry, forgetTries } from './attempts.ts';
import { hashPassword, isPassword } from './password-hash.ts';
import { mustBeStrong } from './must-be-strong.ts';
import { useCode } from './prove.ts';
import * as queries from './queries.ts';
import { giveCodes } from './set-up.ts';

export const readOwnAccount = (deps: Dependencies, { schoolId, staffId }: StaffActor): Promise<OwnAccount> =>
  deps.db.inScope({ schoolId }, async (tx) => {
    const account = await queries.accountOf(tx, schoolId, staffId);
    const isSetUp = account !== undefined && account.first_until === null;
    return { recoveryCodesLeft: isSetUp ? await queries.codesLeft(tx, schoolId, staffId) : null };
  });

/** Does something of the account's own once password and code are right; a session somebody left open is not enough. */
const proved = async <T>(
  deps: Dependencies,
  actor: StaffActor,
  { password, code }: ProveAccount,
  act: (tx: Tx, sealer: SchoolSealer) => Promise<T>,
): Promise<T> => {
  const { schoolId, staffId } = actor;
  const account = await deps.db.inScope(actor, (tx) => queries.accountOf(tx, schoolId, staffId));
  if (account === undefined || account.first_until !== null) throw new AppError('account_refused');
  await countTry(deps, account.name_hash);
  if (!(await isPassword(password, account.password_hash))) throw new AppError('account_refused');
  const done = await deps.db.inScope(actor, async (tx, sealer) => {
    const held = await queries.holdAccount(tx, schoolId, staffId);
    if (held?.password_hash !== account.password_hash) throw new AppError('account_refused');
    if (!(await useCode(tx, deps, await sealer(), held, code))) throw new AppError('account_refused');
    return act(tx, await sealer());
  });
  await forgetTries(deps, account.name_hash);
  return done;
};

const logOwn = (tx: Tx, actor: StaffActor, now: Date, action: LoggedAction) =>
  logOpening(tx, actor, now, {
    action,
    subjectKind: 'staff',
    subjectId: actor.staffId,
    purpose: 'sign-in',
  });

/** Every session but the new one ends. Returns its cookie's value. */
export const changePassword = async (
  deps: Dependencies,
  actor: StaffActor,
  { newPassword, ...proof }: ChangePassword,
): Promise<string> => {
  await mustBeStrong(deps, actor, newPassword);
  if (newPassword === proof.password) throw new AppError('password_weak', ['same']);
  const passwordHash = await hashPassword(newPassword);
  return proved(deps, actor, proof, async (tx) => {
    const { schoolId, staffId } = actor;
    const now = deps.now();
    await queries.setPassword(tx, schoolId, staffId, passwordHash);
    await endSessionsOf(tx, schoolId, staffId);
    await logOwn(tx, actor, now, 'account.password');
    return startSession(tx, now, schoolId, staffId, { proved: true });
  });
};

export const renewCodes = (
  deps: Dependencies,
  actor: StaffActor,
  proof: ProveAccount,
): Promise<RecoveryCodes> =>
  proved(deps, actor, proof, async (tx) => {
    await logOwn(tx, actor, deps.now(), 'account.codes');
    return { codes: await giveCodes(tx, deps, actor.schoolId, actor.staffId) };
  });
