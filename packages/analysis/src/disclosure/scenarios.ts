import { cellAt, columnsOf, sumOver, type CountSystem, type CountTable } from './count-system.ts';
import type { Target } from './targets.ts';

/** What a reader may know beside what is published: nothing, the answer of one pupil, or every answer of one class. */
export type Scenario =
  | { readonly knows: 'nothing' }
  | { readonly knows: 'one-answer'; readonly cell: number }
  | { readonly knows: 'own-class'; readonly units: readonly number[] };

/** Every scenario there is with these counts. Knowing of one pupil that it did not answer counts as an answer. */
export function scenariosOf(system: CountSystem, table: CountTable, ownClass: boolean): readonly Scenario[] {
  const classes = [...Map.groupBy(system.units.keys(), (u) => system.units[u]?.classId ?? '').values()].map(
    (units): Scenario => ({ knows: 'own-class', units }),
  );
  const answers = [...table.keys()]
    .filter((cell) => (table[cell] ?? 0) > 0)
    .map((cell): Scenario => ({ knows: 'one-answer', cell }));
  return [{ knows: 'nothing' }, ...(ownClass ? classes : []), ...answers];
}

/**
 * How far the target's possible counts must lie apart in the scenario: the range asked for, or what sizes and the reader's
 * knowledge alone leave, when that is less. 0 when there is nothing left to protect.
 */
export function widthAsked(system: CountSystem, target: Target, scenario: Scenario, range: number): number {
  const known = scenario.knows === 'own-class' ? new Set(scenario.units) : null;
  const open = target.units.filter((unit) => known?.has(unit) !== true);
  const size = open.reduce((sum, unit) => sum + (system.units[unit]?.size ?? 0), 0);
  const inTarget =
    scenario.knows === 'one-answer' && open.includes(Math.floor(scenario.cell / columnsOf(system)));
  return Math.max(0, Math.min(range, inTarget ? size - 1 : size));
}

/** Whether the reader of the scenario, who knows what is true in `actual`, may hold `table` for possible. */
export function isPossibleIn(
  system: CountSystem,
  scenario: Scenario,
  table: CountTable,
  actual: CountTable,
): boolean {
  if (scenario.knows === 'nothing') return true;
  if (scenario.knows === 'one-answer') return (table[scenario.cell] ?? 0) >= 1;
  return scenario.units.every((unit) =>
    Array.from({ length: columnsOf(system) }, (_, column) => cellAt(system, unit, column)).every(
      (cell) => table[cell] === actual[cell],
    ),
  );
}

/** Two possible tables, the first with the smaller count in the target. */
export type WitnessPair = readonly [low: CountTable, high: CountTable];

export const widthOf = (system: CountSystem, target: Target, [low, high]: WitnessPair): number =>
  sumOver(system, high, target.units, target.columns) - sumOver(system, low, target.units, target.columns);
