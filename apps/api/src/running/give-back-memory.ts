import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** By then what starting begins has been done, and nobody has begun to answer. */
const AFTER_SECONDS = 10;

/**
 * Collects once what starting left behind: reading the program and compiling its schemas fills the heap, and V8 keeps an
 * idle heap as it is. Takes about as long as a slow request; never keeps the process alive.
 */
export const giveBackMemory = (): void => {
  setTimeout(() => {
    setFlagsFromString('--expose-gc');
    (runInNewContext('gc') as () => void)();
  }, AFTER_SECONDS * 1_000).unref();
};
