import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ringPath } from './ring-path.ts';

const frame = { width: 1000, height: 750 };
const centre = { x: 501.37, y: 365 };

type Numbers = readonly number[];

/** Points along a path of lines and of arcs of one ellipse around the centre. */
const pointsOf = (path: string): { readonly x: number; readonly y: number }[] => {
  const steps = [...path.matchAll(/([MLA])([^MLAZ]*)/g)].map(
    ([, letter = '', numbers = '']) => [letter, numbers.split(' ').map(Number)] as const,
  );
  const endOf = (numbers: Numbers) => ({ x: numbers.at(-2) ?? NaN, y: numbers.at(-1) ?? NaN });
  return steps.flatMap(([letter, numbers], k) => {
    const from = endOf(steps[k - 1]?.[1] ?? numbers);
    const to = endOf(numbers);
    const shares = Array.from({ length: 33 }, (_, share) => share / 32);
    if (letter !== 'A')
      return shares.map((t) => ({ x: from.x + t * (to.x - from.x), y: from.y + t * (to.y - from.y) }));
    const [rx = NaN, ry = NaN] = numbers;
    const angle = (p: { x: number; y: number }) => Math.atan2((p.y - centre.y) / ry, (p.x - centre.x) / rx);
    const turn = (angle(to) - angle(from) + 2 * Math.PI) % (2 * Math.PI);
    return shares.map((t) => ({
      x: centre.x + rx * Math.cos(angle(from) + t * turn),
      y: centre.y + ry * Math.sin(angle(from) + t * turn),
    }));
  });
};

const outline = fc.record({
  radiusX: fc.integer({ min: 20, max: 800 }),
  radiusY: fc.integer({ min: 20, max: 600 }),
});

it('goes all round the middle, in the frame and never outside the ring', () => {
  fc.assert(
    fc.property(outline, (ring) => {
      const points = pointsOf(ringPath(ring, centre, frame));
      const near = 0.1;
      for (const { x, y } of points) {
        expect(x > 2 - near && x < 998 + near && y > 2 - near && y < 748 + near).toBe(true);
        const reach = Math.hypot((x - centre.x) / ring.radiusX, (y - centre.y) / ring.radiusY);
        expect(reach).toBeLessThan(1.01);
        // On the ellipse, or on the frame's edge.
        const onEdge = Math.min(x - 2, 998 - x, y - 2, 748 - y) < near;
        expect(onEdge || reach > 0.99).toBe(true);
      }
      const angles = points
        .map(({ x, y }) => Math.atan2((y - centre.y) / ring.radiusY, (x - centre.x) / ring.radiusX))
        .sort((a, b) => a - b);
      const gaps = angles.map((angle, k) => (angles[k + 1] ?? (angles[0] ?? 0) + 2 * Math.PI) - angle);
      expect(Math.max(...gaps)).toBeLessThan(0.8);
    }),
  );
});

it('is the frame where the ring holds all of it', () => {
  expect(ringPath({ radiusX: 2000, radiusY: 2000 }, centre, frame).match(/[LA]/g)).toEqual([
    'L',
    'L',
    'L',
    'L',
  ]);
});

it('is an ellipse of two halves where the frame has room for it', () => {
  expect(ringPath({ radiusX: 100, radiusY: 50 }, { x: 500, y: 300 }, frame)).toBe(
    'M600 300A100 50 0 0 1 400 300A100 50 0 0 1 600 300Z',
  );
  expect(ringPath({ radiusX: 498, radiusY: 373 }, { x: 500, y: 375 }, frame)).toBe(
    'M998 375A498 373 0 0 1 2 375A498 373 0 0 1 998 375Z',
  );
});

it('follows the edge where it reaches over and under the frame, and its own curve between', () => {
  // 300 to each side and 500 up and down, where 300 is room: 0.8 of the way out there.
  const path = ringPath({ radiusX: 300, radiusY: 500 }, { x: 500, y: 300 }, { width: 1000, height: 600 }, 0);
  expect(path).toBe('M260 0L740 0A300 500 0 0 1 740 600L260 600A300 500 0 0 1 260 0Z');
});

it('follows the edges at the sides, and one corner of the frame where that is in the ring', () => {
  const sides = ringPath({ radiusX: 500, radiusY: 300 }, { x: 300, y: 500 }, { width: 600, height: 1000 }, 0);
  expect(sides).toBe('M0 260A500 300 0 0 1 600 260L600 740A500 300 0 0 1 0 740L0 260Z');
  const corner = ringPath(
    { radiusX: 500, radiusY: 500 },
    { x: 300, y: 300 },
    { width: 2000, height: 2000 },
    0,
  );
  expect(corner).toBe('M0 0L700 0A500 500 0 0 1 0 700L0 0Z');
});

it('goes the long way round where one edge alone cuts it', () => {
  const path = ringPath({ radiusX: 500, radiusY: 500 }, { x: 300, y: 600 }, { width: 2000, height: 2000 }, 0);
  expect(path).toBe('M0 200A500 500 0 1 1 0 1000L0 200Z');
});
