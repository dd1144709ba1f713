import { cellAt, columnsOf, type Places, type CountTable } from './count-system.ts';
import type { Scenario } from './scenarios.ts';
import type { Statement } from './statements.ts';
import type { Target } from './targets.ts';

/** A statement that the release at hand may still leave out, by the number of its figure; null when it is out of its hands. */
export type Said = Statement & { readonly figure: number | null };

/** What is said of the counts, and the figures that are hidden by now. */
export type Ground = {
  readonly system: Places;
  readonly actual: CountTable;
  readonly said: readonly Said[];
  readonly hidden: ReadonlySet<number>;
};

/** Pupils who answer otherwise: each step adds one to the first cells and takes one from the others. */
export type Move = {
  readonly up: readonly number[];
  readonly down: readonly number[];
  readonly places: readonly number[];
  /** The counts among the figures that change with it, by number. */
  readonly figures: readonly number[];
  /** The ranges in which a sum must stay, by number of statement, and how much a step changes the sum. */
  readonly ranges: readonly { readonly k: number; readonly slope: number }[];
};

/**
 * The simplest moves that change the target and nothing that is published already: pupils of one place choose another column,
 * and, so that sums over several places stay, as many the other way: of another unit, or the same unit before another
 * item.
 */
export function movesOf(ground: Ground, saidOf: SaidOf, target: Target): readonly Move[] {
  const { system } = ground;
  const inside = new Set(target.columns);
  const outside = Array.from({ length: columnsOf(system) }, (_, k) => k).filter((k) => !inside.has(k));
  const own = new Set(target.places);
  const others = system.places
    .keys()
    .filter((place) => !own.has(place))
    .toArray();
  const collected = collector(ground, saidOf);
  for (const place of target.places)
    for (const to of target.columns)
      for (const from of outside) {
        const [up, down] = [cellAt(system, place, to), cellAt(system, place, from)];
        collected.add([place], [up], [down]);
        for (const other of others)
          if (goTogether(system, place, other))
            collected.add(
              [place, other],
              [up, cellAt(system, other, from)],
              [down, cellAt(system, other, to)],
            );
      }
  return collected.moves;
}

/** Every simple move that changes nothing published but sums that have a range: they make room for others there. */
export function balancingMoves(ground: Ground, saidOf: SaidOf): readonly Move[] {
  const { system, said } = ground;
  if (said.every(({ least, most }) => least === most)) return [];
  const collected = collector(ground, saidOf);
  const columns = columnsOf(system);
  for (const place of system.places.keys())
    for (let to = 0; to < columns; to += 1)
      for (let from = to + 1; from < columns; from += 1) {
        const [up, down] = [cellAt(system, place, to), cellAt(system, place, from)];
        collected.add([place], [up], [down]);
        for (let other = place + 1; other < system.places.length; other += 1)
          if (goTogether(system, place, other))
            collected.add(
              [place, other],
              [up, cellAt(system, other, from)],
              [down, cellAt(system, other, to)],
            );
      }
  return collected.moves.filter(({ ranges }) => ranges.length > 0);
}

const goTogether = ({ places }: Places, a: number, b: number): boolean =>
  places[a]?.item === places[b]?.item || places[a]?.unitId === places[b]?.unitId;

function collector(ground: Ground, saidOf: SaidOf) {
  const moves: Move[] = [];
  const sums: Sums = { slopes: new Float64Array(ground.said.length), touched: [] };
  const add = (places: readonly number[], up: readonly number[], down: readonly number[]): void => {
    for (const cell of up) addTo(sums, saidOf[cell] ?? [], 1);
    for (const cell of down) addTo(sums, saidOf[cell] ?? [], -1);
    const changes = changesOf(ground, sums);
    for (const k of sums.touched) sums.slopes[k] = 0;
    sums.touched.length = 0;
    if (changes !== null) moves.push({ up, down, places, ...changes });
  };
  return { moves, add };
}

/** The statements that speak of each cell, by number, with the weight they give it. */
export type SaidOf = readonly (readonly { readonly k: number; readonly weight: number }[])[];

export function saidByCell({ actual, said }: Ground): SaidOf {
  const saidOf: { k: number; weight: number }[][] = actual.map(() => []);
  for (const [k, { cells, weights }] of said.entries())
    for (const [i, cell] of cells.entries()) saidOf[cell]?.push({ k, weight: weights[i] ?? 0 });
  return saidOf;
}

/** How much a move changes each sum that is said, and the sums it speaks of, by number; emptied and used again for every move. */
type Sums = { readonly slopes: Float64Array; readonly touched: number[] };

function addTo({ slopes, touched }: Sums, said: SaidOf[number], sign: number): void {
  for (const { k, weight } of said) {
    if (slopes[k] === 0) touched.push(k);
    slopes[k] = (slopes[k] ?? 0) + sign * weight;
  }
}

/** What the move changes of what is said; null when it changes a count that is published already. */
function changesOf({ said }: Ground, { slopes, touched }: Sums): Pick<Move, 'figures' | 'ranges'> | null {
  const figures: number[] = [];
  const ranges: { k: number; slope: number }[] = [];
  for (const [at, k] of touched.entries()) {
    const [slope, statement] = [slopes[k] ?? 0, said[k]];
    // One that came back to nothing and was changed again stands twice.
    if (slope === 0 || statement === undefined || touched.indexOf(k) < at) continue;
    if (statement.least < statement.most) ranges.push({ k, slope });
    else if (statement.figure === null) return null;
    else if (!figures.includes(statement.figure)) figures.push(statement.figure);
  }
  return { figures, ranges };
}

/** How many can be taken from each of the cells, when an answer that is known must stay. */
export const roomIn = (table: CountTable, cells: readonly number[], scenario: Scenario): number =>
  Math.min(
    ...cells.map(
      (cell) =>
        (table[cell] ?? 0) - (scenario.knows === 'one-answer' && scenario.kept.includes(cell) ? 1 : 0),
    ),
  );

/** Whether the reader of the scenario may hold it for possible that the move's places answered otherwise. */
export const isOpen = (move: Move, scenario: Scenario): boolean =>
  scenario.knows !== 'own-class' || !move.places.some((place) => scenario.places.includes(place));

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
