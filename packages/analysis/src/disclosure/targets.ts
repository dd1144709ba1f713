import { columnsOf, groupsOf, sizeOf, sumOver, type Places, type CountTable } from './count-system.ts';
import type { Thresholds } from './thresholds.ts';

/** A primary cell: a group's count that is to stay unknown. */
export type Target = {
  readonly places: readonly number[];
  readonly columns: readonly number[];
};

export const smallestGroupFor = ({ sensitive }: { readonly sensitive: boolean }, at: Thresholds): number =>
  sensitive ? Math.max(at.smallestGroup, at.smallestGroupSensitive) : at.smallestGroup;

/** Who answered, of the places. */
export const answeredIn = (system: Places, table: CountTable, places: readonly number[]): number =>
  sumOver(
    system,
    table,
    places,
    system.options.map((_, o) => o),
  );

/** Of several items together the strictest counts. */
export const sensitivityOf = (
  { places: all }: Places,
  places: readonly number[],
): { readonly sensitive: boolean; readonly sensitiveOptions: readonly string[] } => {
  const items = [...new Set(places.flatMap((place) => all[place]?.item ?? []))];
  return {
    sensitive: items.some((item) => item.sensitive),
    sensitiveOptions: items.flatMap((item) => item.sensitiveOptions),
  };
};

/**
 * Whether a count is primary: it or its complement in the group is between 0 and the smallest cell, all who answered lie on
 * sensitive options, or fewer than the smallest group answered.
 */
export function isPrimary(system: Places, table: CountTable, target: Target, at: Thresholds): boolean {
  const count = sumOver(system, table, target.places, target.columns);
  if (count === 0) return false;
  const size = sizeOf(system, target.places);
  const { sensitive, sensitiveOptions } = sensitivityOf(system, target.places);
  const answered = answeredIn(system, table, target.places);
  const isSmall = (cell: number): boolean => cell > 0 && cell < at.smallestCell;
  if (isSmall(count) || isSmall(size - count) || answered < smallestGroupFor({ sensitive }, at)) return true;
  const allSensitive = target.columns.every((column) =>
    sensitiveOptions.includes(system.options[column]?.optionId ?? ''),
  );
  return sensitive && allSensitive && count === answered;
}

/** The primary cells of every class, every grade and the school before each item, by single columns, by those that `together` counts as one, and by the sensitive options as one. */
export function targetsOf(
  system: Places,
  table: CountTable,
  at: Thresholds,
  together: readonly (readonly number[])[],
): readonly Target[] {
  const single = Array.from({ length: columnsOf(system) }, (_, column) => [column]);
  const { options } = system;
  const sensitiveOptions = new Set(system.places.flatMap(({ item }) => item.sensitiveOptions));
  // «Everybody chose one of these» says of each pupil what a single option would.
  const sensitive = [...options.keys()].filter((o) => sensitiveOptions.has(options[o]?.optionId ?? ''));
  const columnSets = [
    ...new Map(
      [
        ...single,
        ...together,
        ...(sensitive.length === 0 || sensitive.length === options.length ? [] : [sensitive]),
      ].map((columns) => [columns.toSorted().join(), columns]),
    ).values(),
  ];
  const groups = groupsOf(system).filter((group) => group.item !== null);
  const sets = new Map(groups.map(({ places }) => [places.join(), places]));
  return [...sets.values()]
    .flatMap((places) => columnSets.map((columns): Target => ({ places, columns })))
    .filter((target) => isPrimary(system, table, target, at));
}
