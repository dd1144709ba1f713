import { actualCells, hiddenCells, targetsOf, type Question } from './attack-questions.ts';
import { triesFromClasses, triesFromOutside, type Beside, type Try } from './attack-tries.ts';
import type { ItemCube } from './item-cube.ts';
import { tablesOf, type KnownTable } from './known-tables.ts';
import type { Reach } from './prober.ts';
import type { ReleasedDocument, Thresholds } from './release-file.ts';
import { solveSystem, type SolvedSystem } from './solve-system.ts';
import { holds, type System } from './statements.ts';
import { systemsOf } from './systems.ts';

export type Interval = {
  readonly roundId: string;
  readonly itemId: string;
  readonly text: string;
  readonly group: string;
  readonly column: string;
  readonly beside: Beside;
  readonly low: number;
  readonly high: number;
};

export type Attacked = {
  /** How many counts were tried. */
  readonly tried: number;
  /** The narrowest of those it would do harm to know, with nothing known beside: nothing lies beyond its ends. */
  readonly narrowest: Interval | null;
  /** Counts narrowed to less than the range, which it would do harm to know; each once, with what narrows it. */
  readonly narrow: readonly Interval[];
  /** Counts that could not be settled. */
  readonly open: readonly Interval[];
  /** Items about which the documents contradict each other, or the truth. */
  readonly contradictions: readonly { readonly roundId: string; readonly itemId: string }[];
};

export type Attack = {
  readonly documents: readonly ReleasedDocument[];
  readonly thresholds: Thresholds;
  readonly range: number;
  /** The actual answers: of items that are here the counts of the promise are tried, and only what is true is known beside. */
  readonly truth?: readonly ItemCube[];
  /** Tables to begin from, beside the truth: what they settle need not be searched for. */
  readonly tables?: readonly KnownTable[];
  /** Whether each class is known to some reader; needs the truth. */
  readonly ownClassKnown?: boolean;
};

export const widthOf = ({ low, high }: Pick<Interval, 'low' | 'high'>): number => high - low;

/** Tries to narrow the hidden counts of documents by all that they say together. */
export function attack(given: Attack): Attacked {
  const all = systemsOf(given.documents, given.truth).map((system) => attackSystem(system, given));
  return {
    tried: all.reduce((sum, { tried }) => sum + tried, 0),
    narrowest: narrowestOf(all.flatMap(({ narrowest }) => narrowest ?? [])),
    narrow: all.flatMap(({ narrow }) => narrow),
    open: all.flatMap(({ open }) => open),
    contradictions: all.flatMap(({ contradictions }) => contradictions),
  };
}

function attackSystem(
  system: System,
  { truth, tables = [], thresholds, documents, range, ownClassKnown }: Attack,
): Attacked {
  const { roundId, items } = system;
  const textOf = new Map(items.map(({ itemId, text }) => [itemId, text]));
  const cubes = truth?.filter((cube) => cube.roundId === roundId && textOf.has(cube.itemId)) ?? [];
  const actual = cubes.length === 0 ? undefined : actualCells(cubes, system);
  const questions =
    actual === undefined
      ? hiddenCells(system, thresholds)
      : cubes.flatMap((cube) => targetsOf(cube, system, thresholds, documents));
  const begin = actual === undefined ? [] : [actual, ...tablesOf(system, tables, actual)];
  const solved = solveSystem(system.statements, system.cells.length, new Map(), begin);
  const contradiction = {
    ...{ tried: questions.length, narrowest: null, narrow: [], open: [] },
    contradictions: items.map(({ itemId }) => ({ roundId, itemId })),
  };
  const agrees =
    actual === undefined || system.statements.every((one) => holds(one, (cell) => actual[cell] ?? 0));
  if (solved === null || !agrees) return contradiction;

  const narrow: Interval[] = [];
  const open: Interval[] = [];
  const about = (question: Question, beside: Beside, low: number, high: number): Interval => ({
    ...{ roundId, itemId: question.itemId, text: textOf.get(question.itemId) ?? question.itemId },
    ...{ group: question.group, column: question.column },
    ...{ beside, low, high },
  });
  const tries = [
    triesFromOutside(system, questions, solved, range, actual),
    ...(ownClassKnown && actual !== undefined
      ? [triesFromClasses(system, questions, cubes, range, actual, begin)]
      : []),
  ];
  const found = new Set<Question>();
  for (const one of tries.flatMap((each) => [...each])) {
    const { question, beside, wanted } = one;
    if (found.has(question)) continue;
    const reach = reachIn(one);
    if (reach === null && beside.known === 'nothing') return contradiction;
    if (reach === null || widthOf(reach) >= wanted) continue;
    const interval = about(question, beside, reach.low, reach.high);
    if (reach.certainty === 'open') open.push(interval);
    else if (question.harmful(reach.low, reach.high)) narrow.push(interval);
    else continue;
    found.add(question);
  }
  const tightest = tightestOf(questions, solved);
  const narrowest =
    tightest === null ? null : about(tightest.question, { known: 'nothing' }, tightest.low, tightest.high);
  return { tried: questions.length, narrowest, narrow, open, contradictions: [] };
}

/** How far the count reaches for that reader: in the narrowest of the cases, where there are several. */
function reachIn({ question, wanted, solved, filled, instead }: Try): Reach | null {
  const reach = solved.reach(question.cells, wanted, filled);
  const isWide = reach !== null && widthOf(reach) >= wanted;
  if (isWide || instead === undefined) return reach;
  let narrowest: Reach | null = null;
  let left = MOST_CASES;
  for (const cells of instead()) {
    if (left === 0) return narrowest === null ? null : { ...narrowest, certainty: 'open' };
    left -= 1;
    const one = solved.reach(question.cells, wanted, cells);
    if (one === null || (narrowest !== null && widthOf(one) >= widthOf(narrowest))) continue;
    narrowest = one;
    if (widthOf(one) < wanted && one.certainty === 'exact') return one;
  }
  return narrowest;
}

const MOST_CASES = 500;

/** The question whose count is narrowed most, of those that matter. Its ends are sought out for the most promising alone, for each takes time. */
function tightestOf(
  questions: readonly Question[],
  solved: SolvedSystem,
): { readonly question: Question; readonly low: number; readonly high: number } | null {
  let best: { readonly question: Question; readonly low: number; readonly high: number } | null = null;
  const seen = (question: Question): number => {
    const reach = solved.reach(question.cells, 0);
    return reach === null ? Infinity : widthOf(reach);
  };
  for (const question of questions.toSorted((a, b) => seen(a) - seen(b))) {
    // Tables found meanwhile may have shown that this one is wide.
    if (best !== null && seen(question) >= widthOf(best)) continue;
    const reach = solved.reach(question.cells, Infinity);
    if (reach?.certainty !== 'exact' || !question.harmful(reach.low, reach.high)) continue;
    if (best === null || widthOf(reach) < widthOf(best)) best = { question, ...reach };
  }
  return best;
}

const narrowestOf = (intervals: readonly Interval[]): Interval | null =>
  intervals.toSorted((a, b) => widthOf(a) - widthOf(b))[0] ?? null;
