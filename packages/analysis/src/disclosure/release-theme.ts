import type { LinearSolver } from '../groups/linear-solver.ts';
import type { Tier } from './audiences.ts';
import {
  columnsOf,
  countTable,
  placesOf,
  sumOver,
  type CountedItem,
  type CountTable,
  type Group,
  type Places,
  type Unit,
} from './count-system.ts';
import type { Said } from './moves.ts';
import { columnsSeenBy, type EarlierRelease, type ItemRelease } from './release-item.ts';
import type { ReleasedTheme } from './released-theme.ts';
import type { WitnessPair } from './scenarios.ts';
import { agrees, shownAgain } from './shown-again.ts';
import { cellsOf, statementsOf, type Statement } from './statements.ts';
import { answeredIn, sensitivityOf, smallestGroupFor, targetsOf } from './targets.ts';
import {
  guardAll,
  listedGroups,
  recorded,
  viewpointsIn,
  type Audit,
  type TableSpec,
  type Viewpoint,
} from './viewpoint.ts';

export type ThemeRelease = {
  readonly theme: ReleasedTheme;
  readonly audits: readonly Audit[];
  /** False when what was seen of the theme before narrows a cell of the items as they are released now: these must not be. */
  readonly holds: boolean;
};

/** An item of the theme, and how it was released last, with what is seen of it holding that table too. */
export type ItemOfTheme = { readonly item: CountedItem; readonly release: ItemRelease };

/** What has been seen of the theme and of its items. */
export type SeenOfTheme = {
  readonly items: readonly EarlierRelease[];
  readonly themes: readonly { readonly tier: Tier; readonly theme: ReleasedTheme }[];
};

/** Shares are rounded to one of so many. */
const steps = 20;

/**
 * How the answers to the items of a theme lie, beside everything seen of them, the tables of the items themselves included: these
 * stand. A share is shown where every primary cell of every item stays as unknown with it as `releaseItem` promises. Rounding
 * leaves room for that where the counts themselves would not. A reader who knows the answers of one pupil knows them for
 * every item.
 *
 * @throws RangeError when the items have different options, an option without a score, or counts that are not counts, or when
 *   something seen speaks of what is not there.
 */
export function releaseTheme(
  themeId: string,
  units: readonly Unit[],
  items: readonly ItemOfTheme[],
  spec: TableSpec,
  seen: SeenOfTheme,
  solver: LinearSolver | null,
): ThemeRelease {
  const system = placesOf(
    units,
    items.map(({ item }) => item),
  );
  const actual = countTable(system);
  const above = optionsAbove(system);
  const groups = listedGroups(system, spec, (group) => group.item === null || items.length === 1);
  const hidden = new Set(groups.keys());
  const before = [
    ...seen.items.map(({ tier, item }) => ({ tier, statements: statementsOf(system, item) })),
    ...seen.themes.map(({ tier, theme }) => ({ tier, statements: themeSays(system, above, theme) })),
  ];
  const here = groups.flatMap(({ places }, figure) =>
    shareSays(system, above, places, shareAbove(system, actual, above, places)).map((statement): Said => ({
      ...statement,
      figure,
    })),
  );
  const viewpoints = guardAll(
    viewpointsIn(
      { system, actual, spec, before, here },
      (at, tier) => targetsOf(system, actual, at, columnsSeenBy(system, tier, seen.items)),
      hidden,
    ).map((viewpoint) => withProof(system, actual, viewpoint, items)),
    null,
    solver,
  );
  const rows = [...groups.entries()]
    .filter(([, group]) => isLargeEnough(system, actual, spec, group))
    .toSorted(([, a], [, b]) => b.places.length - a.places.length)
    .map(([figure]) => [figure]);
  const secure = viewpoints === null ? [] : shownAgain(viewpoints, hidden, rows, solver);
  return {
    theme: {
      themeId,
      items: items.map(({ item }) => item.itemId),
      rows: groups.map((group, figure) => ({
        groupId: group.groupId,
        level: group.level,
        of: [...new Set(group.places.map((place) => system.places[place]?.unitId ?? ''))],
        size: group.places
          .slice(0, group.places.length / items.length)
          .reduce((sum, place) => sum + (system.places[place]?.size ?? 0), 0),
        shareAbove: hidden.has(figure) ? null : shareAbove(system, actual, above, group.places) / steps,
      })),
    },
    audits: secure.map((one) => recorded(actual, one)),
    holds: viewpoints !== null,
  };
}

const isLargeEnough = (
  system: Places,
  actual: CountTable,
  { thresholds }: TableSpec,
  { places }: Group,
): boolean =>
  [...Map.groupBy(places, (place) => system.places[place]?.item).values()].every(
    (of) => answeredIn(system, actual, of) >= smallestGroupFor(sensitivityOf(system, of), thresholds),
  );

function optionsAbove({ options }: Places): readonly number[] {
  const scores = options.map(({ score }) => score);
  if (scores.includes(null)) throw new RangeError('an option without a score is neither above nor below');
  const all = scores.flatMap((score) => score ?? []);
  const middle = (Math.min(...all) + Math.max(...all)) / 2;
  return [...all.keys()].filter((o) => (all[o] ?? 0) > middle);
}

/** In steps, half up, in whole numbers. 0 when nobody answered: such a row is not shown. */
function shareAbove(
  system: Places,
  actual: CountTable,
  above: readonly number[],
  places: readonly number[],
): number {
  const answered = answeredIn(system, actual, places);
  const count = sumOver(system, actual, places, above);
  return answered === 0 ? 0 : Math.floor((2 * steps * count + answered) / (2 * answered));
}

/** `share` is of so many steps: the answers above lie from half a step under it to just under half a step over. */
function shareSays(
  system: Places,
  above: readonly number[],
  places: readonly number[],
  share: number,
): readonly Statement[] {
  const options = [...system.options.keys()];
  const cells = cellsOf(system, places, options);
  const weighted = (border: number): readonly number[] =>
    places.flatMap(() => options.map((o) => (above.includes(o) ? 2 * steps : 0) - border));
  return [
    { cells, weights: weighted(2 * share - 1), least: 0, most: Infinity },
    { cells, weights: weighted(2 * share + 1), least: -Infinity, most: -1 },
  ];
}

/** What a released theme says of the counts; `above` are the options above the middle, by number. */
export const themeSays = (
  system: Places,
  above: readonly number[],
  { items, rows }: ReleasedTheme,
): readonly Statement[] =>
  rows.flatMap(({ of, shareAbove: share }) => {
    const places = system.places
      .keys()
      .filter((p) => {
        const place = system.places[p];
        return place !== undefined && items.includes(place.item.itemId) && of.includes(place.unitId);
      })
      .toArray();
    return share === null ? [] : shareSays(system, above, places, Math.round(share * steps));
  });

/** What proved the cells of each item by itself proves them here as well, while no share is shown. */
function withProof(
  system: Places,
  actual: CountTable,
  viewpoint: Viewpoint,
  items: readonly ItemOfTheme[],
): Viewpoint {
  const units = system.places.length / items.length;
  const block = units * columnsOf(system);
  const proofs = new Map(
    items.flatMap(({ release }, i) =>
      release.audits
        .filter(({ tier }) => tier === viewpoint.tier)
        .flatMap(({ tables, targets }) => {
          const wholes = tables.map((table): CountTable => actual.toSpliced(i * block, block, ...table));
          const whole = (table: number): CountTable => wholes[table] ?? actual;
          return targets.map((target) => [
            keyOf(
              target.units.map((unit) => i * units + unit),
              target.columns,
            ),
            target.witnesses.map(([low, high]): WitnessPair => [whole(low), whole(high)]),
          ]);
        }),
    ) as [string, WitnessPair[]][],
  );
  const stands = viewpoint.guard.ground.said.filter(({ figure }) => figure === null);
  const guarded = viewpoint.guard.guarded.map((one) => ({
    ...one,
    witnesses: (proofs.get(keyOf(one.target.places, one.target.columns)) ?? []).filter((pair) =>
      pair.every((table) => agrees(table, stands)),
    ),
  }));
  return { ...viewpoint, guard: { ...viewpoint.guard, guarded } };
}

const keyOf = (places: readonly number[], columns: readonly number[]): string =>
  `${places.join()} ${columns.toSorted().join()}`;
