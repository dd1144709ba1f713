import type { OwnMail } from '@samhold/contract';
import type { SchoolSealer, Tx } from '@samhold/db';
import type { StaffActor } from '../access/actor.ts';
import type { Dependencies } from '../dependencies.ts';
import { AppError } from '../errors.ts';
import { codeExpiry, codeHash } from './code.ts';
import * as queries from './queries.ts';

const TRIES = 5;
const SECONDS_BETWEEN_CODES = 60;

const place = (staffId: string) => ({ table: 'staff_mail', column: 'email', row: staffId }) as const;

export const openAddress = (sealer: SchoolSealer, staffId: string, sealed: Buffer): string =>
  sealer.open(sealed, place(staffId));

const ownMail = async (
  tx: Tx,
  deps: Dependencies,
  sealer: () => Promise<SchoolSealer>,
  { schoolId, staffId }: StaffActor,
): Promise<OwnMail> => {
  const row = await queries.staffMail(tx, schoolId, staffId);
  return {
    mailIsSet: deps.mail !== undefined,
    email: row === undefined ? null : openAddress(await sealer(), staffId, row.email),
    confirmed: row !== undefined && row.confirmed_at !== null,
  };
};

export const readOwnMail = (deps: Dependencies, actor: StaffActor): Promise<OwnMail> =>
  deps.db.inScope(actor, (tx, sealer) => ownMail(tx, deps, sealer, actor));

/** Keeps the address and sends a code to it. The address is used for nothing else before the code has come back. */
export const giveMail = (deps: Dependencies, actor: StaffActor, email: string): Promise<OwnMail> =>
  deps.db.inScope(actor, async (tx, sealer) => {
    if (deps.mail === undefined) throw new AppError('mail_not_set');
    const { schoolId, staffId } = actor;
    const before = await queries.lockStaffMail(tx, schoolId, staffId);
    const expiresAt = codeExpiry(deps.now());
    const lately = new Date(expiresAt.getTime() - SECONDS_BETWEEN_CODES * 1_000);
    const running = before?.code_expires_at ?? undefined;
    if (running !== undefined && running > lately) throw new AppError('too_many_requests');
    const sealed = (await sealer()).seal(email, place(staffId));
    await queries.putStaffMail(tx, schoolId, staffId, sealed, expiresAt);
    await deps.mail.enqueue(tx, 'mail.code', { schoolId, staffId });
    return ownMail(tx, deps, sealer, actor);
  });

/** A wrong code counts, so the transaction ends well and the refusal comes after it. */
export const confirmMail = async (deps: Dependencies, actor: StaffActor, code: string): Promise<OwnMail> => {
  const { schoolId, staffId } = actor;
  const outcome = await deps.db.inScope(actor, async (tx, sealer) => {
    const row = await queries.lockStaffMail(tx, schoolId, staffId);
    const now = deps.now();
    if (row === undefined) return 'mail_code_expired' as const;
    if (row.confirmed_at !== null) return ownMail(tx, deps, sealer, actor);
    const over = row.code_expires_at === null || row.code_expires_at <= now || row.failed_tries >= TRIES;
    if (row.code_hash === null || over) return 'mail_code_expired' as const;
    if (!row.code_hash.equals(codeHash(deps, staffId, code))) {
      await queries.changeStaffMail(tx, schoolId, staffId, { failed_tries: row.failed_tries + 1 });
      return 'wrong_mail_code' as const;
    }
    const confirmed = { code_hash: null, code_expires_at: null, failed_tries: 0, confirmed_at: now };
    await queries.changeStaffMail(tx, schoolId, staffId, confirmed);
    return ownMail(tx, deps, sealer, actor);
  });
  if (typeof outcome === 'string') throw new AppError(outcome);
  return outcome;
};

export const forgetMail = (deps: Dependencies, { schoolId, staffId }: StaffActor): Promise<void> =>
  deps.db.inScope({ schoolId }, async (tx) => {
    await queries.deleteStaffMail(tx, schoolId, staffId);
  });
