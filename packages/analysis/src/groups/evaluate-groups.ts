import type { Demand } from './conflict.ts';
import { costCount, stageValues, writeCosts } from './costs.ts';
import { groupSizes } from './group-sizes.ts';
import type { GroupsInput } from './groups-input.ts';
import { earlierPairsOfGroups, placingOf } from './placing.ts';
import type { StageValues } from './proposal.ts';

export type GroupsEvaluation = {
  readonly values: StageValues;
  /** Pupils with a wish, none of which is fulfilled, in order of id. */
  readonly without: readonly string[];
  readonly broken: readonly Demand[];
};

/**
 * The stage values of groups made by hand, and the demands they break. Pupils in no group are together with nobody.
 *
 * @throws RangeError as {@link proposeGroups} does, and when a pupil in a group is not in the list or in two groups.
 */
export function evaluateGroups(input: GroupsInput, groups: readonly (readonly string[])[]): GroupsEvaluation {
  const placing = placingOf(input, earlierPairsOfGroups(input.earlier ?? []));
  const { pupils } = placing;
  const numbers = new Map(pupils.map((id, i) => [id, i]));
  const groupOf = new Map<string, number>();
  groups.forEach((group, g) => {
    for (const id of group) {
      if (!numbers.has(id)) throw new RangeError(`Not in the list: ${id}`);
      if (groupOf.has(id)) throw new RangeError(`In two groups: ${id}`);
      groupOf.set(id, g);
    }
  });
  const total = new Int32Array(costCount);
  const own = new Int32Array(costCount);
  const without = pupils.filter((id, i) => {
    const group = groups[groupOf.get(id) ?? -1] ?? [];
    const near = group.filter((other) => other !== id).map((other) => numbers.get(other) ?? -1);
    writeCosts(placing, i, near, own, 0);
    own.forEach((cost, k) => (total[k] = (total[k] ?? 0) + cost));
    return own[1] === 1;
  });
  const same = ([a, b]: readonly [string, string]): boolean => {
    const group = groupOf.get(a);
    return group !== undefined && group === groupOf.get(b);
  };
  const ordered = (sizes: readonly number[]): string => sizes.toSorted((a, b) => a - b).join();
  const sizes = groupSizes(pupils.length, input.sizes);
  const used = groups.map(({ length }) => length);
  return {
    values: stageValues(total),
    without,
    broken: [
      ...(ordered(used) === ordered(sizes) ? [] : [{ kind: 'sizes' as const, sizes, pupils: pupils.length }]),
      ...(input.together ?? [])
        .filter((pair) => !same(pair))
        .map((pair) => ({ kind: 'together' as const, pupils: pair })),
      ...(input.apart ?? []).filter(same).map((pair) => ({ kind: 'apart' as const, pupils: pair })),
    ],
  };
}
