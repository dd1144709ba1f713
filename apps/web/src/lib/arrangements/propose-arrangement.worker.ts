import { highsSolver, type LinearSolver } from '@samhold/analysis';
import loadHighs from 'highs';
import runtime from 'highs/runtime?url';
import { propose } from './propose.ts';
import type { WorkerAnswer, WorkerRequest } from './propose-aside.ts';

/** Undefined where the browser cannot or may not run the solver: the search goes without its proofs. */
const loadSolver = async (): Promise<LinearSolver | undefined> => {
  try {
    return highsSolver(await loadHighs({ locateFile: () => runtime }));
  } catch {
    return undefined;
  }
};

addEventListener('message', ({ data }: MessageEvent<WorkerRequest>) => {
  void loadSolver().then((solver) => {
    const { problem, seed, limitMs } = data;
    const options = { seed, limitMs, clock: () => performance.now() };
    const answer = propose(problem, solver === undefined ? options : { ...options, solver });
    postMessage({ answer, solved: solver !== undefined } satisfies WorkerAnswer);
  });
});
