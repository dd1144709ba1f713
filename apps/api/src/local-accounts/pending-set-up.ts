import { createHash } from 'node:crypto';
import type { Dependencies } from '../dependencies.ts';
import { AppError } from '../errors.ts';

/** Somebody who has given a first password, and has yet to choose one and set up the app. */
export type PendingSetUp = {
  readonly schoolId: string;
  readonly staffId: string;
  readonly name: string;
  readonly secret: string;
  /** Of the first password: with a later one it is over. */
  readonly mark: string;
};

const PURPOSE = 'account set-up';
const BOUND = 'first password given';
const MINUTES = 30;

export const markOf = (passwordHash: string): string =>
  createHash('sha256').update(passwordHash).digest('base64url');

/** It travels in the browser, sealed: nothing of the app is stored before the person has shown a code of it. */
export const sealSetUp = ({ keyring, now }: Dependencies, pending: PendingSetUp): string =>
  keyring.seal(PURPOSE, JSON.stringify({ ...pending, at: now().getTime() }), BOUND).toString('base64url');

/** Throws `account_set_up_over` for what `sealSetUp` has not made, or made more than half an hour ago. */
export const openSetUp = ({ keyring, now }: Dependencies, cookie: string | undefined): PendingSetUp => {
  try {
    // Authenticated: only sealSetUp can have made it.
    const pending = JSON.parse(
      keyring.open(PURPOSE, Buffer.from(cookie ?? '', 'base64url'), BOUND),
    ) as PendingSetUp & {
      readonly at: number;
    };
    if (now().getTime() - pending.at <= MINUTES * 60_000) return pending;
  } catch {
    // Said below, alike for every fault.
  }
  throw new AppError('account_set_up_over');
};
