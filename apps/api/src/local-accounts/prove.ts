import type { SchoolSealer, Tx } from '@samhold/db';
import type { Dependencies } from '../dependencies.ts';
import { recoveryHash } from './one-time-texts.ts';
import * as queries from './queries.ts';
import { stepOfCode } from './totp.ts';

const placeOf = (staffId: string) =>
  ({ table: 'local_account', column: 'totp_secret', row: staffId }) as const;

export const sealTotp = (sealer: SchoolSealer, staffId: string, secret: string): Buffer =>
  sealer.seal(secret, placeOf(staffId));

/** Whether a code is one the app shows just now, or a recovery code that is left. It is used up by that. */
export const useCode = async (
  tx: Tx,
  deps: Dependencies,
  sealer: SchoolSealer,
  account: queries.StoredAccount,
  code: string,
): Promise<boolean> => {
  const { school_id: schoolId, staff_id: staffId, totp_secret: sealed } = account;
  if (sealed === null) return false;
  const secret = sealer.open(sealed, placeOf(staffId));
  const step = stepOfCode(secret, code, deps.now(), Number(account.totp_step));
  if (step !== undefined) {
    await queries.noteStep(tx, schoolId, staffId, step);
    return true;
  }
  return queries.useCode(tx, schoolId, staffId, recoveryHash(deps.keyring, staffId, code));
};
