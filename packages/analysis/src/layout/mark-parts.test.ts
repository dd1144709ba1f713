import { describe, expect, it } from 'vitest';
import { countTangle } from './count-tangle.ts';
import { boxesOverlap, boxInFrame, circleOverlapsBox, fitLabel, labelBox, nodeBox } from './label-box.ts';
import { chooseLabelSides } from './label-sides.ts';
import { pointInDisc, seededRandom } from './seeded-random.ts';
import { keepInFrame, overlapsAny, separateMarks } from './separate.ts';
import { orderedSubgroups } from './subgroup-order.ts';
import { compareIds, tiePairs } from './tie-pairs.ts';

const sizes = {
  width: 400,
  height: 300,
  nodeRadius: 10,
  characterWidth: 6,
  labelHeight: 12,
  labelGap: 2,
  gap: 4,
};
const both = (from: number, to: number) => ({ from, to, mutual: true });
const one = (from: number, to: number) => ({ from, to, mutual: false });

describe('names', () => {
  it('stand on each side of the circle, a little from it', () => {
    const at = { x: 100, y: 50 };
    // Four characters are 24 px; the circle and the gap reach 12 px.
    expect(labelBox(at, 'Åse!', 'below', sizes)).toEqual({ left: 88, top: 62, width: 24, height: 12 });
    expect(labelBox(at, 'Åse!', 'above', sizes)).toEqual({ left: 88, top: 26, width: 24, height: 12 });
    expect(labelBox(at, 'Åse!', 'right', sizes)).toEqual({ left: 112, top: 44, width: 24, height: 12 });
    expect(labelBox(at, 'Åse!', 'left', sizes)).toEqual({ left: 64, top: 44, width: 24, height: 12 });
    expect(nodeBox(at, 10)).toEqual({ left: 90, top: 40, width: 20, height: 20 });
  });

  it('are cut where they are too long, with no blank before the dots', () => {
    expect(fitLabel('Kari', 24, sizes)).toBe('Kari');
    expect(fitLabel('Karin', 29, sizes)).toBe('Kar…');
    expect(fitLabel('Ola Nordmann', 30, sizes)).toBe('Ola…');
    expect(fitLabel('Ola', 2, sizes)).toBe('…');
    expect(fitLabel('😀😀', 12, sizes)).toBe('😀😀');
  });

  it('go above where a line runs under the circle, or to a side, but never onto another or out of the frame', () => {
    const [middle, high] = [
      { x: 200, y: 150 },
      { x: 200, y: 12 },
    ];
    const across = (y: number) => [
      { x: 100, y },
      { x: 300, y },
    ];
    const side = (point: typeof middle, lines: ReturnType<typeof across>[], others: (typeof middle)[] = []) =>
      chooseLabelSides([point, ...others], ['Kari', ...others.map(() => 'Per')], lines, sizes)[0]?.side;
    expect(side(middle, [])).toBe('below');
    expect(side(middle, [across(168)])).toBe('above');
    expect(side(high, [across(30)])).toBe('right');
    expect(side(middle, [across(168), across(132)])).toBe('right');
    const right = { x: 230, y: 150 };
    expect(side(middle, [across(168), across(132)], [right])).toBe('left');
    // A line through all four: none is better than under the circle.
    const everywhere = [...[132, 150, 168].map(across)];
    expect(side(middle, everywhere)).toBe('below');
    expect(side({ x: 388, y: 12 }, [across(30).map(({ y }, k) => ({ x: 300 + 100 * k, y }))])).toBe('left');
  });
});

describe('boxes', () => {
  const box = { left: 10, top: 20, width: 30, height: 40 };

  it('overlap where they share more than an edge, or are nearer than the gap', () => {
    const moved = (left: number, top: number) => ({ ...box, left, top });
    for (const other of [moved(39, 20), moved(-19, 20), moved(10, 59), moved(10, -19)])
      expect([boxesOverlap(box, other), boxesOverlap(other, box)]).toEqual([true, true]);
    for (const other of [moved(40, 20), moved(-20, 20), moved(10, 60), moved(10, -20)])
      expect([boxesOverlap(box, other), boxesOverlap(box, other, 1)]).toEqual([false, true]);
    for (const other of [moved(41, 20), moved(-21, 20), moved(10, 61), moved(10, -21)])
      expect(boxesOverlap(box, other, 1)).toBe(false);
  });

  it('overlap a circle that reaches into them', () => {
    expect(circleOverlapsBox({ x: 25, y: 40 }, 1, box)).toBe(true);
    for (const [x, y] of [
      [5, 40],
      [45, 40],
      [25, 15],
      [25, 65],
    ] as const)
      expect([circleOverlapsBox({ x, y }, 5, box), circleOverlapsBox({ x, y }, 5.1, box)]).toEqual([
        false,
        true,
      ]);
    // 3 and 4 px from a corner are 5 px.
    expect(circleOverlapsBox({ x: 7, y: 16 }, 5, box)).toBe(false);
    expect(circleOverlapsBox({ x: 7, y: 16 }, 5.01, box)).toBe(true);
    expect(circleOverlapsBox({ x: 43, y: 64 }, 5.01, box)).toBe(true);
  });

  it('are in a frame that they touch', () => {
    expect(boxInFrame({ left: 0, top: 0, width: 40, height: 30 }, 40, 30)).toBe(true);
    for (const wrong of [
      { left: -1, top: 0, width: 30, height: 30 },
      { left: 0, top: -1, width: 30, height: 30 },
      { left: 11, top: 0, width: 30, height: 30 },
      { left: 0, top: 1, width: 30, height: 30 },
    ])
      expect(boxInFrame(wrong, 40, 30)).toBe(false);
  });
});

describe('marks', () => {
  const room = {
    labels: ['x', 'y', 'z'],
    half: Float64Array.of(20, 30, 20),
    up: 10,
    down: 20,
    width: 200,
    height: 100,
  };
  const places = (...points: readonly (readonly [number, number])[]) => ({
    xs: Float64Array.from(points, ([x]) => x),
    ys: Float64Array.from(points, ([, y]) => y),
  });

  it('are kept in the frame by what each needs to every side', () => {
    const out = places([-5, -5], [300, 300], [100, 50]);
    keepInFrame(out, room);
    expect([...out.xs, ...out.ys]).toEqual([20, 170, 100, 10, 80, 50]);
  });

  it('overlap when nearer than both need, across and along', () => {
    const at = places([100, 50], [0, 0], [0, 0]);
    expect(overlapsAny(150, 50, 1, at, { ...room, half: room.half.with(2, 0) })).toBe(false);
    expect(overlapsAny(149, 50, 1, at, room)).toBe(true);
    expect(overlapsAny(51, 50, 1, at, room)).toBe(true);
    expect(overlapsAny(100, 80, 1, at, room)).toBe(false);
    expect(overlapsAny(100, 79, 1, at, room)).toBe(true);
    expect(overlapsAny(100, 50, 0, at, room)).toBe(false);
  });

  it('too many for the room are put in cells', () => {
    const crowd = places([60, 50], [50, 50], [40, 60], [70, 20]);
    const tight = { ...room, labels: ['', '', '', ''], half: new Float64Array(4).fill(50), height: 60 };
    separateMarks(crowd, tight, { columns: 2, cellWidth: 100, cellHeight: 30 });
    const cells = [...crowd.xs].map((x, i) => [x, crowd.ys[i]]);
    expect(new Set(cells.map(String))).toEqual(new Set(['50,10', '150,10', '50,40', '150,40']));
  });
});

describe('ties', () => {
  it('are one for each pair, mutual where both chose, without oneself, strangers and repeats', () => {
    const choices = [
      ['c', 'a'],
      ['a', 'b'],
      ['b', 'a'],
      ['b', 'c'],
      ['b', 'c'],
      ['a', 'a'],
      ['a', 'x'],
      ['x', 'a'],
    ].map(([from = '', to = '']) => ({ from, to }));
    expect(tiePairs(['a', 'b', 'c'], choices)).toEqual([both(0, 1), one(1, 2), one(2, 0)]);
    expect(['b', 'a', 'Å', 'B'].toSorted(compareIds)).toEqual(['B', 'a', 'b', 'Å']);
    expect([compareIds('a', 'a'), compareIds('a', 'b'), compareIds('b', 'a')]).toEqual([0, -1, 1]);
  });

  const square = {
    xs: Float64Array.of(0, 10, 10, 0, 5),
    ys: Float64Array.of(0, 10, 0, 10, 5),
  };

  it('cross once for each pair without a common end, and run over a circle that is close alongside', () => {
    expect(countTangle(square, [both(0, 1), both(2, 3)], 1)).toEqual({ crossings: 1, over: 2 });
    expect(countTangle(square, [both(0, 1), both(0, 2)], 1)).toEqual({ crossings: 0, over: 1 });
    expect(countTangle(square, [both(0, 2), both(1, 3)], 5)).toEqual({ crossings: 0, over: 0 });
    expect(countTangle(square, [both(0, 2), both(1, 3)], 5.1)).toEqual({ crossings: 0, over: 2 });
    // Beyond the end of the line, and at its very end, is not alongside.
    const row = { xs: Float64Array.of(0, 10, 11, -1), ys: Float64Array.of(0, 0, 0, 0) };
    expect(countTangle(row, [one(0, 1)], 3)).toEqual({ crossings: 0, over: 0 });
  });

  it('make subgroups, the largest first, those with most ties between them side by side, the most chosen first', () => {
    const trio = (a: number, b: number, c: number) => [both(a, b), both(b, c), both(a, c)];
    const ties = [
      ...trio(0, 1, 2),
      both(3, 4),
      both(5, 6),
      one(2, 6),
      one(1, 6),
      one(6, 0),
      one(3, 5),
      one(7, 3),
      one(2, 7),
    ];
    // 5 and 6 have three ties to the trio; then 3 and 4 with one to them before 7 with none, though 7 has more elsewhere.
    expect(orderedSubgroups(8, ties)).toEqual([[0, 1, 2], [6, 5], [3, 4], [7]]);
    expect(orderedSubgroups(2, [])).toEqual([[0], [1]]);
    expect(orderedSubgroups(0, [])).toEqual([]);
  });
});

describe('drawn numbers', () => {
  it('are those of mulberry32, the same for the same seed', () => {
    const random = seededRandom(1);
    expect([random(), random(), random()]).toEqual([
      0.6270739405881613, 0.002735721180215478, 0.5274470399599522,
    ]);
  });

  it('are even over a disc', () => {
    const random = seededRandom(7);
    const points = Array.from({ length: 4_000 }, () => pointInDisc(random));
    const within = (radius: number) => points.filter(({ x, y }) => Math.hypot(x, y) <= radius).length / 4_000;
    expect(within(1)).toBe(1);
    expect(within(0.5)).toBeCloseTo(0.25, 1);
    for (const sign of [1, -1]) {
      expect(points.filter(({ x }) => sign * x > 0).length / 4_000).toBeCloseTo(0.5, 1);
      expect(points.filter(({ y }) => sign * y > 0).length / 4_000).toBeCloseTo(0.5, 1);
    }
  });
});
