import type { Tx } from '@samhold/db';
import type { Dependencies } from '../dependencies.ts';
import { readToken } from '../session/tokens.ts';
import * as queries from './queries.ts';

/** Whether anybody here signs in by an account of their own, and not by a provider. */
export const hasAccounts = (deps: Dependencies): Promise<boolean> =>
  deps.db.beforeScope(queries.isAnyAccount);

/** Whether a session was begun by an account of this installation's own. */
export const cameByAccount = async (deps: Dependencies, cookie: string | undefined): Promise<boolean> => {
  const token = readToken(cookie);
  if (token === undefined) return false;
  return deps.db.inScope(token, (tx) => queries.isOfAccount(tx, token.schoolId, token.tokenHash));
};

/** `first` until a password is chosen. Nobody else has an account. */
export const accountStates = async (
  tx: Tx,
  schoolId: string,
): Promise<ReadonlyMap<string, 'first' | 'set_up'>> =>
  new Map(
    (await queries.accountsHere(tx, schoolId)).map((row) => [
      row.staff_id,
      row.first_until === null ? 'set_up' : 'first',
    ]),
  );
