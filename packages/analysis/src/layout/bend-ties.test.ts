import { describe, expect, it } from 'vitest';
import { bendTies } from './bend-ties.ts';
import { distanceToLine, tieLine } from './segments.ts';
import type { Point } from './sociogram.ts';

const frame = { width: 1000, height: 750 };
const across = [{ from: 0, to: 2, mutual: false }];
const row = (y: number): Point[] => [100, 300, 500].map((x) => ({ x, y }));

describe('bending ties', () => {
  it('leaves a line straight that meets no circle', () => {
    expect(
      bendTies([...row(100).slice(0, 1), { x: 300, y: 300 }, { x: 500, y: 100 }], across, 14, frame),
    ).toEqual([null]);
  });

  it('bows round a pupil who stands on the line, clear of the circle', () => {
    const [start, between, end] = row(300) as [Point, Point, Point]; // row gives three
    const [control] = bendTies([start, between, end], across, 14, frame);
    expect(control).not.toBeNull();
    expect(distanceToLine(between, tieLine(start, end, control ?? null))).toBeGreaterThanOrEqual(14);
  });

  it('bows to the side where it does not meet again a line to the same pupil', () => {
    const [control] = bendTies(
      [...row(300), { x: 600, y: 330 }],
      [...across, { from: 0, to: 3, mutual: false }],
      14,
      frame,
    );
    expect(control?.y).toBeLessThan(300);
  });

  it('bows as little as clears the circle, first to the one side, with a control point in hundredths of a px', () => {
    // Half of 2.6 radii is 18.2 px; towards higher y on a line to the right, 3–4–5 on a slope.
    expect(bendTies(row(300), across, 14, frame)).toEqual([{ x: 300, y: 336.4 }]);
    const slope = [0, 1, 2].map((k) => ({ x: 200 + 120 * k, y: 200 + 160 * k }));
    expect(bendTies(slope, across, 10, frame)).toEqual([{ x: 320 - 20.8, y: 360 + 15.6 }]);
    // A circle beside the middle of the bow: the other side; one on either side: further out.
    const beside = (...ys: readonly number[]) => [...row(300), ...ys.map((y) => ({ x: 300, y }))];
    expect(bendTies(beside(318), across, 14, frame)[0]?.y).toBeCloseTo(300 - 36.4, 9);
    expect(bendTies(beside(318, 282), across, 14, frame)[0]?.y).toBeCloseTo(300 + 6 * 14, 9);
    // Just out of the frame on the one side, and on its very edge.
    expect(bendTies(row(36.4), across, 14, { width: 1000, height: 72 })[0]?.y).toBe(0);
    expect(bendTies(row(100), across, 14, { width: 1000, height: 136.4 })[0]?.y).toBeCloseTo(136.4, 9);
  });

  it('bows into the frame, along whichever edge the pupils stand', () => {
    for (const y of [15, 735]) {
      const [control] = bendTies(row(y), across, 14, frame);
      expect(control?.y).toSatisfy((at: number) => at >= 0 && at <= 750);
    }
  });

  it('stays straight where every curve would cross more than it spares', () => {
    const fence = Array.from({ length: 12 }, (_, k) => [
      { x: 180 + 20 * k, y: 20 },
      { x: 180 + 20 * k, y: 290 },
      { x: 180 + 20 * k, y: 310 },
      { x: 180 + 20 * k, y: 700 },
    ]).flat();
    const posts = Array.from({ length: 12 }, (_, k) => [
      { from: 3 + 4 * k, to: 4 + 4 * k, mutual: true },
      { from: 5 + 4 * k, to: 6 + 4 * k, mutual: true },
    ]).flat();
    expect(bendTies([...row(300), ...fence], [...across, ...posts], 4, frame)[0]).toBeNull();
  });
});
