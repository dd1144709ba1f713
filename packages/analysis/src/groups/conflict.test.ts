import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Demand } from './conflict.ts';
import { explainGroupsContradiction, groupDemands } from './group-demands.ts';
import type { GroupsInput } from './groups-input.ts';
import { proposeGroups } from './propose-groups.ts';
import type { PupilPair } from './wishes.ts';

const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
const input = (more: Partial<GroupsInput>): GroupsInput => ({
  pupils: ids,
  wishes: [],
  sizes: { size: 3 },
  ...more,
});
const demandsOf = (more: Partial<GroupsInput>): readonly Demand[] | undefined =>
  explainGroupsContradiction(input(more))?.demands;

/** Every way to put the pupils in groups, by the number of the group of each. */
function partitions(n: number): number[][] {
  if (n === 0) return [[]];
  return partitions(n - 1).flatMap((groupOf) =>
    Array.from({ length: Math.max(-1, ...groupOf) + 2 }, (_, g) => [...groupOf, g]),
  );
}
const allPartitions = partitions(ids.length);

/** By trying every partition of the six pupils. */
const canAllBeKept = (demands: readonly Demand[]): boolean =>
  allPartitions.some((groupOf) => {
    const group = (id: string): number => groupOf[ids.indexOf(id)] ?? -1;
    const used = [...Map.groupBy(groupOf, (g) => g).values()].map(({ length }) => length);
    return demands.every((demand) => {
      if (demand.kind === 'sizes') return used.sort().join() === demand.sizes.toSorted().join();
      if (demand.kind === 'number-of-groups') return used.length <= demand.groups;
      if (demand.kind !== 'together' && demand.kind !== 'apart') return true;
      const [a, b] = demand.pupils;
      return (group(a) === group(b)) === (demand.kind === 'together');
    });
  });

describe('demands on groups that contradict each other', () => {
  it('are a chain of pairs together longer than any group, and the sizes', () => {
    const together: PupilPair[] = [
      ['a', 'b'],
      ['b', 'c'],
      ['c', 'd'],
    ];
    expect(demandsOf({ together })).toEqual([
      { kind: 'sizes', sizes: [3, 3], pupils: 6 },
      ...together.map((pupils) => ({ kind: 'together', pupils })),
    ]);
  });

  it('are a pair apart among those kept together, whatever the sizes', () => {
    const demands = demandsOf({
      together: [
        ['a', 'b'],
        ['b', 'c'],
        ['d', 'e'],
      ],
      apart: [
        ['c', 'a'],
        ['d', 'f'],
      ],
    });
    expect(demands).toEqual([
      { kind: 'together', pupils: ['a', 'b'] },
      { kind: 'together', pupils: ['b', 'c'] },
      { kind: 'apart', pupils: ['c', 'a'] },
    ]);
  });

  it('are more pupils apart from each other than there are groups, and the number of groups', () => {
    const apart: PupilPair[] = [
      ['a', 'b'],
      ['b', 'c'],
      ['a', 'c'],
    ];
    expect(demandsOf({ apart: [...apart, ['d', 'e']] })).toEqual([
      { kind: 'number-of-groups', groups: 2 },
      ...apart.map((pupils) => ({ kind: 'apart', pupils })),
    ]);
  });

  it('are sizes that do not sum to the class', () => {
    expect(demandsOf({ sizes: { sizes: [3, 4] } })).toEqual([{ kind: 'sizes', sizes: [3, 4], pupils: 6 }]);
  });

  it('are pairs together that fill no sizes evenly', () => {
    const together: PupilPair[] = [
      ['a', 'b'],
      ['c', 'd'],
      ['e', 'f'],
    ];
    expect(demandsOf({ together })).toHaveLength(4);
    expect(demandsOf({ together: together.slice(1) })).toBeUndefined();
  });

  it('are many pairs together in groups of an odd size, found without trying every like group', () => {
    const pupils = Array.from({ length: 40 }, (_, i) => `p${10 + i}`);
    const together = Array.from({ length: 20 }, (_, k): PupilPair => [`p${10 + 2 * k}`, `p${11 + 2 * k}`]);
    const conflict = explainGroupsContradiction({ pupils, wishes: [], sizes: { size: 5 }, together });
    // In eight groups of five there is room for sixteen pairs.
    expect(conflict).toMatchObject({ minimal: true });
    expect(conflict?.demands).toHaveLength(1 + 17);
  });

  it('are the answer instead of groups', () => {
    const proposal = proposeGroups(input({ together: [['a', 'b']], apart: [['a', 'b']] }), { seed: 1 });
    expect(proposal).toEqual({
      outcome: 'contradiction',
      version: 'groups-1',
      seed: 1,
      conflict: {
        demands: [
          { kind: 'together', pupils: ['a', 'b'] },
          { kind: 'apart', pupils: ['a', 'b'] },
        ],
        minimal: true,
      },
    });
  });

  it('cannot be kept, and can when any one of them is left out', () => {
    const pair = fc
      .tuple(fc.constantFrom(...ids), fc.constantFrom(...ids))
      .filter(([a, b]) => a !== b)
      .map(([a, b]): PupilPair => [a, b]);
    const pairs = fc.array(pair, { maxLength: 5 });
    const size = fc.integer({ min: 1, max: 4 });
    let contradictions = 0;
    fc.assert(
      fc.property(pairs, pairs, size, (together, apart, wanted) => {
        const asked = input({ together, apart, sizes: { size: wanted } });
        const conflict = explainGroupsContradiction(asked);
        if (conflict === null) {
          expect(canAllBeKept(groupDemands(asked))).toBe(true);
          return;
        }
        contradictions += 1;
        expect(conflict.minimal).toBe(true);
        expect(canAllBeKept(conflict.demands)).toBe(false);
        for (const demand of conflict.demands) {
          expect(canAllBeKept(conflict.demands.filter((other) => other !== demand))).toBe(true);
        }
      }),
      { seed: 20262, numRuns: 200 },
    );
    expect(contradictions).toBeGreaterThan(40);
  });
});
