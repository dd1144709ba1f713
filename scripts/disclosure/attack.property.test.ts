import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { actualCells } from './attack-questions.ts';
import { tablesOf } from './brute-force.fixture.ts';
import { documentOf, itemOf } from './made-release.fixture.ts';
import type { ItemCube } from './item-cube.ts';
import { solveSystem } from './solve-system.ts';
import { systemsOf } from './systems.ts';

const MOST = 4;
const OPTIONS = ['a', 'b', 'c'];

/** Two or three classes of at most four pupils, in two grades, with two or three options. */
const cubes: fc.Arbitrary<ItemCube> = fc
  .record({ options: fc.integer({ min: 2, max: 3 }), classes: fc.integer({ min: 2, max: 3 }) })
  .chain(({ options, classes }) =>
    fc
      .array(
        fc.record({
          grade: fc.integer({ min: 1, max: 2 }),
          cells: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: options + 1, maxLength: options + 1 }),
        }),
        { minLength: classes, maxLength: classes },
      )
      .map((units) => ({
        roundId: 'round',
        itemId: 'item',
        options: OPTIONS.slice(0, options).map((optionId, i) => ({ optionId, score: 1 + 2 * i })),
        sensitive: false,
        sensitiveOptions: [],
        units: units.map(({ grade, cells }, i) => ({
          unitId: `class-${i}`,
          classId: `class-${i}`,
          grade,
          size: Math.min(
            MOST,
            cells.reduce((sum, cell) => sum + cell, 0),
          ),
          counts: fitted(cells.slice(0, -1), MOST),
        })),
      })),
  );

/** Counts that do not add up to more than `most`. */
function fitted(counts: readonly number[], most: number): number[] {
  let left = most;
  return counts.map((count) => {
    const kept = Math.min(count, left);
    left -= kept;
    return kept;
  });
}

/** Most counts are hidden, so that something is left to find out. */
const hides = fc.array(
  fc.integer({ max: 9, min: 0 }).map((drawn) => drawn > 1),
  { minLength: 31, maxLength: 31 },
);

type Case = { readonly known: ReadonlyMap<number, number>; readonly atLeastOne?: number };

describe('what a count can be, by the solver', () => {
  test('is what trying every table finds, with nothing, one answer and a class known', () => {
    let [answers, unsettled] = [0, 0];
    fc.assert(
      fc.property(
        cubes,
        fc.array(hides, { minLength: 1, maxLength: 2 }),
        fc.boolean(),
        (cube, releases, mean) => {
          const documents = releases.map((hidden) => {
            let next = 0;
            return documentOf('round', [
              itemOf(cube, { hide: () => hidden[next++ % hidden.length] ?? false, meanBesideHidden: mean }),
            ]);
          });
          const [system] = systemsOf(documents);
          if (system === undefined) return;
          const { statements, cells, published } = system;
          const actual = actualCells([cube], system);
          const ofFirst = cells.flatMap(({ unitId }, cell) =>
            unitId === 'class-0' ? [[cell, actual[cell] ?? 0] as const] : [],
          );
          const cases: readonly Case[] = [
            { known: new Map() },
            { known: new Map(), atLeastOne: 0 },
            { known: new Map(), atLeastOne: cells.length - 1 },
            { known: new Map(ofFirst) },
          ];
          const every = tablesOf(statements, cells.length, MOST);
          for (const { known, atLeastOne } of cases) {
            const solved = solveSystem(statements, cells.length, known);
            expect(solved).not.toBeNull();
            const left = every.filter(
              (table) =>
                (atLeastOne === undefined || (table[atLeastOne] ?? 0) >= 1) &&
                [...known].every(([cell, count]) => table[cell] === count),
            );
            for (const { cells: sum } of published) {
              const values = left.map((table) => sum.reduce((total, cell) => total + (table[cell] ?? 0), 0));
              const reach =
                solved?.reach(sum, Infinity, atLeastOne === undefined ? [] : [atLeastOne]) ?? null;
              const [low, high] = [Math.min(...values), Math.max(...values)];
              answers += 1;
              unsettled += high > low ? 1 : 0;
              // What cannot be known of a sum elsewhere in the table is not looked at.
              if (values.length > 0) expect(reach).toEqual({ low, high, certainty: 'exact' });
              else expect(atLeastOne).toBeDefined();
            }
          }
        },
      ),
      { numRuns: 300 },
    );
    expect(unsettled).toBeGreaterThan(answers / 10);
  });
});
