import { performance } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const LOOK_SECONDS = 15;
/** The share of the time since the last look in which a process that rests did something. */
const RESTS = 0.05;
/** What was given back before is not looked for again, before there is so much more. */
const GROWN = 1.1;

/**
 * Collects what work has left behind, whenever the process rests and holds more than after the last time: reading the program,
 * compiling its schemas and the day's jobs fill the heap, and V8 keeps an idle heap as it is. Takes about as long as a slow
 * request; never keeps the process alive.
 */
export const giveBackMemory = (): void => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  let [held, since] = [0, performance.eventLoopUtilization()];
  setInterval(() => {
    const { utilization } = performance.eventLoopUtilization(since);
    since = performance.eventLoopUtilization();
    if (utilization > RESTS || process.memoryUsage.rss() < GROWN * held) return;
    collect();
    held = process.memoryUsage.rss();
  }, LOOK_SECONDS * 1_000).unref();
};
