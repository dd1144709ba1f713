import type { Component } from './components.ts';
import { extremeOf } from './solve-component.ts';

/** From `low` to `high`: both are reached. `exact` when nothing lies beyond, `open` when that could not be settled. */
export type Reach = {
  readonly low: number;
  readonly high: number;
  readonly certainty: 'exact' | 'at least' | 'open';
};

/**
 * What sums of cells of one component can be. Tables found for one question answer most of the others, so all are kept.
 * A sum is asked for by its cells, which are the same array each time.
 */
export type Prober = {
  /** The reach of a sum, found no further than `enough` wide; also when some cells are not empty. Null when it cannot be. */
  readonly reach: (cells: readonly number[], enough: number, filled?: readonly number[]) => Reach | null;
};

/** `begin` are whole tables to begin from. */
export function prober(
  component: Component,
  low: readonly number[],
  begin: readonly (readonly number[])[] = [],
): Prober {
  const place = new Map(component.cells.map((cell, i) => [cell, i]));
  const tables: number[][] = [];
  const sums = new Map<readonly number[], number[]>();
  const settled = new Map<readonly number[], Map<string, Reach | null>>();
  const keep = (table: (cell: number) => number): void => void tables.push(component.cells.map(table));
  for (const whole of begin) keep((cell) => whole[cell] ?? 0);

  const sumsOf = (cells: readonly number[]): readonly number[] => {
    const found = sums.get(cells) ?? [];
    sums.set(cells, found);
    const places = cells.map((cell) => place.get(cell) ?? -1);
    for (const table of tables.slice(found.length))
      found.push(places.reduce((sum, i) => sum + (table[i] ?? 0), 0));
    return found;
  };

  const seen = (cells: readonly number[], filled: readonly number[]): readonly [number, number] => {
    const columns = filled.flatMap((cell) => place.get(cell) ?? []);
    let [least, most] = [Infinity, -Infinity];
    sumsOf(cells).forEach((sum, t) => {
      if (columns.some((column) => tables[t]?.[column] === 0)) return;
      least = Math.min(least, sum);
      most = Math.max(most, sum);
    });
    return [least, most];
  };

  const solved = (cells: readonly number[], enough: number, filled: readonly number[]): Reach | null => {
    const goal = new Set(cells);
    const least = (cell: number): number => Math.max(low[cell] ?? 0, filled.includes(cell) ? 1 : 0);
    let exact = true;
    for (const direction of ['maximize', 'minimize'] as const) {
      const extreme = extremeOf(component, goal, direction, least);
      // A table that was found shows that a solver who says so is wrong.
      const known = seen(cells, filled)[0] < Infinity;
      if (extreme.outcome === 'impossible' && !known) return null;
      if (extreme.outcome === 'found') keep((cell) => extreme.table.get(cell) ?? 0);
      exact &&= extreme.outcome === 'found' && extreme.best;
      const [from, to] = seen(cells, filled);
      if (to - from >= enough && (direction === 'maximize' || !exact))
        return { low: from, high: to, certainty: 'at least' };
    }
    const [from, to] = seen(cells, filled);
    return { low: from, high: to, certainty: exact ? 'exact' : 'open' };
  };

  return {
    reach: (cells, enough, filled = []) => {
      const [from, to] = seen(cells, filled);
      if (to - from >= enough) return { low: from, high: to, certainty: 'at least' };
      const answers = settled.get(cells) ?? new Map<string, Reach | null>();
      settled.set(cells, answers);
      const answer = answers.get(filled.join());
      if (answer !== undefined) return answer;
      const reach = solved(cells, enough, filled);
      if (reach?.certainty !== 'at least') answers.set(filled.join(), reach);
      return reach;
    },
  };
}
