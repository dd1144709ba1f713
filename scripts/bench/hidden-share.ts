import type { ItemCube } from '../disclosure/item-cube.ts';
import { primaryTargets } from '../disclosure/primary-targets.ts';
import type { ReleasedItem, ReleasedRow, ReleaseFile, Thresholds } from '../disclosure/release-file.ts';

/** Counts of tables, how many answered among them; how many are small themselves, and how many are hidden. */
export type Hidden = { readonly figures: number; readonly primary: number; readonly hidden: number };

export const noFigures: Hidden = { figures: 0, primary: 0, hidden: 0 };

export const added = (a: Hidden, b: Hidden): Hidden => ({
  figures: a.figures + b.figures,
  primary: a.primary + b.primary,
  hidden: a.hidden + b.hidden,
});

/** Figures by audience, added up. */
export function together(all: readonly ReadonlyMap<string, Hidden>[]): ReadonlyMap<string, Hidden> {
  const sum = new Map<string, Hidden>();
  for (const [audience, hidden] of all.flatMap((one) => [...one]))
    sum.set(audience, added(sum.get(audience) ?? noFigures, hidden));
  return sum;
}

/** The figures of releases, by audience. */
export function hiddenIn(
  files: readonly ReleaseFile[],
  cubes: readonly ItemCube[],
): ReadonlyMap<string, Hidden> {
  const all = new Map<string, Hidden>();
  for (const { audience, document, thresholds } of files) {
    for (const item of document.tables.flatMap(({ items }) => items)) {
      const primary = primaryIn(item, cubeOf(item, cubes), thresholds);
      for (const row of item.rows) {
        const figures = figuresOf(row);
        all.set(
          audience,
          added(all.get(audience) ?? noFigures, {
            figures: figures.length,
            primary: primary.get(row.of.join()) ?? 0,
            hidden: figures.filter((figure) => figure === null).length,
          }),
        );
      }
    }
  }
  return all;
}

const figuresOf = ({ answered, counts }: ReleasedRow): readonly (number | null)[] => [
  answered,
  ...counts.map(({ count }) => count),
];

function cubeOf({ itemId }: ReleasedItem, cubes: readonly ItemCube[]): ItemCube {
  const cube = cubes.find((one) => one.itemId === itemId);
  if (cube === undefined) throw new Error(`No answers to ${itemId}.`);
  return cube;
}

/** How many counts of the promise stand in each row that has one, by the units of the row. */
function primaryIn(item: ReleasedItem, cube: ItemCube, thresholds: Thresholds): ReadonlyMap<string, number> {
  const places = ({ of }: { readonly of: readonly string[] }): string =>
    of
      .map((source) => cube.options.findIndex(({ optionId }) => optionId === source))
      .toSorted((a, b) => a - b)
      .join();
  const columns = new Set([...item.options.map(places), String(cube.options.length)]);
  const rows = new Map<string, number>();
  for (const target of primaryTargets(
    cube,
    thresholds,
    item.options.map(({ of }) => of),
  )) {
    if (!columns.has(target.columns.join())) continue;
    const row = target.group.units.map(({ unitId }) => unitId).join();
    rows.set(row, (rows.get(row) ?? 0) + 1);
  }
  return rows;
}

/** What is commonly done instead: a row with a small count is hidden whole, the others are shown, and nothing more is thought of. */
export const withWholeRows = (
  files: readonly ReleaseFile[],
  cubes: readonly ItemCube[],
): readonly ReleaseFile[] =>
  files.map((file) => ({
    ...file,
    document: {
      ...file.document,
      tables: file.document.tables.map((table) => ({
        ...table,
        items: table.items.map((item) => {
          const cube = cubeOf(item, cubes);
          const primary = primaryIn(item, cube, file.thresholds);
          return {
            ...item,
            rows: item.rows.map((row) =>
              primary.has(row.of.join()) ? hiddenRow(row) : shownRow(row, item, cube),
            ),
          };
        }),
      })),
    },
  }));

const hiddenRow = (row: ReleasedRow): ReleasedRow => ({
  ...row,
  answered: null,
  counts: row.counts.map(({ optionId }) => ({ optionId, count: null })),
  mean: null,
});

function shownRow(row: ReleasedRow, { options }: ReleasedItem, cube: ItemCube): ReleasedRow {
  const units = cube.units.filter(({ unitId }) => row.of.includes(unitId));
  const countOf = (sources: readonly string[]): number =>
    units
      .flatMap(({ counts }) => counts.filter((_, i) => sources.includes(cube.options[i]?.optionId ?? '')))
      .reduce((sum, count) => sum + count, 0);
  return {
    ...row,
    answered: countOf(options.flatMap(({ of }) => of)),
    counts: options.map(({ optionId, of }) => ({ optionId, count: countOf(of) })),
    mean: null,
  };
}
