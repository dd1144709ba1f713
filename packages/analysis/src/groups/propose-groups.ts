import { arrange } from './arrange.ts';
import { explainGroupsContradiction, groupDemands } from './group-demands.ts';
import { groupSizes } from './group-sizes.ts';
import type { GroupsInput, GroupsProposal } from './groups-input.ts';
import { packGroups } from './pack-groups.ts';
import { earlierPairsOfGroups, placingOf } from './placing.ts';
import type { ProposalOptions } from './proposal.ts';
import { pupilOutcomes } from './pupil-outcomes.ts';
import { roomOfGroups } from './room-graph.ts';

export const groupsVersion = 'groups-1';

/**
 * Groups of a class that fulfil wishes in the order of {@link StageName}, with the value of each stage, the best it could
 * be and what each pupil got. Wishes of or for somebody outside the list, and for oneself, are left out and counted.
 *
 * When what is asked for cannot be kept, the answer is a minimal set of demands that contradict each other. When
 * neither groups nor a contradiction were found, it is `unsettled`.
 *
 * The same input, in any order, and the same seed give the same groups, unless the time limit ends the proof early.
 * With a solver a class of 30 in groups of 2 to 7 is settled by set partitioning over all possible groups (columns
 * generated and fixed by reduced cost, as in Barnhart et al. 1998); otherwise the best of a seeded search is given.
 *
 * @throws RangeError when a pupil is listed twice, a pair is not of two pupils of the list, a size or number is not a whole number ≥ 1, or a weight not one from 1 to 1,000.
 */
export function proposeGroups(input: GroupsInput, options: ProposalOptions): GroupsProposal {
  const head = { version: groupsVersion, seed: options.seed };
  const placing = placingOf(input, earlierPairsOfGroups(input.earlier ?? []));
  const { pupils } = placing;
  const sizes = groupSizes(pupils.length, input.sizes);
  const demands = groupDemands(input);
  const packed = packGroups(pupils, demands);
  if (packed === false) {
    const conflict = explainGroupsContradiction(input) ?? { demands, minimal: false };
    return { outcome: 'contradiction', ...head, conflict };
  }

  const room = roomOfGroups(sizes);
  const { seated, stages } = arrange(placing, room, firstSeats(packed, sizes, pupils.length), options);
  if ((seated.total[0] ?? 0) > 0) {
    return { outcome: 'unsettled', ...head };
  }
  const groups = inOrder(sizes, seated.pupilAt);
  const near = pupils.map((_, i) => (groups.find((group) => group.includes(i)) ?? []).filter((j) => j !== i));
  const id = (i: number): string => pupils[i]!;
  const canBeTogether = (i: number, j: number): boolean =>
    packGroups(pupils, [...demands, { kind: 'together', pupils: [id(i), id(j)] }]) !== false;
  return {
    outcome: 'proposed',
    ...head,
    groups: groups.map((group) => group.map(id)),
    stages,
    proven: stages.every(({ gap }) => gap === 0),
    pupils: pupilOutcomes(placing, near, canBeTogether, stages[0]?.gap === 0),
    dropped: placing.dropped,
  };
}

/** Seats by the group of each pupil; in order of number when no grouping is known. */
function firstSeats(groupOf: readonly number[] | null, sizes: readonly number[], n: number): number[] {
  if (groupOf === null) return Array.from({ length: n }, (_, i) => i);
  return sizes.flatMap((_, g) => groupOf.flatMap((group, i) => (group === g ? [i] : [])));
}

/** Groups in the order of their sizes as asked for, those of one size by their first pupil. */
function inOrder(sizes: readonly number[], pupilAt: Int32Array): number[][] {
  let from = 0;
  const groups = sizes.map((size) => {
    from += size;
    return [...pupilAt.subarray(from - size, from)].sort((a, b) => a - b);
  });
  const bySize = Map.groupBy(
    groups.toSorted((a, b) => (a[0] ?? 0) - (b[0] ?? 0)),
    ({ length }) => length,
  );
  return sizes.map((size) => bySize.get(size)?.shift() ?? []);
}
