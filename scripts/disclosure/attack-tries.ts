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
  readonly atLeastOne?: number;
};

/** Each count with nothing known, then with each answer that can be known; each that is given, where the truth is. */
export function* triesFromOutside(
  { cells }: System,
  questions: readonly Question[],
  solved: SolvedSystem,
  range: number,
  actual?: readonly number[],
): Generator<Try> {
  for (const question of questions) {
    const { size } = question;
    yield { question, beside: { known: 'nothing' }, wanted: Math.min(range, size), solved };
  }
  for (const question of questions) {
    const units = new Set(question.cells.map((cell) => cells[cell]?.unitId));
    for (const atLeastOne of solved.openBeside(question.cells)) {
      const cell = cells[atLeastOne];
      if (cell === undefined || actual?.[atLeastOne] === 0) continue;
      const left = question.size - (units.has(cell.unitId) ? 1 : 0);
      const beside = { known: 'one answer', cell } as const;
      yield { question, beside, wanted: Math.min(range, left), solved, atLeastOne };
    }
  }
}

/** Each count of other groups by somebody who knows all the answers of one class, for each class. */
export function* triesFromClasses(
  { cells, statements }: System,
  questions: readonly Question[],
  cube: ItemCube,
  range: number,
  actual: readonly number[],
): Generator<Try> {
  for (const [classId, units] of Map.groupBy(cube.units, (unit) => unit.classId)) {
    const own = new Set(units.map(({ unitId }) => unitId));
    const known = new Map(
      cells.flatMap(({ unitId }, cell) => (own.has(unitId) ? [[cell, actual[cell] ?? 0] as const] : [])),
    );
    const solved = solveSystem(statements, cells.length, known, actual);
    if (solved === null) throw new Error(`What is released of ${cube.itemId} is not what was answered.`);
    for (const question of questions) {
      const others = question.units.filter(({ unitId }) => !own.has(unitId));
      const left = others.reduce((sum, { size }) => sum + size, 0);
      yield { question, beside: { known: 'own class', classId }, wanted: Math.min(range, left), solved };
    }
  }
}
