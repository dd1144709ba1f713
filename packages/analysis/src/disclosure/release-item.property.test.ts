import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tierOf, type Tier } from './audiences.ts';
import {
  cellAt,
  columnsOf,
  countTable,
  groupsOf,
  placesOf,
  sumOver,
  type CountSystem,
  type Places,
} from './count-system.ts';
import { specOf } from './made-system.fixture.ts';
import { protectedRange } from './viewpoint.ts';
import { releaseItem, type EarlierRelease, type ItemSpec } from './release-item.ts';
import { isPossibleIn, scenariosOf, widthAsked, widthOf } from './scenarios.ts';
import { statementsOf, type Statement } from './statements.ts';
import { targetsOf } from './targets.ts';
import type { Audience } from './thresholds.ts';

const audiences: readonly Audience[] = ['leadership', 'class', 'board', 'public'];

const systems: fc.Arbitrary<CountSystem> = fc
  .record({
    classes: fc.array(
      fc.record({
        grade: fc.integer({ min: 1, max: 2 }),
        counts: fc.tuple(fc.nat({ max: 3 }), fc.nat({ max: 3 })),
        silent: fc.constantFrom(0, 0, 1, 2),
      }),
      { minLength: 1, maxLength: 3 },
    ),
    sensitive: fc.boolean(),
    sensitiveOptions: fc.subarray(['o1', 'o2']),
  })
  .map(({ classes, sensitive, sensitiveOptions }) => ({
    units: classes.map(({ grade, counts, silent }, k) => ({
      unitId: `class-${k}`,
      classId: `class-${k}`,
      grade,
      size: counts[0] + counts[1] + silent,
    })),
    item: {
      itemId: 'item',
      options: ['o1', 'o2'].map((optionId, o) => ({ optionId, score: 5 - 4 * o })),
      sensitive,
      sensitiveOptions,
      counts: classes.map(({ counts }) => counts),
    },
  }));

const low = { smallestGroup: 2, smallestCell: 2, smallestGroupSensitive: 3 };

const specs = (system: CountSystem): fc.Arbitrary<ItemSpec> =>
  fc
    .record({
      audience: fc.constantFrom(...audiences),
      levels: fc.subarray(['class', 'grade', 'school'] as const, { minLength: 1 }),
      isTogether: fc.boolean(),
    })
    .map(({ audience, levels, isTogether }) =>
      specOf(system, audience, {
        thresholds: low,
        levels,
        ...(isTogether ? { columns: [{ optionId: 'all', score: null, of: ['o1', 'o2'] }] } : {}),
      }),
    );

const cases = systems.chain((system) =>
  fc.record({ system: fc.constant(system), specs: fc.array(specs(system), { minLength: 1, maxLength: 3 }) }),
);

/** Publishes one after the other, each beside those before. */
const publish = ({ system, specs: all }: { system: CountSystem; specs: readonly ItemSpec[] }) => {
  const earlier: EarlierRelease[] = [];
  return all.map((spec) => {
    const seen = [...earlier];
    const release = releaseItem(system, spec, seen, null);
    earlier.push({ tier: tierOf(spec.audience), item: release.item });
    return { spec, seen, release };
  });
};

const placesIn = ({ units, item }: CountSystem): Places => placesOf(units, [item]);

/** Every table of whole numbers with these sizes. */
function* allTables(system: Places, place = 0): Generator<readonly number[]> {
  const size = system.places[place]?.size;
  if (size === undefined) {
    yield [];
    return;
  }
  for (let a = 0; a <= size; a += 1)
    for (let b = 0; a + b <= size; b += 1)
      for (const rest of allTables(system, place + 1)) yield [a, b, size - a - b, ...rest];
}

const holds = (table: readonly number[], { cells, weights, least, most }: Statement): boolean => {
  const sum = cells.reduce((total, cell, i) => total + (weights[i] ?? 0) * (table[cell] ?? 0), 0);
  return sum >= least && sum <= most;
};

const seenBy: Readonly<Record<Tier, readonly Tier[]>> = {
  inner: ['inner', 'pupils', 'councils', 'outer'],
  pupils: ['pupils', 'councils', 'outer'],
  councils: ['councils', 'outer'],
  outer: ['outer'],
};

describe('D7: whatever is published, one after the other', () => {
  it('leaves each primary cell as wide as promised, by every table there is', () => {
    let narrowest = 0;
    fc.assert(
      fc.property(cases, ({ system, specs: all }) => {
        const published = publish({ system, specs: all });
        const places = placesIn(system);
        const actual = countTable(places);
        const last = published.at(-1)!;
        for (const { tier, thresholds, ownClassKnown } of last.release.audits) {
          const statements = [...last.seen, { tier: tierOf(last.spec.audience), item: last.release.item }]
            .filter((release) => seenBy[tier].includes(release.tier))
            .flatMap(({ item }) => statementsOf(places, item));
          const possible = [...allTables(places)].filter((table) =>
            statements.every((statement) => holds(table, statement)),
          );
          expect(possible.map(String)).toContain(String(actual));
          for (const target of targetsOf(places, actual, thresholds, []))
            for (const scenario of scenariosOf(places, actual, ownClassKnown)) {
              const counts = possible
                .filter((table) => isPossibleIn(places, scenario, table, actual))
                .map((table) => sumOver(places, table, target.places, target.columns));
              const asked = widthAsked(places, target, scenario, protectedRange);
              if (asked > 0) narrowest += 1;
              expect(Math.max(...counts) - Math.min(...counts)).toBeGreaterThanOrEqual(asked);
            }
        }
      }),
      { numRuns: 150 },
    );
    expect(narrowest).toBeGreaterThan(1000);
  });

  it('has witnesses that agree with all that was seen, one for each scenario', () => {
    fc.assert(
      fc.property(cases, ({ system, specs: all }) => {
        const places = placesIn(system);
        for (const { spec, seen, release } of publish({ system, specs: all }))
          for (const audit of release.audits) {
            const statements = [...seen, { tier: tierOf(spec.audience), item: release.item }]
              .filter((one) => seenBy[audit.tier].includes(one.tier))
              .flatMap(({ item }) => statementsOf(places, item));
            for (const table of audit.tables) {
              expect(table.every((count) => Number.isInteger(count) && count >= 0)).toBe(true);
              expect(statements.every((statement) => holds(table, statement))).toBe(true);
              for (const [u, { size }] of system.units.entries())
                expect(
                  sumOver(
                    places,
                    table,
                    [u],
                    Array.from({ length: columnsOf(places) }, (_, k) => k),
                  ),
                ).toBe(size);
            }
            for (const { units: of, ...rest } of audit.targets) {
              const target = { ...rest, places: of };
              for (const scenario of scenariosOf(places, audit.tables[0] ?? [], audit.ownClassKnown))
                expect(
                  widthAsked(places, target, scenario, protectedRange) === 0 ||
                    target.witnesses.some(([from, to]) => {
                      const pair = [audit.tables[from] ?? [], audit.tables[to] ?? []] as const;
                      return (
                        widthOf(places, target, pair) >=
                          widthAsked(places, target, scenario, protectedRange) &&
                        pair.every((table) => isPossibleIn(places, scenario, table, audit.tables[0] ?? []))
                      );
                    }),
                ).toBe(true);
            }
          }
      }),
      { numRuns: 150 },
    );
  });
});

it('D4: no mean where a figure of the row is hidden; figures shown are those of the counts', () => {
  fc.assert(
    fc.property(cases, ({ system, specs: all }) => {
      const places = placesIn(system);
      const actual = countTable(places);
      for (const { spec, release } of publish({ system, specs: all }))
        for (const row of release.item.rows) {
          const units = groupsOf(places).find(
            ({ groupId, level }) => groupId === row.groupId && level === row.level,
          )!.places;
          const figures = [...row.counts.map(({ count }) => count), row.answered];
          if (figures.includes(null)) expect(row.mean).toBeNull();
          for (const [k, { count }] of row.counts.entries())
            if (count !== null)
              expect(count).toBe(
                sumOver(
                  places,
                  actual,
                  units,
                  spec.columns[k]!.of.map((id) => ['o1', 'o2'].indexOf(id)),
                ),
              );
          if (row.answered !== null)
            expect(row.size - row.answered).toBe(
              units.reduce((sum, unit) => sum + (actual[cellAt(places, unit, 2)] ?? 0), 0),
            );
        }
    }),
  );
});
