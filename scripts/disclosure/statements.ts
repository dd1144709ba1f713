import type { ItemCube } from './item-cube.ts';
import type { ReleasedDocument, ReleasedItem, ReleasedRow } from './release-file.ts';

/** The column of the pupils who did not answer. */
export const SILENT = null;
export type Column = string | typeof SILENT;

/** A cell of the finest table of an item: who of a unit chose an option, or were silent. */
export type FinestCell = { readonly itemId: string; readonly unitId: string; readonly option: Column };

/** Cells by their number in the system, with whole-number weights. */
export type Terms = ReadonlyMap<number, number>;

/** What a release says: the weighted sum lies from `low` to `high`. */
export type Statement = { readonly terms: Terms; readonly low: number; readonly high: number };

export function holds({ terms, low, high }: Statement, countOf: (cell: number) => number): boolean {
  let sum = 0;
  for (const [cell, weight] of terms) sum += weight * countOf(cell);
  return low <= sum && sum <= high;
}

/** A count in a row of a document, shown or hidden. */
export type PublishedCell = {
  readonly document: number;
  readonly itemId: string;
  readonly groupId: string;
  /** An option of the document. */
  readonly column: Column;
  /** The cells that it counts together. */
  readonly cells: readonly number[];
  readonly size: number;
  readonly value: number | null;
};

/** All that has been said about one item in one round, or about several that a share counts together. Nothing else bears on it. */
export type System = {
  readonly roundId: string;
  readonly items: readonly { readonly itemId: string; readonly text: string }[];
  readonly cells: readonly FinestCell[];
  readonly statements: readonly Statement[];
  readonly published: readonly PublishedCell[];
};

type Saying = { readonly document: number; readonly item: ReleasedItem };
type CellsOf = (units: readonly string[], columns: readonly Column[]) => readonly number[];

/** What the tables of items say, by round and item; with the sizes of the units, of all of them, where the cubes are given. */
export function itemSystemsOf(
  documents: readonly ReleasedDocument[],
  cubes: readonly ItemCube[] = [],
): readonly System[] {
  const systems = new Map<string, { roundId: string; itemId: string; said: Saying[] }>();
  documents.forEach(({ roundId, tables }, document) => {
    for (const item of tables.flatMap(({ items }) => items)) {
      const key = JSON.stringify([roundId, item.itemId]);
      const system = systems.get(key) ?? { roundId, itemId: item.itemId, said: [] };
      system.said.push({ document, item });
      systems.set(key, system);
    }
  });
  return [...systems.values()].map(({ roundId, itemId, said }) => {
    const known = cubes.filter((cube) => cube.roundId === roundId && cube.itemId === itemId);
    const { cells, cellsOf } = finestTable(itemId, said, known);
    const sizes = known.flatMap(({ options, units }) =>
      units.map(({ unitId, size }) => exactly(sum(cellsOf([unitId], columnsOf(options))), size)),
    );
    const rows = said.flatMap(({ document, item }) => item.rows.map((row) => ({ document, item, row })));
    return {
      roundId,
      items: [{ itemId, text: said[0]?.item.text ?? itemId }],
      cells,
      statements: [...sizes, ...rows.flatMap(({ item, row }) => [...statementsOf(item, row, cellsOf)])],
      published: rows.flatMap(({ document, item, row }) => publishedIn(document, item, row, cellsOf)),
    };
  });
}

const columnsOf = (options: readonly { readonly optionId: string }[]): readonly Column[] => [
  ...options.map(({ optionId }) => optionId),
  SILENT,
];

/** The cells of the units that are named, with the options of the tables that name them. */
function finestTable(
  itemId: string,
  said: readonly Saying[],
  cubes: readonly ItemCube[],
): { cells: readonly FinestCell[]; cellsOf: CellsOf } {
  const cells: FinestCell[] = [];
  const places = new Map<string, Map<Column, number>>();
  const add = (units: readonly string[], columns: readonly Column[]): void => {
    for (const unitId of units) {
      const unit = places.get(unitId) ?? new Map<Column, number>();
      places.set(unitId, unit);
      for (const option of columns) {
        if (unit.has(option)) continue;
        unit.set(option, cells.length);
        cells.push({ itemId, unitId, option });
      }
    }
  };
  for (const { options, units } of cubes)
    add(
      units.map(({ unitId }) => unitId),
      columnsOf(options),
    );
  for (const { item } of said)
    add(
      item.rows.flatMap(({ of }) => of),
      [...item.options.flatMap(({ of }) => of), SILENT],
    );
  return {
    cells,
    cellsOf: (units, columns) =>
      units.flatMap((unitId) => columns.flatMap((column) => places.get(unitId)?.get(column) ?? [])),
  };
}

const sum = (cells: readonly number[], weight = 1): Terms => new Map(cells.map((cell) => [cell, weight]));
const exactly = (terms: Terms, value: number): Statement => ({ terms, low: value, high: value });

/** Every number of a row: its size, its answers, its counts and its mean. */
function* statementsOf(item: ReleasedItem, row: ReleasedRow, cellsOf: CellsOf): Generator<Statement> {
  const options = item.options.flatMap(({ of }) => of);
  yield exactly(sum(cellsOf(row.of, [...options, SILENT])), row.size);
  if (row.answered !== null) yield exactly(sum(cellsOf(row.of, options)), row.answered);
  for (const [i, { count }] of row.counts.entries()) {
    if (count !== null) yield exactly(sum(cellsOf(row.of, item.options[i]?.of ?? [])), count);
  }
  if (row.mean !== null) yield* roundedMean(item, row.of, row.mean, cellsOf);
}

/** A mean m of N scores, rounded half up to hundredths: (m − 0.005) N ≤ sum of scores < (m + 0.005) N. In two-hundredths. */
function* roundedMean(
  { options }: ReleasedItem,
  units: readonly string[],
  mean: number,
  cellsOf: CellsOf,
): Generator<Statement> {
  const scored = options.flatMap(({ of, score }) =>
    score === null ? [] : cellsOf(units, of).map((cell): [number, number] => [cell, Math.round(200 * score)]),
  );
  const beyond = (limit: number): Terms => new Map(scored.map(([cell, score]) => [cell, score - limit]));
  const middle = Math.round(200 * mean);
  yield { terms: beyond(middle - 1), low: 0, high: Infinity };
  yield { terms: beyond(middle + 1), low: -Infinity, high: -1 };
}

function publishedIn(
  document: number,
  { itemId, options }: ReleasedItem,
  { groupId, of, size, answered, counts }: ReleasedRow,
  cellsOf: CellsOf,
): readonly PublishedCell[] {
  const about = { document, itemId, groupId, size };
  const shown = counts.map(({ optionId, count }, i) => ({
    ...about,
    column: optionId,
    cells: cellsOf(of, options[i]?.of ?? []),
    value: count,
  }));
  const silent = { column: SILENT, cells: cellsOf(of, [SILENT]) };
  return [...shown, { ...about, ...silent, value: answered === null ? null : size - answered }];
}
