import { minimalConflict, type Conflict, type Demand } from './conflict.ts';
import { groupSizes } from './group-sizes.ts';
import type { GroupsInput } from './groups-input.ts';
import { packGroups } from './pack-groups.ts';

/** Everything that the groups asked for must keep. */
export function groupDemands(input: GroupsInput): Demand[] {
  const n = input.pupils.length;
  const sizes = groupSizes(n, input.sizes);
  return [
    { kind: 'sizes', sizes, pupils: n },
    { kind: 'number-of-groups', groups: sizes.length },
    ...(input.together ?? []).map((pupils): Demand => ({ kind: 'together', pupils })),
    ...(input.apart ?? []).map((pupils): Demand => ({ kind: 'apart', pupils })),
  ];
}

/** Fewest demands on groups that contradict each other, or null when there is no contradiction or none was shown within the steps of the search. */
export function explainGroupsContradiction(input: GroupsInput): Conflict | null {
  const pupils = input.pupils.toSorted();
  return minimalConflict(groupDemands(input), (demands) => {
    const packed = packGroups(pupils, demands);
    return packed === null ? null : packed !== false;
  });
}
