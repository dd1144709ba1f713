import { beforeAll, describe, expect, it } from 'vitest';
import { equalTo, greaterEq, lessEq, solve, type Constraint } from 'yalps';
import { seededGenerator } from '../chance/seeded-generator.ts';
import { groupSizes } from './group-sizes.ts';
import type { GroupsInput, GroupsProposal } from './groups-input.ts';
import { loadSolver } from './highs.fixture.ts';
import type { LinearSolver } from './linear-solver.ts';
import { proposeGroups } from './propose-groups.ts';
import type { Wish } from './wishes.ts';

let solver: LinearSolver;
beforeAll(async () => {
  solver = await loadSolver();
});

const pupilIds = (n: number): string[] => Array.from({ length: n }, (_, i) => `p${100 + i}`);

/** Wishes drawn evenly, `given` for each pupil. */
function drawnWishes(pupils: readonly string[], given: number, seed: number): Wish[] {
  const draw = seededGenerator(seed);
  return pupils.flatMap((from) => {
    const others = pupils.filter((to) => to !== from);
    return Array.from({ length: given }, () => ({
      from,
      to: others.splice(draw(others.length), 1)[0] ?? '',
    }));
  });
}

function proposed(input: GroupsInput, withSolver = true): GroupsProposal & { outcome: 'proposed' } {
  const proposal = proposeGroups(input, withSolver ? { seed: 3, solver } : { seed: 3 });
  if (proposal.outcome !== 'proposed') throw new Error(JSON.stringify(proposal));
  return proposal;
}
const value = (proposal: GroupsProposal & { outcome: 'proposed' }, stage: string): number | undefined =>
  proposal.stages.find((one) => one.stage === stage)?.value;

describe('proposeGroups', () => {
  it('breaks a mutual pair rather than leave somebody without a wished-for classmate', () => {
    // With a–b, c and d would be without.
    const wishes = [
      { from: 'a', to: 'b' },
      { from: 'b', to: 'a' },
      { from: 'a', to: 'c' },
      { from: 'b', to: 'd' },
      { from: 'c', to: 'a' },
      { from: 'd', to: 'b' },
    ];
    const { groups } = proposed({ pupils: ['a', 'b', 'c', 'd'], wishes, sizes: { size: 2 } });
    expect(groups).toEqual([
      ['a', 'c'],
      ['b', 'd'],
    ]);
  });

  it('fulfils the wish of the pupil nobody chose before that of one who is chosen', () => {
    // Both u and c wish for x, and only one can be with x.
    const wishes = [
      { from: 'u', to: 'x' },
      { from: 'c', to: 'x' },
      { from: 'z', to: 'c' },
    ];
    const { pupils } = proposed({ pupils: ['c', 'u', 'x', 'z'], wishes, sizes: { size: 2 } });
    expect(pupils.find(({ id }) => id === 'u')?.fulfilled).toEqual(['x']);
  });

  it('mixes those who were together before when nothing else is at stake', () => {
    const pupils = pupilIds(9);
    const before = [pupils.slice(0, 3), pupils.slice(3, 6), pupils.slice(6)];
    const proposal = proposed({ pupils, wishes: [], sizes: { size: 3 }, earlier: [before] });
    expect(value(proposal, 'repeats')).toBe(0);
  });

  it('says what stood in the way of each pupil without', () => {
    const wishes = [
      { from: 'b', to: 'a' },
      { from: 'c', to: 'e' },
      { from: 'd', to: 'f' },
      { from: 'f', to: 'a' },
    ];
    const { pupils } = proposed({
      pupils: ['a', 'b', 'c', 'd', 'e', 'f'],
      wishes,
      sizes: { size: 2 },
      apart: [['a', 'b']],
      together: [['e', 'f']],
    });
    expect(pupils.map(({ id, hindrance }) => [id, hindrance])).toEqual([
      ['a', 'wished-for-nobody'],
      ['b', 'kept-apart'],
      ['c', 'ruled-out'],
      ['d', 'ruled-out'],
      ['e', 'wished-for-nobody'],
      ['f', 'ruled-out'],
    ]);
    const rivals = proposed({
      pupils: ['a', 'b', 'c', 'd'],
      wishes: ['b', 'c', 'd'].map((from) => ({ from, to: 'a' })),
      sizes: { size: 2 },
    });
    expect(rivals.stages[0]).toEqual({ stage: 'without', value: 2, bound: 2, gap: 0 });
    expect(rivals.pupils.filter(({ hindrance }) => hindrance === 'others-without')).toHaveLength(2);
  });

  it('counts wishes of and for others and for oneself as left out', () => {
    const wishes = [
      { from: 'a', to: 'nobody' },
      { from: 'nobody', to: 'a' },
      { from: 'a', to: 'a' },
    ];
    const { dropped, pupils } = proposed({ pupils: ['a', 'b'], wishes, sizes: { groups: 1 } });
    expect(dropped).toEqual({ outsideRoster: 2, self: 1 });
    expect(pupils[0]?.hindrance).toBe('wished-for-nobody');
  });

  it('makes groups of one, of everybody, of one pupil and of none', () => {
    const pupils = pupilIds(5);
    const wishes = drawnWishes(pupils, 2, 1);
    const alone = proposed({ pupils, wishes, sizes: { size: 1 } });
    expect([alone.proven, value(alone, 'without')]).toEqual([true, 5]);
    expect(alone.pupils.every(({ hindrance }) => hindrance === 'ruled-out')).toBe(true);
    expect(value(proposed({ pupils, wishes, sizes: { groups: 1 } }), 'without')).toBe(0);
    expect(proposed({ pupils: ['a'], wishes: [], sizes: { size: 3 } }).groups).toEqual([['a']]);
    expect(proposed({ pupils: [], wishes: [], sizes: { size: 3 } }).groups).toEqual([]);
  });

  it('proves its answer when nobody chose and when everybody chose everybody', () => {
    const pupils = pupilIds(10);
    const nobody = proposed({ pupils, wishes: [], sizes: { size: 3 } });
    expect([nobody.proven, value(nobody, 'without')]).toEqual([true, 0]);
    const everybody = proposed({ pupils, wishes: drawnWishes(pupils, 9, 1), sizes: { sizes: [4, 3, 3] } });
    expect([everybody.proven, value(everybody, 'mutual')]).toEqual([true, 12]);
  });

  it('settles a class of 28 in pairs and in fours, the same each time', () => {
    const pupils = pupilIds(28);
    const wishes = drawnWishes(pupils, 3, 4);
    for (const size of [2, 4]) {
      const one = proposed({ pupils, wishes, sizes: { size } });
      expect(one.proven, `size ${size}`).toBe(true);
      expect(proposed({ pupils, wishes, sizes: { size } })).toEqual(one);
    }
  });

  it('gives bounds that hold, and nothing worse than the search, when the groups are too many to list', () => {
    const pupils = pupilIds(50);
    const input = { pupils, wishes: drawnWishes(pupils, 2, 5), sizes: { size: 7 } };
    const found = proposed(input, false);
    let calls = 0;
    const fewCalls: LinearSolver = (lp, limits) => {
      calls += 1;
      return solver(lp, limits);
    };
    const clock = (): number => (calls > 8 ? 3_000 : 0);
    const proposal = proposeGroups(input, { seed: 3, solver: fewCalls, clock });
    const stages = proposal.outcome === 'proposed' ? proposal.stages : [];
    expect(stages).toHaveLength(7);
    for (const { stage, value: reached, bound } of stages) {
      const [more, less] = stage === 'without' || stage === 'repeats' ? [reached, bound] : [bound, reached];
      expect(more).toBeGreaterThanOrEqual(less);
    }
    expect(stages[0]?.value).toBeLessThanOrEqual(found.stages[0]?.value ?? 0);
  }, 90_000);

  it('adds up weights that no short number holds', () => {
    const pupils = pupilIds(10);
    const wishes = drawnWishes(pupils, 9, 2).map((wish) => ({ ...wish, weight: 1_000 }));
    const proposal = proposed({ pupils, wishes, sizes: { sizes: [8, 2] } });
    expect([proposal.proven, value(proposal, 'mutual')]).toEqual([true, 29_000]);
  });

  it('stops at the limit of time with the best found and its gap', () => {
    let now = 0;
    const clock = (): number => (now += 500);
    const pupils = pupilIds(24);
    const input = { pupils, wishes: drawnWishes(pupils, 3, 6), sizes: { size: 4 } };
    const stopped = proposeGroups(input, { seed: 3, solver, clock, limitMs: 400 });
    expect(stopped).toMatchObject({ outcome: 'proposed', proven: false });
  });

  it.each([1, 2, 3])('agrees with another solver on nine pupils in threes (class %i)', (seed) => {
    const pupils = pupilIds(9);
    const wishes = drawnWishes(pupils, 2, seed);
    const { stages } = proposed({ pupils, wishes, sizes: { size: 3 } });
    expect(stages.slice(0, 2).map((stage) => stage.value)).toEqual(byYalps(pupils, wishes, 3));
  });

  it('throws on what is not a class', () => {
    const input = { pupils: ['a', 'b'], wishes: [], sizes: { size: 2 } };
    const from = (more: Partial<GroupsInput>) => () => proposeGroups({ ...input, ...more }, { seed: 1 });
    expect(from({ pupils: ['a', 'a'] })).toThrow('listed twice');
    expect(from({ apart: [['a', 'x']] })).toThrow('Not both in the list');
    expect(from({ together: [['a', 'a']] })).toThrow('One pupil twice');
    expect(from({ wishes: [{ from: 'a', to: 'b', weight: 0.5 }] })).toThrow('whole weight');
    expect(from({ wishes: [{ from: 'a', to: 'b', weight: 1_001 }] })).toThrow('whole weight');
    expect(from({ sizes: { size: 0 } })).toThrow('whole number');
    expect(from({ sizes: { groups: 3 } })).toThrow('more than the 2 pupils');
  });
});

describe('groupSizes', () => {
  it('are as even as can be', () => {
    expect(groupSizes(26, { size: 4 })).toEqual([4, 4, 4, 4, 4, 3, 3]);
    expect(groupSizes(26, { groups: 4 })).toEqual([7, 7, 6, 6]);
    expect(groupSizes(2, { size: 5 })).toEqual([2]);
  });
});

/** Pupils without and mutual pairs kept, by an assignment of pupils to groups with a variable for each pair in each group. */
function byYalps(pupils: readonly string[], wishes: readonly Wish[], groups: number): number[] {
  const variables: Record<string, Record<string, number>> = {};
  const constraints: Record<string, Constraint> = {};
  const binaries: string[] = [];
  const wished = (from: string, to: string): boolean =>
    wishes.some((one) => one.from === from && one.to === to);
  for (const id of pupils) {
    variables[`y_${id}`] = { without: 1, [`glad_${id}`]: 1 };
    binaries.push(`y_${id}`);
    constraints[`glad_${id}`] = greaterEq(1);
    constraints[`once_${id}`] = equalTo(1);
  }
  for (let g = 0; g < groups; g += 1) {
    constraints[`size_${g}`] = equalTo(pupils.length / groups);
    for (const id of pupils) {
      variables[`x_${id}_${g}`] = { [`once_${id}`]: 1, [`size_${g}`]: 1 };
      binaries.push(`x_${id}_${g}`);
    }
    pupils.forEach((a, i) => {
      for (const b of pupils.slice(i + 1)) {
        if (!wished(a, b) && !wished(b, a)) continue;
        const name = `${a}_${b}_${g}`;
        variables[`e_${name}`] = {
          mutual: wished(a, b) && wished(b, a) ? 1 : 0,
          ...(wished(a, b) ? { [`glad_${a}`]: 1 } : {}),
          ...(wished(b, a) ? { [`glad_${b}`]: 1 } : {}),
        };
        for (const id of [a, b]) {
          constraints[`${id}_in_${name}`] = lessEq(0);
          variables[`e_${name}`] = { ...variables[`e_${name}`], [`${id}_in_${name}`]: 1 };
          variables[`x_${id}_${g}`] = { ...variables[`x_${id}_${g}`], [`${id}_in_${name}`]: -1 };
        }
      }
    });
  }
  const model = { variables, constraints, binaries };
  const without = Math.round(solve({ ...model, direction: 'minimize', objective: 'without' }).result);
  const kept = { ...model, constraints: { ...constraints, without: lessEq(without) } };
  const mutual = Math.round(solve({ ...kept, direction: 'maximize', objective: 'mutual' }).result);
  return [without, mutual];
}
