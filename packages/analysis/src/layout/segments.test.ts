import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineCrossings, lineMeetsBox, tieLine } from './segments.ts';

const point = fc.record({ x: fc.integer({ min: -50, max: 50 }), y: fc.integer({ min: -50, max: 50 }) });
const box = { left: -10, top: -5, width: 20, height: 10 };

describe('a line and a box', () => {
  it('meet where the line ends in the box, runs through it or touches a corner', () => {
    expect(
      lineMeetsBox(
        [
          { x: -40, y: 0 },
          { x: 0, y: 0 },
        ],
        box,
      ),
    ).toBe(true);
    expect(
      lineMeetsBox(
        [
          { x: -40, y: -40 },
          { x: 40, y: 40 },
        ],
        box,
      ),
    ).toBe(true);
    expect(
      lineMeetsBox(
        [
          { x: 5, y: 10 },
          { x: 15, y: 0 },
        ],
        box,
      ),
    ).toBe(true);
    expect(
      lineMeetsBox(
        [
          { x: 6, y: 10 },
          { x: 16, y: 0 },
        ],
        box,
      ),
    ).toBe(false);
    expect(
      lineMeetsBox(
        [
          { x: 30, y: 0 },
          { x: 40, y: 0 },
        ],
        box,
      ),
    ).toBe(false);
  });

  it('meet where one of a thousand points along the line is in the box', () => {
    fc.assert(
      fc.property(point, point, (a, b) => {
        const inside = Array.from({ length: 1001 }, (_, k) => k / 1000).some((t) => {
          const [x, y] = [a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)];
          return Math.abs(x) <= 10 && Math.abs(y) <= 5;
        });
        if (inside) expect(lineMeetsBox([a, b], box)).toBe(true);
        const near = Array.from({ length: 1001 }, (_, k) => k / 1000).some((t) => {
          const [x, y] = [a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)];
          return Math.abs(x) <= 10.2 && Math.abs(y) <= 5.2;
        });
        if (!near) expect(lineMeetsBox([a, b], box)).toBe(false);
      }),
      { seed: 1, numRuns: 300 },
    );
  });
});

describe('the crossings of two lines', () => {
  it('are counted once for each place, along a curve too', () => {
    const curve = tieLine({ x: -40, y: 10 }, { x: 40, y: 10 }, { x: 0, y: -70 });
    expect(
      lineCrossings(curve, [
        { x: -50, y: 0 },
        { x: 50, y: 0 },
      ]),
    ).toBe(2);
    expect(
      lineCrossings(curve, [
        { x: 3, y: -60 },
        { x: 3, y: 50 },
      ]),
    ).toBe(1);
    expect(
      lineCrossings(curve, [
        { x: -50, y: 20 },
        { x: 50, y: 20 },
      ]),
    ).toBe(0);
  });
});
