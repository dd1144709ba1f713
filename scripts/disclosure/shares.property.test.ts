import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tablesOf } from './brute-force.fixture.ts';
import type { ItemCube } from './item-cube.ts';
import { documentOf, itemOf, withTheme } from './made-release.fixture.ts';
import { solveSystem } from './solve-system.ts';
import { systemsOf } from './systems.ts';

const MOST = 4;

/** Two items with two options, asked in the same one or two classes of at most four pupils. */
const twoItems: fc.Arbitrary<readonly [ItemCube, ItemCube]> = fc
  .integer({ min: 1, max: 2 })
  .chain((classes) => {
    const counts = fc.tuple(fc.nat({ max: 2 }), fc.nat({ max: 2 }));
    const ofItem = fc.array(counts, { minLength: classes, maxLength: classes });
    return fc.tuple(ofItem, ofItem).map(([first, second]) => {
      const cube = (itemId: string, own: typeof first): ItemCube => ({
        ...{ roundId: 'round', itemId, sensitive: false, sensitiveOptions: [] },
        options: [
          { optionId: 'a', score: 5 },
          { optionId: 'b', score: 1 },
        ],
        units: own.map((pair, i) => ({
          ...{ unitId: `class-${i}`, classId: `class-${i}`, grade: 1, size: MOST },
          counts: [...pair],
        })),
      });
      return [cube('one', first), cube('two', second)] as const;
    });
  });

describe('what a count can be beside shares of two items together', () => {
  test('is what trying every table finds', () => {
    let [answers, linked] = [0, 0];
    fc.assert(
      fc.property(twoItems, fc.array(fc.boolean(), { minLength: 7, maxLength: 7 }), (cubes, hidden) => {
        let next = 0;
        const hide = (): boolean => hidden[next++ % hidden.length] ?? false;
        const items = documentOf(
          'round',
          cubes.map((cube) => itemOf(cube, { hide })),
        );
        const systems = systemsOf([withTheme(items, cubes, hide)]);
        for (const { statements, cells, published } of systems) {
          linked += systems.length === 1 ? 1 : 0;
          const every = tablesOf(statements, cells.length, MOST);
          const solved = solveSystem(statements, cells.length);
          for (const { cells: sum } of published) {
            const values = every.map((table) => sum.reduce((total, cell) => total + (table[cell] ?? 0), 0));
            answers += 1;
            expect(solved?.reach(sum, Infinity)).toEqual({
              ...{ low: Math.min(...values), high: Math.max(...values), certainty: 'exact' },
            });
          }
        }
      }),
      { numRuns: 100 },
    );
    expect(linked).toBeGreaterThan(20);
    expect(answers).toBeGreaterThan(1000);
  });
});
