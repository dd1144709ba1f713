import type { Dependencies } from '../dependencies.ts';
import { AppError } from '../errors.ts';
import * as queries from './attempt-queries.ts';

const FREE = 5;
const FIRST_WAIT = 30;
const LONGEST_WAIT = 15 * 60;
/** After a day without a try, one begins afresh. */
const FORGOTTEN_AFTER = 86_400_000;

/** Seconds until the next try: none for the first ones, then twice as long each time. */
export const waitAfter = (tries: number): number =>
  tries < FREE ? 0 : Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (tries - FREE));

/**
 * Counts a try before it is known whether it is right, so that many at once count as many. A name nobody has is counted like
 * any other. Throws `account_waits` with when the next try is looked at; that one was not.
 */
export const countTry = async (deps: Dependencies, nameHash: Buffer): Promise<void> => {
  const now = deps.now();
  const openFrom = await deps.db.beforeScope(async (tx) => {
    await queries.forget(tx, new Date(now.getTime() - FORGOTTEN_AFTER));
    const { tries, open_from } = await queries.holdTries(tx, nameHash, now);
    if (open_from > now) return open_from;
    await queries.setTries(tx, nameHash, {
      tries: tries + 1,
      openFrom: new Date(now.getTime() + waitAfter(tries + 1) * 1000),
      lastAt: now,
    });
    return undefined;
  });
  if (openFrom !== undefined) throw new AppError('account_waits', [openFrom.toISOString()]);
};

/** Whoever was right begins afresh. */
export const forgetTries = (deps: Dependencies, nameHash: Buffer): Promise<unknown> =>
  deps.db.beforeScope((tx) => queries.clear(tx, nameHash));
