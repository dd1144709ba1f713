import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countTangle } from './count-tangle.ts';
import { tangleCounter } from './tangle.ts';

const clearance = 16;
const place = fc.tuple(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 0, max: 750 }));

/** A drawing of 4 to 12 pupils in different places, with up to 70 ties: more than two words of bits. */
const drawing = fc
  .tuple(
    fc.uniqueArray(place, { minLength: 4, maxLength: 12, selector: String }),
    fc.array(fc.tuple(fc.nat(11), fc.nat(11)), { maxLength: 200 }),
  )
  .map(([places, ends]) => {
    const inside = ends.filter(([a, b]) => a < b && b < places.length);
    const pairs = new Map(inside.map(([from, to]) => [`${from} ${to}`, { from, to, mutual: true }]));
    return {
      ties: [...pairs.values()],
      coordinates: {
        xs: Float64Array.from(places, ([x]) => x),
        ys: Float64Array.from(places, ([, y]) => y),
      },
    };
  });

describe('the count of what one pupil takes part in', () => {
  it('counts each crossing from its four ends, and each line over a pupil from its ends and the pupil', () => {
    fc.assert(
      fc.property(drawing, ({ ties, coordinates }) => {
        const counter = tangleCounter(coordinates, ties, clearance);
        const { xs, ys } = coordinates;
        const shares = [...xs.keys()].map((v) => counter.around(v, xs[v] ?? 0, ys[v] ?? 0));
        const { crossings, over } = countTangle(coordinates, ties, clearance);
        expect(shares.reduce((sum, share) => sum + share.crossings, 0)).toBe(4 * crossings);
        expect(shares.reduce((sum, share) => sum + share.over, 0)).toBe(3 * over);
      }),
    );
  });

  it('changes by as much as the whole drawing when the pupil moves, move after move', () => {
    fc.assert(
      fc.property(drawing, fc.array(fc.tuple(fc.nat(11), place), { maxLength: 6 }), (drawn, moves) => {
        const { ties, coordinates } = drawn;
        const { xs, ys } = coordinates;
        const counter = tangleCounter(coordinates, ties, clearance);
        for (const [k, [x, y]] of moves) {
          const v = k % xs.length;
          const before = countTangle(coordinates, ties, clearance);
          const here = counter.around(v, xs[v] ?? 0, ys[v] ?? 0);
          const there = counter.around(v, x, y);
          xs[v] = x;
          ys[v] = y;
          counter.moved(v);
          // Three on a line, or two in one place, are beside the point: there a crossing is a matter of taste.
          if (degenerate(coordinates)) return;
          const after = countTangle(coordinates, ties, clearance);
          expect(there.crossings - here.crossings).toBe(after.crossings - before.crossings);
          expect(there.over - here.over).toBe(after.over - before.over);
        }
      }),
    );
  });
});

function degenerate({ xs, ys }: { xs: Float64Array; ys: Float64Array }): boolean {
  const n = xs.length;
  for (let i = 0; i < n; i += 1) {
    for (let j = 0; j < i; j += 1) {
      for (let k = 0; k < j; k += 1) {
        const [ax, ay, bx, by] = [xs[i] ?? 0, ys[i] ?? 0, xs[j] ?? 0, ys[j] ?? 0];
        if ((bx - ax) * ((ys[k] ?? 0) - ay) === (by - ay) * ((xs[k] ?? 0) - ax)) return true;
      }
    }
  }
  return false;
}
