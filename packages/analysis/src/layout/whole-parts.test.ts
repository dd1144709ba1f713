import { describe, expect, it } from 'vitest';
import { layoutSociogram } from './layout-sociogram.ts';
import { layoutTarget } from './layout-target.ts';
import type { MarkRoom } from './mark-room.ts';
import { seatInRings } from './seat-in-rings.ts';
import { separateAround } from './separate-around.ts';
import { orderedSubgroups } from './subgroup-order.ts';
import { tangleCounter } from './tangle.ts';
import { targetIn, turnOf } from './target-slots.ts';

const places = (...points: readonly (readonly [number, number])[]) => ({
  xs: Float64Array.from(points, ([x]) => x),
  ys: Float64Array.from(points, ([, y]) => y),
});
const points = ({ xs, ys }: { xs: Float64Array; ys: Float64Array }) => [...xs].map((x, i) => [x, ys[i]]);
/** Marks 40 px wide, 10 px up and 20 px down. */
const roomFor = (n: number): MarkRoom => ({
  labels: Array.from({ length: n }, () => 'x'),
  half: new Float64Array(n).fill(20),
  up: 10,
  down: 20,
  width: 1000,
  height: 750,
});
const both = (from: number, to: number) => ({ from, to, mutual: true });
const oneWay = (from: number, to: number) => ({ from, to, mutual: false });
const clique = (...members: readonly number[]) =>
  members.flatMap((a, k) => members.slice(k + 1).map((b) => both(a, b)));

describe('the order of subgroups', () => {
  it('goes by ties to the one before, then by ties to any placed, the most chosen first in each', () => {
    const ties = [
      ...clique(0, 1, 2, 3, 4),
      ...clique(5, 6, 7),
      ...clique(8, 9, 10),
      ...clique(11, 12),
      ...clique(13, 14),
      // To the largest: four from 11 and 12, three from 13 and 14, two from 8 to 10; and one from 5 to 12.
      ...[oneWay(11, 4), oneWay(11, 1), oneWay(12, 4), oneWay(12, 1)],
      ...[oneWay(13, 4), oneWay(14, 4), oneWay(13, 1)],
      ...[oneWay(8, 4), oneWay(9, 1)],
      oneWay(5, 12),
    ];
    expect(orderedSubgroups(15, ties)).toEqual([
      [4, 1, 0, 2, 3],
      [12, 11],
      [5, 6, 7],
      [13, 14],
      [8, 9, 10],
    ]);
  });
});

describe('seats in a ring', () => {
  it('go to the lower number of two who want the same direction', () => {
    const room = roomFor(2);
    const target = targetIn(room);
    const { coordinates } = seatInRings([3, 3], Float64Array.of(1, 1), target, room, 0.05) ?? expect.fail();
    const [first, second] = points(coordinates).map(([x = NaN, y = NaN]) => turnOf({ x, y }, target));
    expect(first).toBeCloseTo(1, 9);
    expect(second).not.toBeCloseTo(1, 2);
  });
});

describe('moving marks apart around one that is held', () => {
  const grid = { columns: 4, cellWidth: 100, cellHeight: 100 };
  const around = (held: number, ...at: readonly (readonly [number, number])[]) => {
    const coordinates = places(...at);
    separateAround(
      coordinates,
      at.map((_, i) => i === held),
      roomFor(at.length),
      grid,
    );
    return points(coordinates);
  };

  it('pushes the other the shorter way, up or down where less is missing there', () => {
    expect(around(0, [200, 100], [205, 120])).toEqual([
      [200, 100],
      [205, expect.closeTo(130.05, 9)],
    ]);
    expect(around(1, [205, 80], [200, 100])).toEqual([
      [205, expect.closeTo(69.95, 9)],
      [200, 100],
    ]);
  });

  it('pushes it across where less is missing there, to the side it is on', () => {
    expect(around(0, [200, 100], [235, 105])).toEqual([
      [200, 100],
      [expect.closeTo(240.05, 9), 105],
    ]);
    expect(around(0, [200, 100], [165, 105])).toEqual([
      [200, 100],
      [expect.closeTo(159.95, 9), 105],
    ]);
  });

  it('pushes two that are free alike', () => {
    expect(around(2, [200, 100], [230, 105], [700, 500])).toEqual([
      [expect.closeTo(194.975, 9), 100],
      [expect.closeTo(235.025, 9), 105],
      [700, 500],
    ]);
  });

  it('leaves two that only touch', () => {
    expect(around(2, [200, 100], [240, 100], [200, 130])).toEqual([
      [200, 100],
      [240, 100],
      [200, 130],
    ]);
  });
});

describe('the tangle of one pupil', () => {
  // Pupil 0 to the left of two upright lines, tied to 1 and 2 on their right.
  const coordinates = places([0, 50], [300, 40], [300, 60], [100, 0], [100, 100], [200, 0], [200, 100]);
  const ties = [both(0, 1), both(0, 2), both(3, 4), both(5, 6)];
  const counter = tangleCounter(coordinates, ties, 10);

  it('is counted from where the pupil would stand, and only until there is more than asked for', () => {
    expect(counter.around(0, 0, 50)).toEqual({ crossings: 4, over: 0 });
    expect(counter.around(0, 0, 50, 1)).toEqual({ crossings: 2, over: 0 });
    expect(counter.around(0, 0, 50, 2)).toEqual({ crossings: 4, over: 0 });
    expect(counter.around(0, 150, 50)).toEqual({ crossings: 2, over: 0 });
    expect(counter.around(0, 250, 50)).toEqual({ crossings: 0, over: 0 });
  });

  it('has lines over a pupil who is nearer than the clearance and beside the line, and no others', () => {
    expect(counter.around(0, 109, 50)).toEqual({ crossings: 2, over: 1 });
    expect(counter.around(0, 110, 50)).toEqual({ crossings: 2, over: 0 });
    expect(counter.around(0, 100, -1).over).toBe(2);
    expect(counter.around(3, 150, 45).over).toBe(2);
  });

  it('follows those who move, whichever end of a line they are', () => {
    const moving = places([0, 50], [300, 40], [300, 60], [100, 0], [100, 100], [200, 0], [200, 100]);
    const following = tangleCounter(moving, ties, 10);
    for (const v of [3, 4]) {
      moving.xs[v] = 400;
      following.moved(v);
    }
    expect(following.around(0, 0, 50).crossings).toBe(2);
    for (const v of [1, 2]) {
      moving.xs[v] = 500;
      following.moved(v);
    }
    expect(following.around(0, 0, 50).crossings).toBe(4);
  });

  it('has no crossing where both stand on the one side of a slanted line, however near', () => {
    const slanted = places([0, 90], [170, 90], [120, 0], [180, 100]);
    const pair = [both(0, 1), both(2, 3)];
    expect(tangleCounter(slanted, pair, 1).around(0, 0, 90).crossings).toBe(0);
    slanted.xs[1] = 180;
    expect(tangleCounter(slanted, pair, 1).around(0, 0, 90).crossings).toBe(1);
  });

  it('costs by its ties, the pupils and all ties', () => {
    expect([0, 1, 3].map((v) => counter.cost(v))).toEqual([2 * (7 * 3 + 1) + 8, 1 * 22 + 8, 1 * 22 + 8]);
  });
});

describe('a class that was drawn before', () => {
  const ids = ['a', 'b', 'c', 'd'];
  const pupils = ids.map((id) => ({ id, label: id }));
  const frame = { width: 1000, height: 750, seed: 1 };
  const previous = new Map([
    ['a', { x: 500, y: 600 }],
    ['b', { x: 200, y: 370 }],
    ['c', { x: 500, y: 150 }],
    ['d', { x: 800, y: 370 }],
  ]);

  it('stays where it was in a network, by the pull asked for', () => {
    const input = { ...frame, pupils, choices: [{ from: 'a', to: 'c' }], previous };
    const moved = (previousPull: number) =>
      layoutSociogram(input, { previousPull, work: 0 }).pupils.map(({ id, x, y }) => {
        const before = previous.get(id) ?? expect.fail(id);
        return Math.hypot(x - before.x, y - before.y);
      });
    expect(Math.max(...moved(1000))).toBeLessThan(3);
    expect(Math.max(...moved(0.01))).toBeGreaterThan(100);
  });

  it('keeps each in its direction in a target', () => {
    const input = { ...frame, pupils, choices: [], respondents: ids, previous };
    const { pupils: drawn, centre, rings } = layoutTarget(input, { work: 0 });
    const { radiusX = NaN, radiusY = NaN } = rings.at(-1) ?? {};
    for (const { id, x, y } of drawn) {
      const before = turnOf(previous.get(id) ?? expect.fail(id), { centre, radiusX, radiusY });
      expect(turnOf({ x, y }, { centre, radiusX, radiusY })).toBeCloseTo(before, 2);
    }
  });
});
