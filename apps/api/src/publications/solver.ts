import { highsSolver, type Highs, type LinearSolver } from '@samhold/analysis';
import loadHighs from 'highs';

let loaded: Promise<LinearSolver> | undefined;

/** HiGHS, loaded when it is first needed. */
export const linearSolver = (): Promise<LinearSolver> =>
  (loaded ??= loadHighs().then((highs: Highs) => highsSolver(highs)));
