import { askAside } from '#lib/ask-aside.ts';
import type { Answer } from './propose.ts';
import type { ToSolve } from './problem-to-solve.ts';

export type WorkerRequest = {
  readonly problem: ToSolve;
  readonly seed: number;
  readonly limitMs: number;
};
export type WorkerAnswer = {
  readonly answer: Answer;
  /** With the solver, not by search alone. */
  readonly solved: boolean;
};

/** Long enough for a proof of nearly every class, short enough to wait for. */
const limitMs = 5_000;
/** The page itself stands still as long as this. */
const limitOnPageMs = 1_000;

const proposingWorker = (): Worker =>
  new Worker(new URL('./propose-arrangement.worker.ts', import.meta.url), { type: 'module' });

const onThePage = async (problem: ToSolve, seed: number): Promise<WorkerAnswer> => {
  const { propose } = await import('./propose.ts');
  const options = { seed, limitMs: limitOnPageMs, clock: () => performance.now() };
  return { answer: propose(problem, options), solved: false };
};

/**
 * Proposes in a worker of its own, which ends with the answer or when it is no longer wanted; where there can be no worker, by a
 * short search on the page itself.
 */
export const proposeAside = (
  problem: ToSolve,
  seed: number,
  start: () => Worker = proposingWorker,
): { readonly answer: Promise<WorkerAnswer>; readonly stop: () => void } => {
  let stop = (): void => undefined;
  const answer = new Promise<WorkerAnswer>((settle, reject) => {
    const fallBack = (): void => void onThePage(problem, seed).then(settle, reject);
    try {
      stop = askAside<WorkerRequest, WorkerAnswer>(start, { problem, seed, limitMs }, settle, fallBack);
    } catch {
      fallBack();
    }
  });
  return { answer, stop: () => stop() };
};
