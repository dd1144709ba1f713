import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tablesOf } from './brute-force.fixture.ts';
import { documentOf, itemOf } from './made-release.fixture.ts';
import type { ItemCube } from './item-cube.ts';
import { solveSystem } from './solve-system.ts';
import { systemsOf } from './statements.ts';

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

describe('what a count can be, by the solver', () => {
  test('is what trying every table finds, with nothing and with one answer known', () => {
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
          const every = tablesOf(statements, cells.length, MOST);
          const solved = solveSystem(statements, cells.length);
          expect(solved).not.toBeNull();
          for (const { cells: sum } of published) {
            for (const atLeastOne of [undefined, 0, cells.length - 1]) {
              const left = every.filter((table) => atLeastOne === undefined || (table[atLeastOne] ?? 0) >= 1);
              const values = left.map((table) => sum.reduce((total, cell) => total + (table[cell] ?? 0), 0));
              const reach = solved?.reach(sum, Infinity, atLeastOne) ?? null;
              answers += 1;
              if (values.length === 0)
                expect(reach === null || sum.length === 0 || atLeastOne !== undefined).toBe(true);
              else {
                unsettled += Math.max(...values) > Math.min(...values) ? 1 : 0;
                expect(reach).toEqual({
                  low: Math.min(...values),
                  high: Math.max(...values),
                  certainty: 'exact',
                });
              }
            }
          }
        },
      ),
      { numRuns: 300 },
    );
    expect(unsettled).toBeGreaterThan(answers / 10);
  });
});
