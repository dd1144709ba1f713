import { beforeAll, describe, expect, it } from 'vitest';
import { loadSolver } from '../groups/highs.fixture.ts';
import type { LinearSolver } from '../groups/linear-solver.ts';
import { proposeSeating } from './propose-seating.ts';
import { roomOfDesks, roomOfRows } from './room.ts';
import type { SeatingInput, SeatingProposal } from './seating-input.ts';

let solver: LinearSolver;
beforeAll(async () => {
  solver = await loadSolver();
});

type Proposed = Extract<SeatingProposal, { outcome: 'proposed' }>;

function proposed(input: SeatingInput, with_: { solver?: LinearSolver } = { solver }): Proposed {
  const proposal = proposeSeating(input, { seed: 5, ...with_ });
  if (proposal.outcome !== 'proposed') throw new Error(proposal.outcome);
  return proposal;
}

const hindrances = ({ pupils }: Proposed): Record<string, string | null> =>
  Object.fromEntries(pupils.map(({ id, hindrance }) => [id, hindrance]));

describe('a proposed seating', () => {
  it('says for each pupil who sits beside, an empty seat being nobody', () => {
    const fixed = ['1-4', '1-2', '1-1'].map((seat, i) => ({ pupil: 'abc'[i] ?? '', seat }));
    const wishes = [
      { from: 'a', to: 'b' },
      { from: 'b', to: 'c' },
      { from: 'b', to: 'a' },
    ];
    const { seating, pupils, dropped } = proposed({
      pupils: ['c', 'b', 'a'],
      wishes: [...wishes, { from: 'a', to: 'a' }, { from: 'x', to: 'a' }],
      room: roomOfRows(1, 4),
      fixed,
    });
    // c b _ a
    expect(seating).toEqual(fixed);
    expect(pupils).toEqual([
      { id: 'a', together: [], fulfilled: [], unfulfilled: ['b'], hindrance: 'ruled-out' },
      { id: 'b', together: ['c'], fulfilled: ['c'], unfulfilled: ['a'], hindrance: null },
      { id: 'c', together: ['b'], fulfilled: [], unfulfilled: [], hindrance: 'wished-for-nobody' },
    ]);
    expect(dropped).toEqual({ outsideRoster: 1, self: 1 });
  });

  // Two desks for two. a and b choose each other, and d chooses a: either b or d is without.
  const input: SeatingInput = {
    pupils: ['a', 'b', 'c', 'd'],
    wishes: [
      { from: 'a', to: 'b' },
      { from: 'b', to: 'a' },
      { from: 'd', to: 'a' },
    ],
    room: roomOfDesks(1, 2, 2),
  };

  it('says that others would be without when that is proven', () => {
    const proposal = proposed(input);
    expect(proposal.proven).toBe(true);
    expect(proposal.stages[0]).toEqual({ stage: 'without', value: 1, bound: 1, gap: 0 });
    expect(hindrances(proposal)).toEqual({ a: null, b: null, c: 'wished-for-nobody', d: 'others-without' });
  });

  it('says only that nothing better was found, without a solver to prove it', () => {
    const proposal = proposed(input, {});
    // Nobody was together before, so of repeats there are none to be fewer.
    expect(proposal.stages.at(-1)).toEqual({ stage: 'repeats', value: 0, bound: 0, gap: 0 });
    expect(proposal.proven).toBe(false);
    expect(hindrances(proposal)).toEqual({ a: null, b: null, c: 'wished-for-nobody', d: 'none-found' });
  });

  it('says that a wish is ruled out by seats that are fixed', () => {
    const fixed = [
      { pupil: 'a', seat: '1-1' },
      { pupil: 'd', seat: '1-4' },
    ];
    expect(hindrances(proposed({ ...input, fixed }))).toMatchObject({ b: null, d: 'ruled-out' });
  });

  it('says that a pupil is kept apart from all wished for', () => {
    expect(hindrances(proposed({ ...input, apart: [['a', 'd']] }))).toMatchObject({ d: 'kept-apart' });
  });
});
