import highsLoader from 'highs';
import { highsSolver, type LinearSolver } from './linear-solver.ts';

/** HiGHS as the pages and the server load it. */
export const loadSolver = async (): Promise<LinearSolver> => highsSolver(await highsLoader());
