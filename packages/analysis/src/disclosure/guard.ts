import type { LinearSolver } from '../groups/linear-solver.ts';
import { columnsOf } from './count-system.ts';
import { climb } from './climb.ts';
import { balancingMoves, movesOf, reachOf, saidByCell, type Ground, type Move } from './moves.ts';
import {
  concerns,
  isPossibleIn,
  scenariosOf,
  widthAsked,
  widthOf,
  type Scenario,
  type WitnessPair,
} from './scenarios.ts';
import type { Target } from './targets.ts';
import { widestTables } from './widest-tables.ts';

/** The primary cells as readers of one tier see them, each with the pairs of tables that prove it unknown. */
export type Guard = {
  readonly ground: Ground;
  readonly scenarios: readonly Scenario[];
  /** How wide each target must stay. */
  readonly range: number;
  /** Moves that make room in ranges for others, worked out when first asked for: most targets have their witnesses without. */
  readonly balancing: () => readonly Move[];
  readonly guarded: readonly Guarded[];
};

export type Guarded = {
  readonly target: Target;
  /** Worked out when first asked for. */
  readonly moves: () => readonly Move[];
  /** Of these each scenario allows one that is wide enough, once the target is secured. */
  readonly witnesses: readonly WitnessPair[];
};

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null;
  return () => (made ??= { value: make() }).value;
}

export function guardOf(
  ground: Ground,
  targets: readonly Target[],
  given: { readonly range: number; readonly ownClass: boolean },
): Guard {
  const saidOf = once(() => saidByCell(ground));
  return {
    ground,
    scenarios: scenariosOf(ground.system, ground.actual, given.ownClass),
    range: given.range,
    balancing: once(() => balancingMoves(ground, saidOf())),
    guarded: targets.map((target) => ({
      target,
      moves: once(() => movesOf(ground, saidOf(), target)),
      witnesses: [],
    })),
  };
}

/** Hides figures of the release at hand, which the ground sees at once. */
export type Hide = (figures: readonly number[]) => void;

/**
 * Witnesses of one target for every scenario, those it has by now among them. Where the figures as they are do not
 * allow two tables that lie far enough apart, more of them are hidden, each time those that cost least for what they open;
 * without `hide` none are. What single moves do not find is left to the solver, when there is one.
 *
 * @returns null when it cannot be.
 */
export function secured(
  guard: Guard,
  guarded: Guarded,
  hide: Hide | null,
  solver: LinearSolver | null,
): readonly WitnessPair[] | null {
  const { system, actual } = guard.ground;
  const found = [...guarded.witnesses];
  for (const scenario of guard.scenarios) {
    if (!concerns(system, actual, scenario, guarded.target)) continue;
    const asked = widthAsked(system, guarded.target, scenario, guard.range);
    const serves = (pair: WitnessPair): boolean =>
      widthOf(system, guarded.target, pair) >= asked &&
      pair.every((table) => isPossibleIn(system, scenario, table, actual));
    if (asked === 0 || found.some(serves)) continue;
    const pair = search(guard, guarded, scenario, asked, hide, solver);
    if (pair === null) return null;
    found.push(pair);
  }
  return found;
}

function search(
  { ground, balancing }: Guard,
  { target, moves }: Guarded,
  scenario: Scenario,
  asked: number,
  hide: Hide | null,
  solver: LinearSolver | null,
): WitnessPair | null {
  const width = (pair: WitnessPair): number => widthOf(ground.system, target, pair);
  const apart = balancing().filter((move) => leavesAlone(ground, move, target));
  for (;;) {
    const pair = climb(ground, moves(), apart, scenario, asked);
    if (width(pair) >= asked) return pair;
    const hides = hide === null ? null : cheapestHides(ground, moves(), scenario, asked - width(pair));
    if (hides === null) break;
    hide?.(hides);
  }
  const pair = solver === null ? null : widest(ground, target, scenario, solver);
  return pair !== null && width(pair) >= asked ? pair : null;
}

/** Whether a move changes no cell of the target. */
const leavesAlone = ({ system }: Ground, { up, down }: Move, { places, columns }: Target): boolean => {
  const width = columnsOf(system);
  return [...up, ...down].every(
    (cell) => !places.includes(Math.floor(cell / width)) || !columns.includes(cell % width),
  );
};

/** What to hide for the move that gives most for it; of equally good ones that with the smallest counts. Null when none gives anything. */
function cheapestHides(
  ground: Ground,
  moves: readonly Move[],
  scenario: Scenario,
  lacks: number,
): readonly number[] | null {
  let best: { readonly cost: number; readonly hides: readonly number[] } | null = null;
  for (const move of moves) {
    const { steps, hides } = reachOf(ground, move, scenario);
    if (steps === 0 || hides.length === 0) continue;
    const cost = (hides.length + shownIn(ground, hides) / 1000) / Math.min(steps, lacks);
    if (best === null || cost < best.cost) best = { cost, hides };
  }
  return best?.hides ?? null;
}

/** The counts of these figures, together. */
const shownIn = ({ said }: Ground, figures: readonly number[]): number =>
  said.reduce(
    (sum, { figure, least }) => (figure !== null && figures.includes(figure) ? sum + least : sum),
    0,
  );

function widest(
  { system, actual, said, hidden }: Ground,
  target: Target,
  scenario: Scenario,
  solver: LinearSolver,
): WitnessPair | null {
  const still = said.filter(({ figure }) => figure === null || !hidden.has(figure));
  return widestTables(solver, system, actual, still, target, scenario);
}
