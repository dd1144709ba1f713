import { cellAt, columnsOf, sizeOf, sumOver, type Places, type CountTable } from './count-system.ts';
import type { Target } from './targets.ts';

/** What a reader may know beside what is published: nothing, the answers of one pupil, or every answer of one class. */
export type Scenario =
  | { readonly knows: 'nothing' }
  | {
      readonly knows: 'one-answer';
      readonly cell: number;
      /** Cells that cannot be empty: this one, and before other items every one where the pupil may have answered. */
      readonly kept: readonly number[];
    }
  | { readonly knows: 'own-class'; readonly places: readonly number[] };

/** Every scenario there is with these counts. Knowing of one pupil that it did not answer counts as an answer. */
export function scenariosOf(system: Places, table: CountTable, ownClass: boolean): readonly Scenario[] {
  const { places } = system;
  const placeOf = (cell: number): number => Math.floor(cell / columnsOf(system));
  const classes = [...Map.groupBy(places.keys(), (p) => places[p]?.classId ?? '').values()].map(
    (of): Scenario => ({ knows: 'own-class', places: of }),
  );
  const filled = [...table.keys()].filter((cell) => (table[cell] ?? 0) > 0);
  const answers = filled.map((cell): Scenario => {
    const own = places[placeOf(cell)];
    const others = filled.filter((one) => {
      const place = places[placeOf(one)];
      return place?.unitId === own?.unitId && place?.item !== own?.item;
    });
    return { knows: 'one-answer', cell, kept: [cell, ...others] };
  });
  return [{ knows: 'nothing' }, ...(ownClass ? classes : []), ...answers];
}

/**
 * How far the target's possible counts must lie apart in the scenario: the range asked for, or what sizes and the reader's
 * knowledge alone leave, when that is less. 0 when there is nothing left to protect.
 */
export function widthAsked(system: Places, target: Target, scenario: Scenario, range: number): number {
  const known = scenario.knows === 'own-class' ? new Set(scenario.places) : null;
  const open = target.places.filter((place) => known?.has(place) !== true);
  const kept = scenario.knows === 'one-answer' ? scenario.kept : [];
  const own = kept.filter((cell) => open.includes(Math.floor(cell / columnsOf(system))));
  return Math.max(0, Math.min(range, sizeOf(system, open) - own.length));
}

/**
 * Whether a scenario is to be held against a target. Each pupil has one cell before each item, so the cells of one item are
 * enough: the first that has any count in the target.
 */
export function concerns(
  system: Places,
  actual: CountTable,
  scenario: Scenario,
  { places, columns }: Target,
): boolean {
  if (scenario.knows !== 'one-answer') return true;
  const counted = places.find((place) => sumOver(system, actual, [place], columns) > 0) ?? places[0] ?? -1;
  const place = Math.floor(scenario.cell / columnsOf(system));
  return system.places[place]?.item === system.places[counted]?.item;
}

/** Whether the reader of the scenario, who knows what is true in `actual`, may hold `table` for possible. */
export function isPossibleIn(
  system: Places,
  scenario: Scenario,
  table: CountTable,
  actual: CountTable,
): boolean {
  if (scenario.knows === 'nothing') return true;
  if (scenario.knows === 'one-answer') return scenario.kept.every((cell) => (table[cell] ?? 0) >= 1);
  return scenario.places.every((place) =>
    Array.from({ length: columnsOf(system) }, (_, column) => cellAt(system, place, column)).every(
      (cell) => table[cell] === actual[cell],
    ),
  );
}

/** Two possible tables, the first with the smaller count in the target. */
export type WitnessPair = readonly [low: CountTable, high: CountTable];

export const widthOf = (system: Places, target: Target, [low, high]: WitnessPair): number =>
  sumOver(system, high, target.places, target.columns) - sumOver(system, low, target.places, target.columns);
