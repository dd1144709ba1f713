import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hasSeen, tierOf } from './audiences.ts';
import { countTable, placesOf, sumOver, type CountedItem, type Places, type Unit } from './count-system.ts';
import { protectedRange } from './viewpoint.ts';
import { releaseItem, type EarlierRelease, type ItemSpec } from './release-item.ts';
import { releaseTheme, themeSays } from './release-theme.ts';
import { concerns, isPossibleIn, scenariosOf, widthAsked } from './scenarios.ts';
import { statementsOf, type Statement } from './statements.ts';
import { targetsOf } from './targets.ts';

const options = ['o1', 'o2'].map((optionId, o) => ({ optionId, score: 5 - 4 * o }));
const low = { smallestGroup: 2, smallestCell: 2, smallestGroupSensitive: 3 };

type Case = { readonly units: readonly Unit[]; readonly items: readonly CountedItem[] };

const cases: fc.Arbitrary<Case> = fc
  .array(fc.record({ size: fc.integer({ min: 2, max: 4 }), grade: fc.integer({ min: 1, max: 2 }) }), {
    minLength: 1,
    maxLength: 2,
  })
  .chain((classes) =>
    fc.record({
      classes: fc.constant(classes),
      items: fc.array(fc.tuple(...classes.map(({ size }) => fc.tuple(fc.nat({ max: size }), fc.boolean()))), {
        minLength: 2,
        maxLength: 2,
      }),
    }),
  )
  .map(({ classes, items }) => ({
    units: classes.map(({ size, grade }, k) => ({ unitId: `c${k}`, classId: `c${k}`, grade, size })),
    items: items.map((counts, i): CountedItem => ({
      itemId: `i${i}`,
      options,
      sensitive: false,
      sensitiveOptions: [],
      counts: counts.map(([first, all], k) => [first, all ? (classes[k]?.size ?? 0) - first : 0]),
    })),
  }));

const specFor = (audience: ItemSpec['audience']): ItemSpec => ({
  audience,
  thresholds: low,
  levels: ['class', 'grade', 'school'],
  classIds: null,
  columns: options.map(({ optionId, score }) => ({ optionId, score, of: [optionId] })),
});

function* allTables({ places }: Places, place = 0): Generator<readonly number[]> {
  const size = places[place]?.size;
  if (size === undefined) {
    yield [];
    return;
  }
  for (let a = 0; a <= size; a += 1)
    for (let b = 0; a + b <= size; b += 1)
      for (const rest of allTables({ places, options }, place + 1)) yield [a, b, size - a - b, ...rest];
}

const holds = (table: readonly number[], { cells, weights, least, most }: Statement): boolean => {
  const sum = cells.reduce((total, cell, i) => total + (weights[i] ?? 0) * (table[cell] ?? 0), 0);
  return sum >= least && sum <= most;
};

it('what is counted together leaves each primary cell of each item as wide as promised', () => {
  let [checked, shown] = [0, 0];
  fc.assert(
    fc.property(
      cases,
      fc.constantFrom('leadership' as const, 'board' as const),
      ({ units, items }, audience) => {
        const spec = specFor(audience);
        const tier = tierOf(audience);
        const released = items.map((item) => ({
          item,
          release: releaseItem({ units, item }, spec, [], null),
        }));
        const seen = released.map(({ release }): EarlierRelease => ({ tier, item: release.item }));
        const { theme, audits } = releaseTheme(
          'theme',
          units,
          released,
          spec,
          { items: seen, themes: [] },
          null,
        );
        shown += theme.rows.filter(({ shareAbove }) => shareAbove !== null).length;
        const system = placesOf(units, items);
        const actual = countTable(system);
        for (const { of, shareAbove } of theme.rows) {
          const counts = items.flatMap((item) =>
            units.flatMap(({ unitId }, u) => (of.includes(unitId) ? [item.counts[u] ?? []] : [])),
          );
          const all = counts.reduce((sum, count) => sum + (count[0] ?? 0) + (count[1] ?? 0), 0);
          const first = counts.reduce((sum, count) => sum + (count[0] ?? 0), 0);
          if (shareAbove !== null)
            expect(Math.abs(shareAbove - first / all)).toBeLessThanOrEqual(1 / 40 + 1e-12);
        }
        for (const audit of audits) {
          const statements = [
            ...seen
              .filter((one) => hasSeen(audit.tier, one.tier))
              .flatMap(({ item }) => statementsOf(system, item)),
            ...themeSays(system, [0], theme),
          ];
          const possible = [...allTables(system)].filter((table) =>
            statements.every((statement) => holds(table, statement)),
          );
          for (const target of targetsOf(system, actual, audit.thresholds, []))
            for (const scenario of scenariosOf(system, actual, audit.ownClassKnown)) {
              if (!concerns(system, actual, scenario, target)) continue;
              const counts = possible
                .filter((table) => isPossibleIn(system, scenario, table, actual))
                .map((table) => sumOver(system, table, target.places, target.columns));
              checked += 1;
              expect(Math.max(...counts) - Math.min(...counts)).toBeGreaterThanOrEqual(
                Math.min(widthAsked(system, target, scenario, protectedRange), 3),
              );
            }
        }
      },
    ),
    { numRuns: 40 },
  );
  expect(checked).toBeGreaterThan(500);
  expect(shown).toBeGreaterThan(20);
});
