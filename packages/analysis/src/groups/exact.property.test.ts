import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { byPairs } from './by-pairs.ts';
import { byPartition } from './by-partition.ts';
import { costsOfStages, groupings, least, orders, plainCosts } from './enumerated.fixture.ts';
import { fragmentColumns } from './fragment-columns.ts';
import { loadSolver } from './highs.fixture.ts';
import type { LinearSolver } from './linear-solver.ts';
import { partColumns } from './part-columns.ts';
import { placingOf } from './placing.ts';
import { partsOf, roomOfGroups, type RoomGraph } from './room-graph.ts';
import { Seated } from './seated.ts';
import { stageByStage } from './stage-by-stage.ts';
import type { PupilPair, Wish } from './wishes.ts';

let solver: LinearSolver;
beforeAll(async () => {
  solver = await loadSolver();
});

const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
const id = fc.constantFrom(...ids);
const asked = fc.record({
  wishes: fc.array(fc.record({ from: id, to: id, weight: fc.integer({ min: 1, max: 2 }) }), {
    minLength: 5,
    maxLength: 14,
  }),
  together: fc.array(
    fc.tuple(id, id).filter(([a, b]) => a !== b),
    { maxLength: 4 },
  ),
});
type Asked = { readonly wishes: readonly Wish[]; readonly together: readonly PupilPair[] };
const noLimit = (): number => 1_000;
const settings = { seed: 20264, numRuns: 25 };

const rowsOf = (sizes: readonly number[]): RoomGraph => {
  const { neighbours } = roomOfGroups(sizes);
  return { neighbours: neighbours.map((beside, s) => beside.filter((t) => Math.abs(s - t) === 1)) };
};
const nearAt =
  ({ neighbours }: RoomGraph, order: readonly string[]) =>
  (a: string, b: string): boolean =>
    neighbours[order.indexOf(a)]?.includes(order.indexOf(b)) === true;

/** Pupils in order of seat; those already together count as earlier pairs. */
function seatedInOrder({ wishes, together }: Asked, room: RoomGraph): Seated {
  return new Seated(placingOf({ pupils: ids, wishes }, together), room, [0, 1, 2, 3, 4, 5]);
}

/** The least costs over every arrangement: groupings where seats of a part are all beside each other, else orders. */
function bestOf({ wishes, together }: Asked, room: RoomGraph): readonly number[] {
  const sizes = partsOf(room).map(({ length }) => length);
  const cliques = room.neighbours.every((beside) => beside.length === 2);
  const all = cliques ? groupings(ids, sizes).map((groups) => groups.flat()) : orders(ids);
  return least(all.map((order) => plainCosts({ pupils: ids, wishes }, nearAt(room, order), together))) ?? [];
}

describe('from an arrangement in which nothing was sought', () => {
  const room = roomOfGroups([3, 3]);

  it('set partitioning over all groups comes to the best of all groupings and proves it', () => {
    fc.assert(
      fc.property(asked, (one) => {
        const placing = placingOf({ pupils: ids, wishes: one.wishes }, one.together);
        const start = seatedInOrder(one, room);
        const columns = partColumns(placing, room, 6);
        if (columns === null) throw new Error('Too many for six pupils');
        const { stages } = stageByStage(start, byPartition(placing, room, columns, solver, noLimit));
        expect(costsOfStages(stages)).toEqual(bestOf(one, room));
        expect(stages.every(({ gap }) => gap === 0)).toBe(true);
      }),
      settings,
    );
  });

  it('set partitioning over pieces comes to the best in all that wishes decide, and bounds repeats', () => {
    fc.assert(
      fc.property(asked, (one) => {
        const placing = placingOf({ pupils: ids, wishes: one.wishes }, one.together);
        const columns = fragmentColumns(placing, room, 6);
        if (columns === null) throw new Error('Too many for six pupils');
        const solve = byPartition(placing, room, columns, solver, noLimit);
        const { stages } = stageByStage(seatedInOrder(one, room), solve);
        const best = bestOf(one, room);
        expect(costsOfStages(stages).slice(0, 6)).toEqual(best.slice(0, 6));
        expect(stages[6]?.bound).toBeLessThanOrEqual(best[6] ?? 0);
      }),
      settings,
    );
  });

  it('set partitioning over paths comes to the best of all orders in two rows of three', () => {
    const rows = rowsOf([3, 3]);
    fc.assert(
      fc.property(asked, (one) => {
        const placing = placingOf({ pupils: ids, wishes: one.wishes }, []);
        const columns = fragmentColumns(placing, rows, 6);
        if (columns === null) throw new Error('Too many for six pupils');
        const alone = { ...one, together: [] };
        const solve = byPartition(placing, rows, columns, solver, noLimit);
        const { stages } = stageByStage(seatedInOrder(alone, rows), solve);
        expect(costsOfStages(stages)).toEqual(bestOf(alone, rows));
      }),
      { ...settings, numRuns: 20 },
    );
  });

  it('the bound of pairs holds at the first stage that is not proven', () => {
    fc.assert(
      fc.property(asked, (one) => {
        const placing = placingOf({ pupils: ids, wishes: one.wishes }, one.together);
        const { stages } = stageByStage(seatedInOrder(one, room), byPairs(placing, room, solver, noLimit));
        const best = bestOf(one, room);
        const open = stages.findIndex(({ gap }) => gap > 0);
        const proven = open < 0 ? stages.length : open;
        expect(costsOfStages(stages).slice(0, proven)).toEqual(best.slice(0, proven));
        const bounds = costsOfStages(stages.map((stage) => ({ ...stage, value: stage.bound })));
        expect(bounds[proven] ?? 0).toBeLessThanOrEqual(best[proven] ?? 0);
      }),
      settings,
    );
  });
});
