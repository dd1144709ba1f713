import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { costsOfStages, groupings, keeps, least, plainCosts } from './enumerated.fixture.ts';
import { evaluateGroups } from './evaluate-groups.ts';
import { groupSizes } from './group-sizes.ts';
import type { GroupsInput, GroupsProposal } from './groups-input.ts';
import { loadSolver } from './highs.fixture.ts';
import type { LinearSolver } from './linear-solver.ts';
import { proposeGroups } from './propose-groups.ts';
import type { PupilPair } from './wishes.ts';

let solver: LinearSolver;
beforeAll(async () => {
  solver = await loadSolver();
});

const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
const settings = { seed: 20261, numRuns: 30 };

/** Up to eight pupils; the pairs asked for may contradict each other. */
const asked = fc.integer({ min: 1, max: ids.length }).chain((n): fc.Arbitrary<GroupsInput> => {
  const pupils = ids.slice(0, n);
  const id = fc.constantFrom(...pupils);
  const pair = fc
    .tuple(id, id)
    .filter(([a, b]) => a !== b)
    .map(([a, b]): PupilPair => [a, b]);
  const few = n < 2 ? fc.constant([]) : fc.array(pair, { maxLength: 2 });
  return fc.record({
    pupils: fc.constant(pupils),
    wishes: fc.array(fc.record({ from: id, to: id, weight: fc.integer({ min: 1, max: 3 }) }), {
      maxLength: 3 * n,
    }),
    sizes: fc.oneof(
      fc.integer({ min: 1, max: 5 }).map((size) => ({ size })),
      fc.integer({ min: 1, max: n }).map((groups) => ({ groups })),
    ),
    apart: few,
    together: few,
    earlier: fc.array(fc.constant([pupils.slice(0, 3), pupils.slice(3)]), { maxLength: 2 }),
  });
});

const groupsOf = (input: GroupsInput, seed = 1): (GroupsProposal & { outcome: 'proposed' }) | null => {
  const proposal = proposeGroups(input, { seed, solver });
  return proposal.outcome === 'proposed' ? proposal : null;
};
const nearIn =
  (groups: readonly (readonly string[])[]) =>
  (a: string, b: string): boolean =>
    a !== b && groups.some((group) => group.includes(a) && group.includes(b));
const pairsOf = ({ earlier = [] }: GroupsInput): PupilPair[] =>
  earlier
    .flat()
    .flatMap((group) => group.flatMap((a, i) => group.slice(i + 1).map((b): PupilPair => [a, b])));
const stageOne = (input: GroupsInput): number | undefined => groupsOf(input)?.stages[0]?.value;

describe('proposed groups', () => {
  it('hold every pupil once, in the sizes asked for, keeping pairs together and apart', () => {
    fc.assert(
      fc.property(asked, (input) => {
        const proposal = groupsOf(input);
        if (proposal === null) return;
        expect(proposal.groups.flat().sort()).toEqual(input.pupils);
        expect(proposal.groups.map(({ length }) => length)).toEqual(
          groupSizes(input.pupils.length, input.sizes),
        );
        expect(keeps(input, nearIn(proposal.groups))).toBe(true);
      }),
      settings,
    );
  });

  it('are the best of all groupings in the order of the stages, and proven so', () => {
    fc.assert(
      fc.property(asked, (input) => {
        const proposal = groupsOf(input);
        const all = groupings(input.pupils, groupSizes(input.pupils.length, input.sizes))
          .map(nearIn)
          .filter((near) => keeps(input, near));
        const best = least(all.map((near) => plainCosts(input, near, pairsOf(input))));
        if (proposal === null) {
          expect(best).toBeUndefined();
          return;
        }
        expect(costsOfStages(proposal.stages)).toEqual(best);
        expect(proposal.proven).toBe(true);
      }),
      { ...settings, numRuns: 80 },
    );
  });

  it('are judged alike by hand, with nothing broken', () => {
    fc.assert(
      fc.property(asked, (input) => {
        const proposal = groupsOf(input);
        if (proposal === null) return;
        const { values, without, broken } = evaluateGroups(input, proposal.groups);
        expect(Object.values(values)).toEqual(proposal.stages.map(({ value }) => value));
        expect(without).toHaveLength(values.without);
        expect(broken).toEqual([]);
      }),
      settings,
    );
  });

  it('are the same whatever the order of pupils, wishes and pairs', () => {
    fc.assert(
      fc.property(asked, (input) => {
        const turned = {
          ...input,
          pupils: input.pupils.toReversed(),
          wishes: input.wishes.toReversed(),
          apart: (input.apart ?? []).map(([a, b]): PupilPair => [b, a]).reverse(),
        };
        expect(groupsOf(turned)?.groups).toEqual(groupsOf(input)?.groups);
      }),
      settings,
    );
  });

  it('have the same values whatever the pupils are called', () => {
    fc.assert(
      fc.property(asked, fc.shuffledSubarray(ids, { minLength: ids.length }), (input, names) => {
        const name = (id: string): string => names[ids.indexOf(id)] ?? id;
        const renamed: GroupsInput = {
          pupils: input.pupils.map(name),
          wishes: input.wishes.map((one) => ({ ...one, from: name(one.from), to: name(one.to) })),
          sizes: input.sizes,
          apart: (input.apart ?? []).map(([a, b]) => [name(a), name(b)]),
          together: (input.together ?? []).map(([a, b]) => [name(a), name(b)]),
          earlier: (input.earlier ?? []).map((groups) => groups.map((group) => group.map(name))),
        };
        expect(groupsOf(renamed)?.stages).toEqual(groupsOf(input)?.stages);
      }),
      settings,
    );
  });

  it('leave no more without when a pupil who has a wish gets one more', () => {
    fc.assert(
      fc.property(asked, fc.nat(), fc.nat(), (input, from, to) => {
        const wishing = input.wishes.filter((one) => one.from !== one.to);
        if (wishing.length === 0) return;
        const wish = {
          from: wishing[from % wishing.length]?.from ?? '',
          to: input.pupils[to % input.pupils.length] ?? '',
        };
        const more = stageOne({ ...input, wishes: [...input.wishes, wish] });
        expect(more ?? 0).toBeLessThanOrEqual(stageOne(input) ?? 0);
      }),
      settings,
    );
  });
});
