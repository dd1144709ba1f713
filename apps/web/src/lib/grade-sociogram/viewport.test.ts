import fc from 'fast-check';
import { expect, test } from 'vitest';
import { broughtForth, fitted, panned, pointAt, zoomed, type Viewport } from './viewport.ts';

const size = fc.record({
  width: fc.integer({ min: 200, max: 3000 }),
  height: fc.integer({ min: 200, max: 3000 }),
});
const spot = fc.record({ x: fc.integer({ min: 0, max: 1000 }), y: fc.integer({ min: 0, max: 1000 }) });
const frame = { width: 1000, height: 700 };

test('the whole picture is in the frame, in its middle and no larger than it is drawn', () => {
  fc.assert(
    fc.property(size, (picture) => {
      const { scale, x, y } = fitted(picture, frame);
      expect(scale).toBeLessThanOrEqual(1);
      expect(x).toBeGreaterThanOrEqual(-1e-9);
      expect(y).toBeGreaterThanOrEqual(-1e-9);
      expect(x + picture.width * scale).toBeCloseTo(frame.width - x);
      expect(y + picture.height * scale).toBeCloseTo(frame.height - y);
    }),
  );
});

test('what lies under the pointer stays there while the picture grows', () => {
  const picture = { width: 1500, height: 1200 };
  const before = fitted(picture, frame);
  const at = { x: 480, y: 300 };
  const after = zoomed(before, 2, at, picture, frame);
  expect(after.scale).toBeCloseTo(2 * before.scale);
  expect(pointAt(after, at).x).toBeCloseTo(pointAt(before, at).x);
  expect(pointAt(after, at).y).toBeCloseTo(pointAt(before, at).y);
});

test('however it is moved, the middle of the frame lies on the picture, between whole and four times as large', () => {
  const move = fc.oneof(
    fc.record({ by: spot.map(({ x, y }) => ({ x: x - 500, y: y - 500 })) }),
    fc.record({ factor: fc.double({ min: 0.2, max: 5, noNaN: true }), at: spot }),
  );
  fc.assert(
    fc.property(size, fc.array(move, { maxLength: 12 }), (picture, moves) => {
      let now: Viewport = fitted(picture, frame);
      for (const one of moves)
        now =
          'by' in one ? panned(now, one.by, picture, frame) : zoomed(now, one.factor, one.at, picture, frame);
      const middle = pointAt(now, { x: frame.width / 2, y: frame.height / 2 });
      expect(middle.x).toBeGreaterThanOrEqual(-1e-6);
      expect(middle.x).toBeLessThanOrEqual(picture.width + 1e-6);
      expect(middle.y).toBeGreaterThanOrEqual(-1e-6);
      expect(middle.y).toBeLessThanOrEqual(picture.height + 1e-6);
      expect(now.scale).toBeGreaterThanOrEqual(fitted(picture, frame).scale - 1e-9);
      expect(now.scale).toBeLessThanOrEqual(4);
    }),
  );
});

test('a pupil who is brought forth stands in the middle, as large as it was or as it is drawn', () => {
  const small = { scale: 0.4, x: 3, y: 9 };
  const point = { x: 700, y: 150 };
  for (const [before, scale] of [
    [small, 1],
    [{ ...small, scale: 2.5 }, 2.5],
  ] as const) {
    const after = broughtForth(before, point, frame);
    expect(after.scale).toBe(scale);
    expect(pointAt(after, { x: 500, y: 350 })).toEqual(point);
  }
});
