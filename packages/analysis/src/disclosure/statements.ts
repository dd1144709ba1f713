import { cellAt, columnsOf, type Places } from './count-system.ts';
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
  system: Places,
  places: readonly number[],
  columns: readonly number[],
): readonly number[] => places.flatMap((place) => columns.map((column) => cellAt(system, place, column)));

/** A mean with two decimals, rounded half up, is a sum of scores between two multiples of the number of answers. */
const hundredths = (mean: number): number => Math.round(mean * 100);

/**
 * What a released table says of the counts it was made from.
 *
 * @throws RangeError when it speaks of a unit or an option that the counts do not have.
 */
export function statementsOf(system: Places, released: ReleasedItem): readonly Statement[] {
  const placesOf = Map.groupBy(system.places.keys(), (p) => system.places[p]?.unitId ?? '');
  const optionNumber = new Map(system.options.map(({ optionId }, o) => [optionId, o]));
  const known = <T>(map: ReadonlyMap<string, T>, id: string): T => {
    const found = map.get(id);
    if (found === undefined) throw new RangeError(`${released.itemId} speaks of ${id}, which is not there`);
    return found;
  };
  const columns = released.columns.map(({ of }) => of.map((id) => known(optionNumber, id)));
  const silent = columnsOf(system) - 1;
  return released.rows.flatMap((row) => {
    const places = row.of
      .flatMap((id) => known(placesOf, id))
      .filter((p) => system.places[p]?.item.itemId === released.itemId);
    const counts = row.counts.flatMap(({ count }, k) =>
      count === null ? [] : [exactly(cellsOf(system, places, columns[k] ?? []), count)],
    );
    const answered =
      row.answered === null ? [] : [exactly(cellsOf(system, places, [silent]), row.size - row.answered)];
    return [...counts, ...answered, ...(row.mean === null ? [] : meanSays(system, places, row.mean))];
  });
}

function meanSays(system: Places, places: readonly number[], mean: number): readonly Statement[] {
  const scores = system.options.map(({ score }) => score);
  const scored = [...scores.keys()].filter((o) => scores[o] !== null);
  const cells = cellsOf(system, places, scored);
  const weighted = (by: (score: number) => number): readonly number[] =>
    places.flatMap(() => scored.map((o) => by(scores[o] ?? 0)));
  const m = hundredths(mean);
  return [
    { cells, weights: weighted((score) => 200 * score + 1 - 2 * m), least: 0, most: Infinity },
    { cells, weights: weighted((score) => 200 * score - 1 - 2 * m), least: -Infinity, most: -1 },
  ];
}
