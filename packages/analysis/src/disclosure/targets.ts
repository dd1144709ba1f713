import { columnsOf, groupsOf, sumOver, type CountSystem, type CountTable } from './count-system.ts';
import type { Thresholds } from './thresholds.ts';

/** A primary cell: a group's count that is to stay unknown. */
export type Target = {
  readonly units: readonly number[];
  readonly columns: readonly number[];
};

export const smallestGroupFor = ({ sensitive }: { readonly sensitive: boolean }, at: Thresholds): number =>
  sensitive ? Math.max(at.smallestGroup, at.smallestGroupSensitive) : at.smallestGroup;

/** Who answered, of the units. */
export const answeredIn = (system: CountSystem, table: CountTable, units: readonly number[]): number =>
  sumOver(
    system,
    table,
    units,
    system.item.options.map((_, o) => o),
  );

/**
 * Whether a count is primary: it or its complement in the group is between 0 and the smallest cell, all who answered lie on
 * sensitive options, or fewer than the smallest group answered.
 */
export function isPrimary(system: CountSystem, table: CountTable, target: Target, at: Thresholds): boolean {
  const { item, units } = system;
  const count = sumOver(system, table, target.units, target.columns);
  if (count === 0) return false;
  const size = target.units.reduce((sum, unit) => sum + (units[unit]?.size ?? 0), 0);
  const answered = answeredIn(system, table, target.units);
  const isSmall = (cell: number): boolean => cell > 0 && cell < at.smallestCell;
  if (isSmall(count) || isSmall(size - count) || answered < smallestGroupFor(item, at)) return true;
  const allSensitive = target.columns.every((column) =>
    item.sensitiveOptions.includes(item.options[column]?.optionId ?? ''),
  );
  return item.sensitive && allSensitive && count === answered;
}

/** The primary cells of every class, every grade and the school, by single columns, by those that `together` counts as one, and by the sensitive options as one. */
export function targetsOf(
  system: CountSystem,
  table: CountTable,
  at: Thresholds,
  together: readonly (readonly number[])[],
): readonly Target[] {
  const single = Array.from({ length: columnsOf(system) }, (_, column) => [column]);
  const { options, sensitiveOptions } = system.item;
  // «Everybody chose one of these» says of each pupil what a single option would.
  const sensitive = [...options.keys()].filter((o) => sensitiveOptions.includes(options[o]?.optionId ?? ''));
  const columnSets = [
    ...new Map(
      [
        ...single,
        ...together,
        ...(sensitive.length === 0 || sensitive.length === options.length ? [] : [sensitive]),
      ].map((columns) => [columns.toSorted().join(), columns]),
    ).values(),
  ];
  const sets = new Map(groupsOf(system.units).map(({ units }) => [units.join(), units]));
  return [...sets.values()]
    .flatMap((units) => columnSets.map((columns): Target => ({ units, columns })))
    .filter((target) => isPrimary(system, table, target, at));
}
