import type { Jobs } from '@samhold/db';
import { AppError } from '../errors.ts';

export type LateJobs = Pick<Jobs, 'enqueue'> & { readonly arrive: (jobs: Pick<Jobs, 'enqueue'>) => void };

/** A queue to hand out before the database is there; until then nothing can be added. */
export const lateJobs = (): LateJobs => {
  let there: Pick<Jobs, 'enqueue'> | undefined;
  return {
    arrive: (jobs) => {
      there = jobs;
    },
    enqueue: (tx, queue, payload, afterSeconds) => {
      if (there === undefined) return Promise.reject(new AppError('unavailable'));
      return there.enqueue(tx, queue, payload, afterSeconds);
    },
  };
};
