import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Demand } from './conflict.ts';
import { explainGroupsContradiction, groupDemands } from './group-demands.ts';
import type { GroupsInput } from './groups-input.ts';
import { packGroups } from './pack-groups.ts';
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
          expect(packGroups(ids, groupDemands(asked))).toHaveLength(ids.length);
          return;
        }
        contradictions += 1;
        expect(conflict.minimal).toBe(true);
        expect(packGroups(ids, conflict.demands)).toBe(false);
        for (const demand of conflict.demands) {
          const rest = conflict.demands.filter((other) => other !== demand);
          expect(packGroups(ids, rest)).not.toBe(false);
        }
      }),
      { seed: 20262, numRuns: 200 },
    );
    expect(contradictions).toBeGreaterThan(40);
  });
});
