import type { GroupSizes } from './groups-input.ts';

/**
 * The size of each group for `n` pupils: the sizes given (which need not sum to n: that is a conflict to explain), or
 * sizes that differ by at most one, larger first. With a size the number of groups is n / size rounded, halves up, at least one.
 *
 * @throws RangeError when a size or number is not a whole number ≥ 1, or there are more groups than pupils.
 */
export function groupSizes(n: number, wanted: GroupSizes): readonly number[] {
  const given = 'sizes' in wanted ? wanted.sizes : ['size' in wanted ? wanted.size : wanted.groups];
  for (const size of given) {
    if (!Number.isInteger(size) || size < 1) throw new RangeError(`Not a whole number ≥ 1: ${size}`);
  }
  if ('sizes' in wanted) return wanted.sizes;
  const count = 'groups' in wanted ? wanted.groups : Math.max(1, Math.round(n / wanted.size));
  if (n === 0) return [];
  if (count > n) throw new RangeError(`${count} groups are more than the ${n} pupils`);
  return Array.from({ length: count }, (_, g) => Math.floor(n / count) + (g < n % count ? 1 : 0));
}
