import type { FirstPassword, GiveAccount } from '@samhold/contract';
import type { Tx } from '@samhold/db';
import type { StaffActor } from '../access/actor.ts';
import { logOpening } from '../access/log.ts';
import type { Dependencies } from '../dependencies.ts';
import { AppError } from '../errors.ts';
import { endSessionsOf } from '../session/service.ts';
import { tellStaff } from '../notices/service.ts';
import { isActiveStaff } from '../people/active-staff.ts';
import { accountNameHash, newFirstPassword } from './one-time-texts.ts';
import { hashPassword } from './password-hash.ts';
import * as queries from './queries.ts';

const GOOD_FOR = 7 * 86_400_000;

/** The name's hash from now on. Throws `account_name_taken`, also when another school has it. */
const takeName = async (
  tx: Tx,
  { keyring }: Dependencies,
  schoolId: string,
  name: string | undefined,
  before: Buffer | undefined,
): Promise<Buffer> => {
  if (name === undefined && before === undefined) throw new AppError('invalid_request', ['name']);
  const wished = name === undefined ? before : accountNameHash(keyring, name);
  if (wished === undefined || (before !== undefined && wished.equals(before))) return before ?? Buffer.of();
  if (!(await queries.replaceName(tx, schoolId, before, wished))) throw new AppError('account_name_taken');
  return wished;
};

/**
 * A first password for somebody of the school, new or in place of an account that was set up: whoever forgot the password or
 * lost the app begins afresh. What the account had before no longer works, and its sessions end.
 */
export const giveAccount = async (
  deps: Dependencies,
  actor: StaffActor,
  staffId: string,
  { name }: GiveAccount,
): Promise<FirstPassword> => {
  const password = newFirstPassword();
  const passwordHash = await hashPassword(password);
  return deps.db.inScope(actor, async (tx) => {
    const { schoolId } = actor;
    const now = deps.now();
    if (!(await isActiveStaff(tx, schoolId, staffId))) throw new AppError('not_found');
    const before = (await queries.holdAccount(tx, schoolId, staffId))?.name_hash;
    const nameHash = await takeName(tx, deps, schoolId, name, before);
    const firstUntil = new Date(now.getTime() + GOOD_FOR);
    const anew = before !== undefined;
    await queries.setFirstPassword(tx, schoolId, { staffId, nameHash, passwordHash, firstUntil, anew });
    if (staffId !== actor.staffId) await endSessionsOf(tx, schoolId, staffId);
    await logOpening(tx, actor, now, {
      action: anew ? 'account.reset' : 'account.give',
      subjectKind: 'staff',
      subjectId: staffId,
      purpose: 'sign-in',
    });
    if (anew) await tellStaff(tx, deps, schoolId, { kind: 'account_reset', staffIds: [staffId] });
    return { password, expiresAt: firstUntil.toISOString() };
  });
};
