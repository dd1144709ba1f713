import { Worker } from 'node:worker_threads';
import type { MadeRelease } from './make-release.ts';
import type { ReleaseTask } from './release-task.ts';

export class TimedOut extends Error {
  override readonly name = 'TimedOut';
}

/** Said by the worker. */
type Said = { readonly done: number; readonly of: number } | { readonly made: MadeRelease };

/**
 * Makes a release in a thread of its own, so that nothing else waits for it, and breaks it off after `limit` milliseconds wherever
 * it is.
 *
 * @throws TimedOut
 */
export const makeReleaseBeside = (
  task: ReleaseTask,
  limit: number,
  onStep: (done: number, of: number) => void,
): Promise<MadeRelease> =>
  new Promise((done, fail) => {
    if (limit <= 0) {
      fail(new TimedOut());
      return;
    }
    const worker = new Worker(new URL('release-worker.ts', import.meta.url), { workerData: task });
    const settle = (end: () => void): void => {
      clearTimeout(timer);
      void worker.terminate();
      end();
    };
    const timer = setTimeout(() => settle(() => fail(new TimedOut())), limit);
    worker.on('message', (said: Said) => {
      if ('made' in said) settle(() => done(said.made));
      else onStep(said.done, said.of);
    });
    worker.on('error', (error) => settle(() => fail(error)));
    worker.on('exit', () => settle(() => fail(new Error('The audit stopped before it was done.'))));
  });
