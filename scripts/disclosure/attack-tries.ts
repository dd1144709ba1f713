import type { Question } from './attack-questions.ts';
import type { ItemCube } from './item-cube.ts';
import { solveSystem, type SolvedSystem } from './solve-system.ts';
import type { FinestCell, System } from './statements.ts';

/** What a reader knows beside what is released: nothing, that somebody gave one answer, or all the answers of a class. */
export type Beside =
  | { readonly known: 'nothing' }
  | { readonly known: 'one answer'; readonly cell: FinestCell }
  | { readonly known: 'own class'; readonly classId: string };

/** One count, by a reader who knows something beside. */
export type Try = {
  readonly question: Question;
  readonly beside: Beside;
  /** The width to reach: the range, or what sizes and the knowledge beside leave when nothing at all is released. */
  readonly wanted: number;
  readonly solved: SolvedSystem;
  /** Cells that are known not to be empty. */
  readonly filled: readonly number[];
  /** Where these are more than the reader knows: what it may be instead, one after the other. */
  readonly instead?: () => Generator<readonly number[]>;
};

/** Each count with nothing known, then with each answer that can be known; each that is given, where the truth is. */
export function* triesFromOutside(
  system: System,
  questions: readonly Question[],
  solved: SolvedSystem,
  range: number,
  actual?: readonly number[],
): Generator<Try> {
  for (const question of questions) {
    const wanted = Math.min(range, question.size);
    yield { question, beside: { known: 'nothing' }, wanted, solved, filled: [] };
  }
  const { cells } = system;
  for (const question of questions) {
    const units = new Set(question.cells.map((cell) => cells[cell]?.unitId));
    for (const known of answersBeside(system, question, solved, actual)) {
      const cell = cells[known];
      if (cell === undefined) continue;
      const left = question.size - (units.has(cell.unitId) ? 1 : 0);
      const about = { question, beside: { known: 'one answer', cell } as const, solved };
      const others = actual === undefined ? [] : otherAnswers(cells, cell, actual);
      yield {
        ...{ ...about, wanted: Math.min(range, left), filled: [known, ...others.flat()] },
        ...(others.length === 0 ? {} : { instead: () => oneOfEach([known], others) }),
      };
    }
  }
}

/** The cells of the question's item that somebody may be known to be in, and that bear on the question. */
function answersBeside(
  { cells, items }: System,
  question: Question,
  solved: SolvedSystem,
  actual?: readonly number[],
): readonly number[] {
  const beside = solved.openBeside(question.cells);
  if (actual === undefined) return beside;
  // What is known of a pupil before one item bears on another that a share takes in.
  const units = new Set(beside.map((cell) => cells[cell]?.unitId));
  const candidates = items.length === 1 ? beside : [...cells.keys()];
  return candidates.filter((cell) => {
    const { itemId, unitId } = cells[cell] ?? {};
    return itemId === question.itemId && unitId !== undefined && units.has(unitId) && actual[cell] !== 0;
  });
}

/** Who knows a pupil's answer knows it before every item: per other item, the cells it may lie in. */
const otherAnswers = (
  cells: System['cells'],
  { itemId, unitId }: FinestCell,
  actual: readonly number[],
): readonly (readonly number[])[] => {
  const own = [...cells.keys()].filter((cell) => cells[cell]?.unitId === unitId && actual[cell] !== 0);
  return [...Map.groupBy(own, (cell) => cells[cell]?.itemId ?? '')].flatMap(([item, of]) =>
    item === itemId ? [] : [of],
  );
};

function* oneOfEach(
  chosen: readonly number[],
  left: readonly (readonly number[])[],
): Generator<readonly number[]> {
  const [first, ...others] = left;
  if (first === undefined) yield chosen;
  else for (const cell of first) yield* oneOfEach([...chosen, cell], others);
}

/** Each count of other groups by somebody who knows all the answers of one class, for each class. */
export function* triesFromClasses(
  { cells, statements }: System,
  questions: readonly Question[],
  cubes: readonly ItemCube[],
  range: number,
  actual: readonly number[],
  begin: readonly (readonly number[])[],
): Generator<Try> {
  const every = cubes.flatMap(({ units }) => units);
  for (const [classId, units] of Map.groupBy(every, (unit) => unit.classId)) {
    const own = new Set(units.map(({ unitId }) => unitId));
    const known = new Map(
      cells.flatMap(({ unitId }, cell) => (own.has(unitId) ? [[cell, actual[cell] ?? 0] as const] : [])),
    );
    const solved = solveSystem(statements, cells.length, known, begin);
    if (solved === null) throw new Error('What is released is not what was answered.');
    for (const question of questions) {
      const others = question.units.filter(({ unitId }) => !own.has(unitId));
      const left = others.reduce((sum, { size }) => sum + size, 0);
      const beside = { known: 'own class', classId } as const;
      yield { question, beside, wanted: Math.min(range, left), solved, filled: [] };
    }
  }
}
