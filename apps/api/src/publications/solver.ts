import { highsSolver, type LinearSolver } from '@samhold/analysis';
import loadHighs from 'highs';

let kept: WeakRef<LinearSolver> | undefined;

/** HiGHS, loaded when it is needed and not there. It goes when nobody uses it: its memory grows, and never shrinks. */
export const linearSolver = async (): Promise<LinearSolver> => {
  const loaded = kept?.deref();
  if (loaded !== undefined) return loaded;
  const solver = highsSolver(await loadHighs());
  kept = new WeakRef(solver);
  return solver;
};
