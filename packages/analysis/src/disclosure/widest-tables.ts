import { terms, type LinearSolver } from '../groups/linear-solver.ts';
import { cellAt, columnsOf, type Places, type CountTable } from './count-system.ts';
import type { Scenario, WitnessPair } from './scenarios.ts';
import type { Statement } from './statements.ts';
import type { Target } from './targets.ts';

const x = (cell: number): string => `x${cell}`;

/** Bounds and statements of the counts that a reader of the scenario holds for possible, in CPLEX LP format. */
function possible(
  system: Places,
  actual: CountTable,
  said: readonly Statement[],
  scenario: Scenario,
): string {
  const columns = Array.from({ length: columnsOf(system) }, (_, column) => column);
  const sizes = system.places.map(
    ({ size }, p) => `${terms(columns.map((column) => [1, x(cellAt(system, p, column))]))} = ${size}`,
  );
  const rows = said.flatMap(({ cells, weights, least, most }) => {
    const sum = terms(cells.map((cell, i) => [weights[i] ?? 0, x(cell)]));
    if (sum === '') return [];
    if (least === most) return [`${sum} = ${least}`];
    return [
      ...(least === -Infinity ? [] : [`${sum} >= ${least}`]),
      ...(most === Infinity ? [] : [`${sum} <= ${most}`]),
    ];
  });
  const fixed =
    scenario.knows === 'own-class'
      ? scenario.places.flatMap((p) => columns.map((column) => cellAt(system, p, column)))
      : [];
  const known = [
    ...fixed.map((cell) => `${x(cell)} = ${actual[cell] ?? 0}`),
    ...(scenario.knows === 'one-answer' ? scenario.kept.map((cell) => `${x(cell)} >= 1`) : []),
  ];
  const list = [...sizes, ...rows].map((row, k) => `r${k}: ${row}`);
  return `Subject To\n${list.join('\n')}\nBounds\n${known.join('\n')}\nGenerals\n${actual.map((_, cell) => x(cell)).join('\n')}\nEnd\n`;
}

/**
 * The possible tables with the least and the greatest count in the target, as an integer programme; null when one of the two
 * could not be found.
 */
export function widestTables(
  solver: LinearSolver,
  system: Places,
  actual: CountTable,
  said: readonly Statement[],
  target: Target,
  scenario: Scenario,
): WitnessPair | null {
  const sum = terms(
    target.places.flatMap((place) =>
      target.columns.map((column) => [1, x(cellAt(system, place, column))] as const),
    ),
  );
  const limits = possible(system, actual, said, scenario);
  const solve = (direction: 'Minimize' | 'Maximize'): CountTable | null => {
    const { status, values } = solver(`${direction}\nobj: ${sum}\n${limits}`, { integer: true, seconds: 5 });
    return status === 'optimal' ? actual.map((_, cell) => Math.round(values[x(cell)] ?? 0)) : null;
  };
  const [low, high] = [solve('Minimize'), solve('Maximize')];
  return low === null || high === null ? null : [low, high];
}
