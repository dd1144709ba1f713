import type { AccountSetUp, SetUpAccount } from '@samhold/contract';
import type { Tx } from '@samhold/db';
import { logOpening } from '../access/log.ts';
import type { Dependencies } from '../dependencies.ts';
import { AppError } from '../errors.ts';
import { tellStaff } from '../notices/service.ts';
import { startSession } from '../session/enter-school.ts';
import { endSessionsOf } from '../session/service.ts';
import { mustBeStrong } from './must-be-strong.ts';
import { newRecoveryCodes, recoveryHash } from './one-time-texts.ts';
import { hashPassword, isPassword } from './password-hash.ts';
import { markOf, openSetUp } from './pending-set-up.ts';
import { sealTotp } from './prove.ts';
import * as queries from './queries.ts';
import { addressOf, stepOfCode } from './totp.ts';

/** What the app needs. Throws `account_set_up_over`. */
export const readSetUp = (deps: Dependencies, cookie: string | undefined): AccountSetUp => {
  const { name, secret } = openSetUp(deps, cookie);
  return { name, secret, address: addressOf(secret, name) };
};

/** Ten new codes in place of those that were left; they can be read this once. */
export const giveCodes = async (
  tx: Tx,
  { keyring }: Dependencies,
  schoolId: string,
  staffId: string,
): Promise<string[]> => {
  const codes = newRecoveryCodes();
  const hashes = codes.map((code) => recoveryHash(keyring, staffId, code));
  await queries.replaceCodes(tx, schoolId, staffId, hashes);
  return [...codes];
};

/**
 * Takes the chosen password and the app in use, when a code shows that the app has the secret, and lets the person in. Throws
 * `password_weak`, `code_wrong` and `account_set_up_over`.
 */
export const finishSetUp = async (
  deps: Dependencies,
  sealed: string | undefined,
  { password, code }: SetUpAccount,
): Promise<{ readonly codes: string[]; readonly cookie: string }> => {
  const { schoolId, staffId, name, secret, mark } = openSetUp(deps, sealed);
  await mustBeStrong(deps, { schoolId, staffId, accountName: name }, password);
  const step = stepOfCode(secret, code, deps.now(), 0);
  if (step === undefined) throw new AppError('code_wrong');
  const passwordHash = await hashPassword(password);
  return deps.db.inScope({ schoolId }, async (tx, sealer) => {
    const now = deps.now();
    const held = await queries.holdAccount(tx, schoolId, staffId);
    const isOpen = held !== undefined && held.first_until !== null && held.first_until > now;
    if (!isOpen || markOf(held.password_hash) !== mark) throw new AppError('account_set_up_over');
    if (await isPassword(password, held.password_hash)) throw new AppError('password_weak', ['same']);
    const totpSecret = sealTotp(await sealer(), staffId, secret);
    await queries.setUp(tx, schoolId, staffId, { passwordHash, totpSecret, totpStep: step });
    await endSessionsOf(tx, schoolId, staffId);
    const self = { schoolId, staffId, relations: [] };
    await logOpening(tx, self, now, {
      action: 'account.set_up',
      subjectKind: 'staff',
      subjectId: staffId,
      purpose: 'sign-in',
    });
    if (held.given_anew) await tellStaff(tx, deps, schoolId, { kind: 'account_set_up', staffIds: [staffId] });
    const codes = await giveCodes(tx, deps, schoolId, staffId);
    return { codes, cookie: await startSession(tx, now, schoolId, staffId, { proved: true }) };
  });
};
