import { solve, type Constraint } from 'yalps';
import type { Component } from './components.ts';
import { holds } from './statements.ts';

/** The largest or smallest sum of some cells, and a table that has it. */
export type Extreme =
  | { readonly outcome: 'found'; readonly table: ReadonlyMap<number, number>; readonly best: boolean }
  | { readonly outcome: 'impossible' }
  | { readonly outcome: 'undecided' };

type Direction = 'maximize' | 'minimize';
const GOAL = -1;
const MOST_BRANCHES = 2_000;

/**
 * The table of whole numbers with the largest or smallest sum over `goal`, each cell at least `least` says. `best` is false
 * when the search was broken off at a table that others may surpass.
 */
export function extremeOf(
  { cells, statements }: Component,
  goal: ReadonlySet<number>,
  direction: Direction,
  least: (cell: number) => number,
): Extreme {
  // Counted from their least, cells are numbers from 0 up, as the solver takes them.
  const constraints = statements.map(({ terms, low, high }, i): readonly [number, Constraint] => {
    let taken = 0;
    for (const [cell, weight] of terms) taken += weight * least(cell);
    return [i, low === high ? { equal: low - taken } : { min: low - taken, max: high - taken }];
  });
  const coefficients = new Map(cells.map((cell) => [cell, new Map([[GOAL, goal.has(cell) ? 1 : 0]])]));
  statements.forEach(({ terms }, i) => {
    for (const [cell, weight] of terms) coefficients.get(cell)?.set(i, weight);
  });
  const { status, variables } = solve<number, number>(
    { direction, objective: GOAL, constraints, variables: coefficients, integers: true },
    { maxIterations: MOST_BRANCHES },
  );
  if (status === 'infeasible') return { outcome: 'impossible' };
  if (status !== 'optimal' && status !== 'timedout') return { outcome: 'undecided' };
  const above = new Map(variables);
  const table = new Map(cells.map((cell) => [cell, Math.round(above.get(cell) ?? 0) + least(cell)]));
  // The solver reckons with decimals: what it hands over is checked in whole numbers.
  if (!statements.every((statement) => holds(statement, (cell) => table.get(cell) ?? 0)))
    return { outcome: 'undecided' };
  return { outcome: 'found', table, best: status === 'optimal' };
}
