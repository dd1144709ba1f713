import { cellAt, columnsOf, type CountSystem } from './count-system.ts';
import type { ReleasedItem } from './released-item.ts';

/** What a published figure says of the counts: their weighted sum lies in a range of whole numbers. */
export type Statement = {
  readonly cells: readonly number[];
  readonly weights: readonly number[];
  readonly least: number;
  readonly most: number;
};

const exactly = (cells: readonly number[], count: number): Statement => ({
  cells,
  weights: cells.map(() => 1),
  least: count,
  most: count,
});

export const cellsOf = (
  system: CountSystem,
  units: readonly number[],
  columns: readonly number[],
): readonly number[] => units.flatMap((unit) => columns.map((column) => cellAt(system, unit, column)));

/** A mean with two decimals, rounded half up, is a sum of scores between two multiples of the number of answers. */
const hundredths = (mean: number): number => Math.round(mean * 100);

/**
 * What a released table says of the counts it was made from.
 *
 * @throws RangeError when it speaks of a unit or an option that the counts do not have.
 */
export function statementsOf(system: CountSystem, released: ReleasedItem): readonly Statement[] {
  const unitNumber = new Map(system.units.map(({ unitId }, u) => [unitId, u]));
  const optionNumber = new Map(system.item.options.map(({ optionId }, o) => [optionId, o]));
  const known = <T>(map: ReadonlyMap<string, T>, id: string): T => {
    const found = map.get(id);
    if (found === undefined) throw new RangeError(`${released.itemId} speaks of ${id}, which is not there`);
    return found;
  };
  const columns = released.columns.map(({ of }) => of.map((id) => known(optionNumber, id)));
  const silent = columnsOf(system) - 1;
  return released.rows.flatMap((row) => {
    const units = row.of.map((id) => known(unitNumber, id));
    const counts = row.counts.flatMap(({ count }, k) =>
      count === null ? [] : [exactly(cellsOf(system, units, columns[k] ?? []), count)],
    );
    const answered =
      row.answered === null ? [] : [exactly(cellsOf(system, units, [silent]), row.size - row.answered)];
    return [...counts, ...answered, ...(row.mean === null ? [] : meanSays(system, units, row.mean))];
  });
}

function meanSays(system: CountSystem, units: readonly number[], mean: number): readonly Statement[] {
  const scores = system.item.options.map(({ score }) => score);
  const scored = [...scores.keys()].filter((o) => scores[o] !== null);
  const cells = cellsOf(system, units, scored);
  const weighted = (by: (score: number) => number): readonly number[] =>
    units.flatMap(() => scored.map((o) => by(scores[o] ?? 0)));
  const m = hundredths(mean);
  return [
    { cells, weights: weighted((score) => 200 * score + 1 - 2 * m), least: 0, most: Infinity },
    { cells, weights: weighted((score) => 200 * score - 1 - 2 * m), least: -Infinity, most: -1 },
  ];
}
