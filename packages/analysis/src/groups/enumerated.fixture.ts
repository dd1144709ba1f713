import type { PupilPair, Wish } from './wishes.ts';

type Asked = {
  readonly pupils: readonly string[];
  readonly wishes: readonly Wish[];
  readonly apart?: readonly PupilPair[];
  readonly together?: readonly PupilPair[];
};

/** Stage values straight from their definitions, the better the lower, for a relation of being together. */
export function plainCosts(
  { pupils, wishes }: Asked,
  near: (a: string, b: string) => boolean,
  earlier: readonly PupilPair[] = [],
): number[] {
  const weight = (a: string, b: string): number =>
    wishes.filter(({ from, to }) => from === a && to === b).reduce((sum, one) => sum + (one.weight ?? 1), 0);
  const wishedBy = (a: string): string[] => pupils.filter((b) => b !== a && weight(a, b) > 0);
  const got = (a: string): number =>
    wishedBy(a)
      .filter((b) => near(a, b))
      .reduce((sum, b) => sum + weight(a, b), 0);
  const pairs = pupils.flatMap((a, i) => pupils.slice(i + 1).map((b): PupilPair => [a, b]));
  const mutual = pairs
    .filter(([a, b]) => near(a, b))
    .reduce((sum, [a, b]) => sum + Math.min(weight(a, b), weight(b, a)), 0);
  const chosen = (b: string): number => pupils.filter((a) => wishedBy(a).includes(b)).length;
  const byLevel = [0, 1, 2, 3].map((level) =>
    pupils.filter((a) => Math.min(3, chosen(a)) === level).reduce((sum, a) => sum + got(a), 0),
  );
  const without = pupils.filter((a) => wishedBy(a).length > 0 && got(a) === 0).length;
  return [
    without,
    0 - mutual,
    ...byLevel.map((sum) => 0 - sum),
    earlier.filter(([a, b]) => near(a, b)).length,
  ];
}

/** Every order of the items. */
export function orders<T>(items: readonly T[]): T[][] {
  if (items.length === 0) return [[]];
  return items.flatMap((first, k) => orders(items.toSpliced(k, 1)).map((rest) => [first, ...rest]));
}

/** Every grouping into the sizes; those of one size in order of their first pupil. */
export function groupings(pupils: readonly string[], sizes: readonly number[]): string[][][] {
  const [size, ...rest] = sizes;
  if (size === undefined) return pupils.length === 0 ? [[]] : [];
  return subsets(pupils, size).flatMap((group) =>
    groupings(
      pupils.filter((id) => !group.includes(id)),
      rest,
    )
      .filter(([next]) => next === undefined || next.length !== size || (group[0] ?? '') < (next[0] ?? ''))
      .map((others) => [group, ...others]),
  );
}

function subsets(items: readonly string[], size: number): string[][] {
  if (size === 0) return [[]];
  return items.flatMap((first, k) => subsets(items.slice(k + 1), size - 1).map((rest) => [first, ...rest]));
}

export const keeps = (
  { apart = [], together = [] }: Asked,
  near: (a: string, b: string) => boolean,
): boolean => apart.every(([a, b]) => !near(a, b)) && together.every(([a, b]) => near(a, b));

/** The least costs in the order of the stages. */
export function least(all: readonly (readonly number[])[]): readonly number[] | undefined {
  return all.toSorted((a, b) => {
    const k = a.findIndex((cost, i) => cost !== b[i]);
    return k < 0 ? 0 : (a[k] ?? 0) - (b[k] ?? 0);
  })[0];
}

/** The costs of stages as {@link plainCosts} has them. */
export const costsOfStages = (
  stages: readonly { readonly stage: string; readonly value: number }[],
): number[] =>
  stages.map(({ stage, value }) => (stage === 'without' || stage === 'repeats' ? value : 0 - value));
