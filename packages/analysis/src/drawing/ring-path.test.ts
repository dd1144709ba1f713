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
