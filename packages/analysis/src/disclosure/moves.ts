import { cellAt, columnsOf, type CountSystem, type CountTable } from './count-system.ts';
import type { Scenario, WitnessPair } from './scenarios.ts';
import type { Statement } from './statements.ts';
import type { Target } from './targets.ts';

/** A statement that the release at hand may still leave out, by the number of its figure; null when it is out of its hands. */
export type Said = Statement & { readonly figure: number | null };

/** What is said of the counts, and the figures that are hidden by now. */
export type Ground = {
  readonly system: CountSystem;
  readonly actual: CountTable;
  readonly said: readonly Said[];
  readonly hidden: ReadonlySet<number>;
};

/** Pupils who answer otherwise: each step adds one to the first cells and takes one from the others. */
export type Move = {
  readonly up: readonly number[];
  readonly down: readonly number[];
  /** Units that take part. */
  readonly units: readonly number[];
  /** The figures that change with it, by number. */
  readonly figures: readonly number[];
};

/**
 * The simplest moves that change the target and nothing that is published already: pupils of one unit choose another column,
 * and, so that sums over several units stay, as many of another unit the other way.
 */
export function movesOf(ground: Ground, saidOf: SaidOf, target: Target): readonly Move[] {
  const { system } = ground;
  const inside = new Set(target.columns);
  const outside = Array.from({ length: columnsOf(system) }, (_, k) => k).filter((k) => !inside.has(k));
  const own = new Set(target.units);
  const others = system.units
    .keys()
    .filter((unit) => !own.has(unit))
    .toArray();
  const moves: Move[] = [];
  const add = (units: readonly number[], up: readonly number[], down: readonly number[]): void => {
    const figures = changedBy(ground, saidOf, up, down);
    if (figures !== null) moves.push({ up, down, units, figures });
  };
  for (const unit of target.units)
    for (const to of target.columns)
      for (const from of outside) {
        const [up, down] = [cellAt(system, unit, to), cellAt(system, unit, from)];
        add([unit], [up], [down]);
        for (const other of others)
          add([unit, other], [up, cellAt(system, other, from)], [down, cellAt(system, other, to)]);
      }
  return moves;
}

/** The statements that speak of each cell, by number, with the weight they give it. */
export type SaidOf = readonly (readonly { readonly k: number; readonly weight: number }[])[];

export function saidByCell({ actual, said }: Ground): SaidOf {
  const saidOf: { k: number; weight: number }[][] = actual.map(() => []);
  for (const [k, { cells, weights }] of said.entries())
    for (const [i, cell] of cells.entries()) saidOf[cell]?.push({ k, weight: weights[i] ?? 0 });
  return saidOf;
}

/** The figures whose sum the move changes; null when it changes one that is published already. */
function changedBy(
  { said }: Ground,
  saidOf: SaidOf,
  up: readonly number[],
  down: readonly number[],
): readonly number[] | null {
  const slopes = new Map<number, number>();
  const add = (cells: readonly number[], sign: number): void => {
    for (const cell of cells)
      for (const { k, weight } of saidOf[cell] ?? []) slopes.set(k, (slopes.get(k) ?? 0) + sign * weight);
  };
  add(up, 1);
  add(down, -1);
  const figures = new Set<number>();
  for (const [k, slope] of slopes) {
    if (slope === 0) continue;
    const figure = said[k]?.figure ?? null;
    if (figure === null) return null;
    figures.add(figure);
  }
  return [...figures];
}

/** How many can be taken from each of the cells, when an answer that is known must stay. */
const roomIn = (table: CountTable, cells: readonly number[], scenario: Scenario): number =>
  Math.min(
    ...cells.map(
      (cell) => (table[cell] ?? 0) - (scenario.knows === 'one-answer' && scenario.cell === cell ? 1 : 0),
    ),
  );

/** Whether the reader of the scenario may hold it for possible that the move's units answered otherwise. */
const isOpen = (move: Move, scenario: Scenario): boolean =>
  scenario.knows !== 'own-class' || !move.units.some((unit) => scenario.units.includes(unit));

/** The figures that stand in the way of a move, and how many steps it can go without them, both ways together. */
export function reachOf(
  { actual, hidden }: Ground,
  move: Move,
  scenario: Scenario,
): { readonly steps: number; readonly hides: readonly number[] } {
  const steps = isOpen(move, scenario)
    ? roomIn(actual, move.up, scenario) + roomIn(actual, move.down, scenario)
    : 0;
  return { steps, hides: move.figures.filter((figure) => !hidden.has(figure)) };
}

/**
 * Two possible tables that moves lead to which hide nothing, one after the other, each way until the target is `asked` apart.
 * A heuristic: others may lie further apart.
 */
export function climb(
  { actual, hidden }: Ground,
  moves: readonly Move[],
  scenario: Scenario,
  asked: number,
): WitnessPair {
  const free = moves.filter(
    (move) => move.figures.every((figure) => hidden.has(figure)) && isOpen(move, scenario),
  );
  const go = (way: 1 | -1, steps: number): { readonly table: CountTable; readonly gone: number } => {
    const table = [...actual];
    let gone = 0;
    for (const { up, down } of free) {
      if (gone >= steps) break;
      const [to, from] = way === 1 ? [up, down] : [down, up];
      const room = Math.min(steps - gone, roomIn(table, from, scenario));
      if (room <= 0) continue;
      for (const cell of to) table[cell] = (table[cell] ?? 0) + room;
      for (const cell of from) table[cell] = (table[cell] ?? 0) - room;
      gone += room;
    }
    return { table, gone };
  };
  const high = go(1, asked);
  return [go(-1, asked - high.gone).table, high.table];
}
