import { isIPv6 } from 'node:net';
import type { Api } from '../api.ts';
import type { Dependencies } from '../dependencies.ts';
import { AppError } from '../errors.ts';
import { addAttempt, attemptsSince, forgetAttempts } from './attempts.ts';

/** What is counted of a route: requests that were refused, or every request. */
export type Limited = 'misses' | 'requests';

const WINDOW = 60_000;
const KEPT_WINDOWS = 10;

/** Of an IPv6 address the network: one household or phone has all addresses in it. */
const networkOf = (address: string): string => {
  if (!isIPv6(address)) return address;
  const [head = '', tail] = address.split('::');
  const groups = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : 8 - groups.length - after.length;
  return [...groups, ...Array.from({ length: Math.max(0, zeros) }, () => '0'), ...after]
    .slice(0, 4)
    .join(':');
};

/** Refused by what was given, not by its shape or by this limit. */
const isMiss = (status: number): boolean => status > 400 && status < 500 && status !== 429;

/**
 * Attempts within the last minute: those of the window under way, and of the one before the part that still lies within it.
 */
export const withinTheMinute = (
  windows: readonly { readonly began_at: Date; readonly attempts: number }[],
  now: number,
): number => {
  const began = now - (now % WINDOW);
  const left = 1 - (now % WINDOW) / WINDOW;
  return windows.reduce(
    (sum, { began_at, attempts }) => sum + attempts * (began_at.getTime() === began ? 1 : left),
    0,
  );
};

/**
 * Slows down guessing of codes and secrets: an address that has tried in vain `perMinute` times within a minute is
 * refused with 429 until the minute has passed. What succeeds is not counted, since a whole school comes from one address.
 */
export const limitAttempts = (app: Api, deps: Dependencies, perMinute: number): void => {
  const hashOf = (address: string): Buffer => deps.keyring.lookupHash('attempts', networkOf(address));
  const windowAt = (now: number): Date => new Date(now - (now % WINDOW));
  const count = (address: string): Promise<void> =>
    deps.db.beforeScope((tx) => addAttempt(tx, hashOf(address), windowAt(deps.now().getTime())));

  app.addHook('onRequest', async (request, reply) => {
    const { limited } = request.routeOptions.config;
    if (limited === undefined) return;
    const now = deps.now().getTime();
    const windows = await deps.db.beforeScope((tx) =>
      attemptsSince(tx, hashOf(request.ip), windowAt(now - WINDOW)),
    );
    if (withinTheMinute(windows, now) >= perMinute) {
      reply.header('retry-after', String(WINDOW / 1000));
      throw new AppError('too_many_requests');
    }
    if (limited === 'requests') await count(request.ip);
  });

  app.addHook('onSend', async (request, reply) => {
    if (request.routeOptions.config.limited === 'misses' && isMiss(reply.statusCode)) await count(request.ip);
  });
};

/** Forgets who tried what long since. */
export const forgetOldAttempts = (deps: Pick<Dependencies, 'db' | 'now'>): Promise<void> =>
  deps.db.beforeScope((tx) => forgetAttempts(tx, new Date(deps.now().getTime() - KEPT_WINDOWS * WINDOW)));
