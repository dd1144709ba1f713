import { setTimeout as wait } from 'node:timers/promises';

const LOOK_EVERY_MS = 25;

/** Fails what has not come to an end in time, saying what it was: a fault that is not healed must not hang whoever waits. */
export const within = async <T>(ms: number, what: string, work: Promise<T>): Promise<T> => {
  const given = new AbortController();
  const late = wait(ms, undefined, { signal: given.signal }).then(() => {
    throw new Error(`Waited ${ms / 1000} s in vain: ${what}.`);
  });
  late.catch(() => undefined);
  return Promise.race([work, late]).finally(() => given.abort());
};

/** Waits until it holds, and answers how many milliseconds that took. Fails when it does not hold in time. */
export const until = async (
  ms: number,
  what: string,
  holds: () => boolean | Promise<boolean>,
): Promise<number> => {
  const begun = performance.now();
  while (!(await within(ms, what, Promise.resolve(holds())))) {
    if (performance.now() - begun > ms) throw new Error(`Waited ${ms / 1000} s in vain: ${what}.`);
    await wait(LOOK_EVERY_MS);
  }
  return performance.now() - begun;
};
