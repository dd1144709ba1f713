import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { SchoolYear } from './school-year.ts';

const yearBeside = async (seed: number): Promise<SchoolYear> => {
  const worker = new Worker(new URL('school-year-worker.ts', import.meta.url), { workerData: seed });
  const [year] = (await once(worker, 'message')) as [SchoolYear];
  return year;
};

/** A year of each of these schools, in their order: as many at a time as there are cores. */
export async function yearsBeside(seeds: readonly number[]): Promise<readonly SchoolYear[]> {
  const years: SchoolYear[] = [];
  const waiting = seeds.entries();
  await Promise.all(
    Array.from({ length: availableParallelism() }, async () => {
      for (const [at, seed] of waiting) years[at] = await yearBeside(seed);
    }),
  );
  return years;
}
