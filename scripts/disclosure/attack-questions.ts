import { rowOf, type CubeUnit, type ItemCube } from './item-cube.ts';
import { countedTogether, primaryTargets } from './primary-targets.ts';
import type { ReleasedDocument, Thresholds } from './release-file.ts';
import { SILENT, type System } from './statements.ts';

/** A hidden count that somebody would like to know. */
export type Question = {
  readonly itemId: string;
  readonly group: string;
  readonly column: string;
  readonly cells: readonly number[];
  /** Pupils of the group. */
  readonly size: number;
  /** The units of the group, where the truth is known. */
  readonly units: readonly CubeUnit[];
  /** Whether it would be a harm to know that the count lies here. */
  readonly harmful: (low: number, high: number) => boolean;
};

export const SILENT_NAME = 'har ikke svart';

/**
 * Every hidden count of the documents that no document shows. Whether it is one of the small ones is not known, so it is
 * one when any value that is left is: fewer than the smallest cell, or all but fewer than that, or all.
 */
export function hiddenCells({ published }: System, { smallestCell }: Thresholds): readonly Question[] {
  const key = (cells: readonly number[]): string => cells.toSorted((a, b) => a - b).join();
  const shown = new Set(published.flatMap(({ cells, value }) => (value === null ? [] : [key(cells)])));
  const hidden = published.filter(({ cells, value }) => value === null && !shown.has(key(cells)));
  const once = new Map(hidden.map((cell) => [key(cell.cells), cell]));
  return [...once.values()].map(({ itemId, groupId, column, cells, size }) => ({
    itemId,
    group: groupId,
    column: column ?? SILENT_NAME,
    cells,
    size,
    units: [],
    harmful: (low, high) =>
      (high > 0 && low < smallestCell) || (low < size && high > size - smallestCell) || high === size,
  }));
}

/** The counts of the promise, where the truth is known. */
export function targetsOf(
  cube: ItemCube,
  { cells }: System,
  thresholds: Thresholds,
  documents: readonly ReleasedDocument[],
): readonly Question[] {
  const place = new Map(
    cells.flatMap(({ itemId, unitId, option }, i) =>
      itemId === cube.itemId ? [[JSON.stringify([unitId, option]), i] as const] : [],
    ),
  );
  const columnNames = [...cube.options.map(({ optionId }) => optionId), SILENT];
  const said = documents
    .filter(({ roundId }) => roundId === cube.roundId)
    .flatMap(({ tables }) => tables.flatMap(({ items }) => items))
    .filter(({ itemId }) => itemId === cube.itemId);
  return primaryTargets(cube, thresholds, countedTogether(said)).map(({ group, columns }) => ({
    itemId: cube.itemId,
    group: group.name,
    column: columns.map((i) => columnNames[i] ?? SILENT_NAME).join('+'),
    cells: group.units.flatMap(({ unitId }) =>
      columns.flatMap((i) => place.get(JSON.stringify([unitId, columnNames[i] ?? SILENT])) ?? []),
    ),
    size: group.size,
    units: group.units,
    harmful: () => true,
  }));
}

/** The actual counts, by the cells of the system. */
export function actualCells(cubes: readonly ItemCube[], { cells }: System): readonly number[] {
  const values = new Map<string, number>();
  for (const { itemId, options, units } of cubes) {
    const columns = [...options.map(({ optionId }) => optionId), SILENT];
    for (const unit of units) {
      rowOf(unit).forEach((count, i) =>
        values.set(JSON.stringify([itemId, unit.unitId, columns[i] ?? SILENT]), count),
      );
    }
  }
  return cells.map(({ itemId, unitId, option }) => values.get(JSON.stringify([itemId, unitId, option])) ?? 0);
}
