import { describe, expect, it } from 'vitest';
import { fitFrame } from './fit-frame.ts';
import { anchorsFrom, drawingSizes, workFor } from './layout-input.ts';
import type { MarkRoom } from './mark-room.ts';
import { markRoom } from './mark-room.ts';
import { separateMarks } from './separate.ts';
import { nearestFree, separateAround } from './separate-around.ts';
import { reachOf, targetIn, turnOf } from './target-slots.ts';

const places = (...points: readonly (readonly [number, number])[]) => ({
  xs: Float64Array.from(points, ([x]) => x),
  ys: Float64Array.from(points, ([, y]) => y),
});
const points = ({ xs, ys }: { xs: Float64Array; ys: Float64Array }) => [...xs].map((x, i) => [x, ys[i]]);

/** Marks 40 px wide, 10 px up and 20 px down, in a frame of 400 × 300. */
const roomFor = (n: number): MarkRoom => ({
  labels: Array.from({ length: n }, () => 'x'),
  half: new Float64Array(n).fill(20),
  up: 10,
  down: 20,
  width: 400,
  height: 300,
});
const grid = { columns: 4, cellWidth: 100, cellHeight: 100 };

describe('fitting a drawing in the frame', () => {
  const spreadOf = (values: Float64Array) => Math.max(...values) - Math.min(...values);

  it('fills it as far as the marks allow, in the middle, turned as gives most', () => {
    const tall = places([0, 0], [0, 8], [1, 4], [-1, 4]);
    const unit = fitFrame(tall, roomFor(4));
    expect(spreadOf(tall.xs)).toBeCloseTo(360, 0);
    expect(spreadOf(tall.ys)).toBeLessThanOrEqual(270);
    expect((Math.max(...tall.xs) + Math.min(...tall.xs)) / 2).toBeCloseTo(200, 9);
    // What a mark needs above and below its centre is not the same.
    expect((Math.max(...tall.ys) + Math.min(...tall.ys)) / 2).toBeCloseTo(145, 9);
    // Upright it would have no more than 270 / 8 px a unit.
    expect(unit).toBeGreaterThan(1.3 * (270 / 8));
  });

  it('spreads a pair no more than 190 px, though there is room, and stretches no way more than 1.12 times the other', () => {
    const pair = places([0, 0], [1, 0]);
    const wide = { ...roomFor(2), width: 2000, height: 1500 };
    expect(fitFrame(pair, wide)).toBeCloseTo(190, 9);
    expect(
      Math.hypot((pair.xs[0] ?? 0) - (pair.xs[1] ?? 0), (pair.ys[0] ?? 0) - (pair.ys[1] ?? 0)),
    ).toBeCloseTo(190, 9);
    const square = places([0, 0], [1, 0], [0, 1], [1, 1]);
    fitFrame(square, { ...roomFor(4), width: 1000, height: 130 });
    expect(spreadOf(square.xs) / spreadOf(square.ys)).toBeLessThan(1.12 + 1e-9);
  });

  it('puts one pupil in the middle, and has nothing to place in an empty class', () => {
    const alone = places([5, 6]);
    fitFrame(alone, roomFor(1));
    expect(points(alone)).toEqual([[200, 145]]);
    expect(() => fitFrame(places(), roomFor(0))).not.toThrow();
  });
});

describe('the room of a mark', () => {
  const sizes = drawingSizes({ width: 400, height: 300, pupils: [1] }, {});

  it('is the wider of circle and name, half a gap round it, in cells that hold the class', () => {
    const { room, grid: cells } = markRoom(['A', 'Abdirahman'], sizes);
    expect(room.up).toBe(16);
    expect(room.down).toBe(32);
    expect([...room.half]).toEqual([16, 10 * 3.5 + 2]);
    expect(room.labels).toEqual(['A', 'Abdirahman']);
    expect(cells).toEqual({ columns: 1, cellWidth: 396, cellHeight: 148 });
    expect(markRoom([], sizes).grid).toEqual({ columns: 1, cellWidth: 396, cellHeight: 296 });
  });

  it('does not exist for more pupils than the frame can hold', () => {
    // Six rows of 48 px, and in each as many as 32 px go into 396: twelve.
    const many = (n: number) =>
      markRoom(
        Array.from({ length: n }, () => 'x'),
        sizes,
      );
    expect(() => many(72)).not.toThrow();
    expect(() => many(73)).toThrow(/400 × 300 px cannot hold 73 pupils/);
    expect(() => markRoom(['x'], { ...sizes, height: 51 })).toThrow(RangeError);
    expect(() => markRoom(['x'], { ...sizes, height: 52 })).not.toThrow();
  });
});

describe('the sizes of a drawing', () => {
  const sizesOf = (n: number, options = {}) =>
    drawingSizes({ width: 1, height: 1, pupils: Array.from({ length: n }) }, options);

  it('have small circles above sixty pupils, unless asked otherwise', () => {
    expect([60, 61].map((n) => sizesOf(n).nodeRadius)).toEqual([14, 8]);
    expect(sizesOf(61, { nodeRadius: 12, characterWidth: 5, labelHeight: 9 })).toMatchObject({
      nodeRadius: 12,
      characterWidth: 5,
      labelHeight: 9,
    });
    expect(sizesOf(1)).toMatchObject({ characterWidth: 7, labelHeight: 14, labelGap: 2, gap: 4 });
  });

  it('have more work spent on classes above fifty', () => {
    expect([10, 50, 100].map((n) => workFor(n, {}))).toEqual([8e6, 8e6, 16e6]);
    expect(workFor(100, { work: 5 })).toBe(5);
  });
});

describe('earlier places', () => {
  const ids = ['a', 'b', 'c'];
  const earlier = (...known: string[]) => new Map(known.map((id) => [id, { x: -50, y: 900 }]));

  it('are kept from two pupils up, brought into the frame, with the pull asked for or 1', () => {
    expect(anchorsFrom(undefined, ids, roomFor(3))).toBeUndefined();
    expect(anchorsFrom(earlier('a', 'x'), ids, roomFor(3))).toBeUndefined();
    const anchors = anchorsFrom(earlier('a', 'c'), ids, roomFor(3));
    expect(anchors).toEqual({
      xs: Float64Array.of(20, NaN, 20),
      ys: Float64Array.of(280, NaN, 280),
      pull: 1,
    });
    expect(anchorsFrom(earlier('a', 'c'), ids, roomFor(3), 0.5)?.pull).toBe(0.5);
  });
});

describe('moving marks apart', () => {
  it('pushes two that overlap from each other, alike, the shorter way', () => {
    const beside = places([200, 100], [230, 102]);
    separateMarks(beside, roomFor(2), grid);
    // They overlap by 10 px across and 28 px down.
    expect(points(beside)).toEqual([
      [expect.closeTo(195, 0), 100],
      [expect.closeTo(235, 0), 102],
    ]);
    const above = places([200, 100], [202, 120]);
    separateMarks(above, roomFor(2), grid);
    expect(points(above)).toEqual([
      [200, expect.closeTo(95, 0)],
      [202, expect.closeTo(125, 0)],
    ]);
  });

  it('leaves those that do not, and brings into the frame those outside', () => {
    const drawing = places([200, 100], [240, 100], [-30, 500]);
    separateMarks(drawing, roomFor(3), grid);
    expect(points(drawing)).toEqual([
      [200, 100],
      [240, 100],
      [20, 280],
    ]);
  });

  it('lets one that is held stay, and pushes the other all the way, in either order', () => {
    for (const held of [
      [true, false],
      [false, true],
    ]) {
      const drawing = places([200, 100], [230, 102]);
      separateAround(drawing, held, roomFor(2), grid);
      const at = held[0] === true ? 0 : 1;
      expect(points(drawing)[at]).toEqual(
        [
          [200, 100],
          [230, 102],
        ][at],
      );
      expect((drawing.xs[1] ?? 0) - (drawing.xs[0] ?? 0)).toBeCloseTo(40, 0);
      expect((drawing.xs[1] ?? 0) - (drawing.xs[0] ?? 0)).toBeGreaterThanOrEqual(40);
    }
    const neither = places([200, 100], [230, 102]);
    separateAround(neither, [false, false], roomFor(2), grid);
    expect(points(neither)).toEqual([
      [expect.closeTo(195, 0), 100],
      [expect.closeTo(235, 0), 102],
    ]);
  });

  it('takes the nearest free place for one that two held ones shut in', () => {
    const drawing = places([200, 100], [220, 100], [250, 100]);
    separateAround(drawing, [true, false, true], roomFor(3), grid);
    expect(points(drawing)[0]).toEqual([200, 100]);
    expect(points(drawing)[2]).toEqual([250, 100]);
    const [x = NaN, y = NaN] = points(drawing)[1] ?? [];
    expect(Math.abs(y - 100)).toBeGreaterThanOrEqual(30);
    expect(Math.hypot(x - 220, y - 100)).toBeLessThan(45);
  });

  it('knows the nearest of places that are free, and when there is none', () => {
    const drawing = places([200, 100], [0, 0]);
    const found = nearestFree({ x: 200, y: 100 }, 1, drawing, roomFor(2));
    expect(found).toEqual({ x: 196, y: 130 });
    const narrow = { ...roomFor(2), width: 60, height: 50 };
    expect(nearestFree({ x: 30, y: 20 }, 1, places([30, 20], [0, 0]), narrow)).toBeUndefined();
  });
});

describe('a target', () => {
  const target = targetIn(roomFor(1));
  const { centre, radiusX, radiusY } = target;

  it('reaches close to the frame, a little off its middle, and not outside it', () => {
    expect(centre).toEqual({ x: 201.37, y: 145.91 });
    expect([centre.x + radiusX, centre.y - radiusY]).toEqual([expect.closeTo(398, 9), expect.closeTo(2, 9)]);
    expect(centre.x - radiusX).toBeGreaterThan(2);
    expect(reachOf(centre, target)).toBe(0);
    expect(reachOf({ x: centre.x - radiusX, y: centre.y }, target)).toBeCloseTo(1, 12);
  });

  it('counts directions from 0 to 4, a quarter a whole number, clockwise as drawn', () => {
    const towards = (x: number, y: number) =>
      turnOf({ x: centre.x + radiusX * x, y: centre.y + radiusY * y }, target);
    const turns = [
      towards(1, 0),
      towards(1, 1),
      towards(0, 1),
      towards(-1, 1),
      towards(-1, 0),
      towards(-1, -1),
    ];
    expect(turns).toEqual([0, 0.5, 1, 1.5, 2, 2.5].map((turn) => expect.closeTo(turn, 9)));
    expect([towards(0, -1), towards(1, -1)]).toEqual([3, 3.5].map((turn) => expect.closeTo(turn, 9)));
  });
});
