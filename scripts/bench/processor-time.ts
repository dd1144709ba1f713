import { median } from './statistics.ts';

/** Processor time of this process in ms, with what the engine does beside: other work makes the clock run on. */
export function processorTime(run: () => unknown): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Median processor time in ms of `run` for one of `items`, over passes through all of them, after a warm-up. */
export function timeOfOne<T>(items: readonly T[], passes: number, run: (item: T) => unknown): number {
  const pass = (): number => processorTime(() => items.forEach((item) => run(item))) / items.length;
  for (let i = 0; i < passes / 4; i += 1) pass();
  return median(Array.from({ length: passes }, pass));
}
