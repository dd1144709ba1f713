import { rowOf, type CubeUnit, type ItemCube } from './item-cube.ts';
import { showsSomething, type ReleasedItem, type Thresholds } from './release-file.ts';

/** Units whose pupils are one group to a reader. */
export type Group = { readonly name: string; readonly units: readonly CubeUnit[]; readonly size: number };

/** A count that must not be narrowed down. Columns are the options by their place, then the silent ones. */
export type Target = {
  readonly group: Group;
  readonly columns: readonly number[];
  readonly count: number;
};

/** Every class, every grade and the school; the same pupils once. */
export function groupsOf(units: readonly CubeUnit[]): readonly Group[] {
  const group = (name: string, members: readonly CubeUnit[]): Group => ({
    name,
    units: members,
    size: members.reduce((sum, { size }) => sum + size, 0),
  });
  const groups = [
    ...[...Map.groupBy(units, ({ classId }) => classId)].map(([id, members]) => group(id, members)),
    ...[...Map.groupBy(units, ({ grade }) => grade)].map(([grade, members]) =>
      group(`trinn ${grade}`, members),
    ),
    group('skolen', units),
  ];
  const first = (one: Group): Group | undefined =>
    groups.find(
      (other) =>
        other.units.length === one.units.length && other.units.every((unit) => one.units.includes(unit)),
    );
  return groups.filter((one) => first(one) === one);
}

/**
 * The counts that the promise is about: fewer than the smallest cell, all but fewer than that, or all who answered when
 * the options are sensitive; and in a group where too few answered, every count above 0. `together` are the options that
 * some table counts as one; the sensitive options count as one anyhow.
 */
export function primaryTargets(
  cube: ItemCube,
  thresholds: Thresholds,
  together: readonly (readonly string[])[],
): readonly Target[] {
  const silent = cube.options.length;
  const placeOf = new Map(cube.options.map(({ optionId }, i) => [optionId, i]));
  const placesOf = (options: readonly string[]): readonly number[] =>
    options.flatMap((option) => placeOf.get(option) ?? []).toSorted((a, b) => a - b);
  const sensitive = new Set(placesOf(cube.sensitiveOptions));
  const columns = new Map<string, readonly number[]>();
  for (const places of [
    ...Array.from({ length: silent + 1 }, (_, i) => [i]),
    ...together.map(placesOf),
    ...(sensitive.size > 0 && sensitive.size < silent ? [[...sensitive]] : []),
  ])
    columns.set(places.join(), places);
  const smallestGroup = cube.sensitive
    ? Math.max(thresholds.smallestGroup, thresholds.smallestGroupSensitive)
    : thresholds.smallestGroup;

  return groupsOf(cube.units).flatMap((group) => {
    const row = Array.from({ length: silent + 1 }, (_, i) =>
      group.units.reduce((sum, unit) => sum + (rowOf(unit)[i] ?? 0), 0),
    );
    const answered = group.size - (row[silent] ?? 0);
    const tooFew = answered < smallestGroup;
    return [...columns.values()].flatMap((places) => {
      const count = places.reduce((sum, place) => sum + (row[place] ?? 0), 0);
      const others = group.size - count;
      const small = (n: number): boolean => n > 0 && n < thresholds.smallestCell;
      const allSensitive =
        cube.sensitive && count === answered && places.every((place) => sensitive.has(place));
      const primary = count > 0 && (small(count) || small(others) || allSensitive || tooFew);
      return primary ? [{ group, columns: places, count }] : [];
    });
  });
}

/** The options that tables count as one; a table that shows nothing counts nothing. */
export const countedTogether = (said: readonly ReleasedItem[]): readonly (readonly string[])[] =>
  said.filter(showsSomething).flatMap(({ options }) => options.map(({ of }) => of));
