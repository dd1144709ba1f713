import { componentsOf } from './components.ts';
import { narrowBounds } from './narrow-bounds.ts';
import { prober, type Prober, type Reach } from './prober.ts';
import type { Statement } from './statements.ts';

/** What sums of cells can be, after all that is said and what else is known. */
export type SolvedSystem = {
  /** See `Prober`. Null when nothing agrees with all that is said. */
  readonly reach: Prober['reach'];
  /** The cells that are not known and bear on this sum. */
  readonly openBeside: (cells: readonly number[]) => readonly number[];
};

type Part = {
  readonly prober: Prober;
  readonly component: ReadonlySet<number>;
  readonly cells: readonly number[];
};

/** `known` are the cells whose value the reader knows beside the statements; `begin` are tables that agree with the statements. Null: contradiction. */
export function solveSystem(
  statements: readonly Statement[],
  cellCount: number,
  known: ReadonlyMap<number, number> = new Map(),
  begin: readonly (readonly number[])[] = [],
): SolvedSystem | null {
  const cells = Array.from({ length: cellCount }, (_, cell) => cell);
  const bounds = narrowBounds(statements, {
    low: cells.map((cell) => known.get(cell) ?? 0),
    high: cells.map((cell) => known.get(cell) ?? Infinity),
  });
  if (bounds === null) return null;
  const { low, high } = bounds;
  const possible = begin.filter((table) => known.entries().every(([cell, count]) => table[cell] === count));
  const components = componentsOf(statements, bounds).map((component) => ({
    component: new Set(component.cells),
    prober: prober(component, low, possible),
  }));
  const ofCell = new Map(components.flatMap((one) => [...one.component].map((cell) => [cell, one] as const)));

  // By the array of cells, which callers keep.
  const parted = new Map<readonly number[], { readonly fixed: number; readonly parts: readonly Part[] }>();
  const partsOf = (sum: readonly number[]) => {
    const before = parted.get(sum);
    if (before !== undefined) return before;
    const fixed = sum
      .filter((cell) => !ofCell.has(cell))
      .reduce((total, cell) => total + (low[cell] ?? 0), 0);
    const open = Map.groupBy(
      sum.filter((cell) => ofCell.has(cell)),
      (cell) => ofCell.get(cell),
    );
    const parts = [...open].flatMap(([one, members]) =>
      one === undefined ? [] : [{ ...one, cells: members }],
    );
    const now = { fixed, parts };
    parted.set(sum, now);
    return now;
  };

  return {
    reach: (sum, enough, filled = []) => {
      if (filled.some((cell) => high[cell] === 0)) return null;
      const { fixed, parts } = partsOf(sum);
      let total: Reach = { low: fixed, high: fixed, certainty: 'exact' };
      for (const part of parts) {
        const here = filled.filter((cell) => part.component.has(cell));
        const reach = part.prober.reach(part.cells, Math.max(0, enough - (total.high - total.low)), here);
        if (reach === null) return null;
        total = {
          low: total.low + reach.low,
          high: total.high + reach.high,
          certainty: [total.certainty, reach.certainty].includes('open')
            ? 'open'
            : [total.certainty, reach.certainty].includes('at least')
              ? 'at least'
              : 'exact',
        };
      }
      return total;
    },
    openBeside: (sum) => partsOf(sum).parts.flatMap(({ component }) => [...component]),
  };
}
