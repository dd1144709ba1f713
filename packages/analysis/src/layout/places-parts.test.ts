import { describe, expect, it } from 'vitest';
import { wantedDirections } from './directions.ts';
import { freshPlaces, placesFromEarlier } from './first-places.ts';
import { graphDistances } from './graph-distance.ts';
import type { MarkRoom } from './mark-room.ts';
import { seatInRings } from './seat-in-rings.ts';
import { seededRandom } from './seeded-random.ts';
import { overlapsAny } from './separate.ts';
import { normalisedStress } from './stress.ts';
import { reachOf, targetIn, turnOf } from './target-slots.ts';
import { countTangle } from './count-tangle.ts';

const places = (...points: readonly (readonly [number, number])[]) => ({
  xs: Float64Array.from(points, ([x]) => x),
  ys: Float64Array.from(points, ([, y]) => y),
});
const both = (from: number, to: number) => ({ from, to, mutual: true });
/** Marks 40 px wide, 10 px up and 20 px down. */
const roomFor = (n: number, width = 1000, height = 750): MarkRoom => ({
  labels: Array.from({ length: n }, () => 'x'),
  half: new Float64Array(n).fill(20),
  up: 10,
  down: 20,
  width,
  height,
});

describe('the direction wanted for each pupil in a target', () => {
  const target = { centre: { x: 100, y: 100 }, radiusX: 100, radiusY: 50, corner: 1.5 };
  /** To the right, below, to the left and above, as turns go. */
  const around = places([200, 100], [100, 150], [0, 100], [100, 50]);

  it('is even round the circle, subgroups by their middles and pupils by their own', () => {
    expect([
      ...wantedDirections(
        [
          [3, 0],
          [2, 1],
        ],
        around,
        target,
      ),
    ]).toEqual([3.5, 0.5, 1.5, 2.5]);
  });

  it('does not cut a subgroup where turns begin anew', () => {
    // Its middle is to the right; one pupil is just above, one just below.
    const near = places([190, 95], [190, 105], [0, 100]);
    expect([...wantedDirections([[2], [1, 0]], near, target)]).toEqual(
      // The middle of the subgroup has turn 0, so it comes first: the one above, the one below, then the one to the left.
      [2 / 3, 2, 10 / 3],
    );
  });

  it('is in order of number for two who stand in one place', () => {
    expect([...wantedDirections([[1, 0]], places([150, 120], [150, 120]), target)]).toEqual([1, 3]);
  });
});

describe('seats in rings that hold the whole circle', () => {
  const room = roomFor(12);
  const target = targetIn(room);
  const margin = 0.05;
  const seat = (
    ringNumber: readonly number[],
    wanted: readonly number[],
    inRoom = roomFor(ringNumber.length),
  ) => seatInRings(ringNumber, Float64Array.from(wanted), target, inRoom, margin);

  it('give each ring an area by its pupils and one more, and no ring less than its marks need', () => {
    const { limits = [], margins } = seat([0, 1, 1, 1, 3], [0, 1, 2, 3, 0.5]) ?? {};
    expect(limits).toEqual([expect.closeTo(Math.sqrt(2 / 9), 12), 0.76, 0.88, 1]);
    expect(margins).toEqual([margin, margin, margin, margin]);
  });

  it('are in the middle of the ring in the direction wanted, where that is free', () => {
    const seats = seat([0, 1, 3], [0, 1, 2.5]);
    const at = (i: number) => ({ x: seats?.coordinates.xs[i] ?? NaN, y: seats?.coordinates.ys[i] ?? NaN });
    const limits = seats?.limits ?? [];
    expect(turnOf(at(0), target)).toBeCloseTo(0, 9);
    expect(reachOf(at(0), target)).toBeCloseTo(((limits[0] ?? 0) - margin) / 2, 9);
    for (const [i, ring, turn] of [
      [1, 1, 1],
      [2, 3, 2.5],
    ] as const) {
      expect(turnOf(at(i), target)).toBeCloseTo(turn, 9);
      expect(reachOf(at(i), target)).toBeCloseTo(((limits[ring - 1] ?? 0) + (limits[ring] ?? 0)) / 2, 9);
    }
  });

  it('are in every direction, the next on the near side of it', () => {
    for (const turn of [0.5, 1.5, 2.5, 3.5]) {
      const { xs, ys } = seat([3, 3], [turn, turn])?.coordinates ?? places();
      const [first, next] = [...xs].map((x, i) => turnOf({ x, y: ys[i] ?? NaN }, target));
      expect(first).toBeCloseTo(turn, 9);
      expect(next).toBeLessThan(turn);
    }
  });

  it('are as near the direction wanted as is free, first come by direction, and never on each other', () => {
    const ringNumber = [2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2];
    const wanted = ringNumber.map(() => 1.5);
    const seats = seat(ringNumber, wanted);
    if (seats === null) throw new Error('There is room.');
    const { coordinates, limits } = seats;
    const asides = ringNumber.map((_, i) => {
      const point = { x: coordinates.xs[i] ?? NaN, y: coordinates.ys[i] ?? NaN };
      expect(overlapsAny(point.x, point.y, i, coordinates, room)).toBe(false);
      expect(reachOf(point, target)).toBeGreaterThan((limits[1] ?? 0) + margin - 1e-9);
      expect(reachOf(point, target)).toBeLessThan((limits[2] ?? 0) - margin + 1e-9);
      return Math.round(1e9 * Math.abs(turnOf(point, target) - 1.5)) / 1e9;
    });
    // Those of higher number come later, and stand no nearer than those before.
    expect(asides).toEqual(asides.toSorted((a, b) => a - b));
    expect(asides[0]).toBeCloseTo(0, 9);
    // To both sides by turns: as many on one as on the other, but one.
    const left = ringNumber.filter((_, i) => (coordinates.xs[i] ?? 0) < (coordinates.xs[0] ?? 0)).length;
    expect(Math.abs(left - (ringNumber.length - 1 - left))).toBeLessThanOrEqual(2);
  });

  it('are not found in a crowd, or in a ring too small for its pupils', () => {
    const many = Array.from({ length: 200 }, (_, i) => i);
    expect(
      seat(
        many.map(() => 3),
        many.map((i) => i / 50),
        roomFor(200, 900, 500),
      ),
    ).toBeNull();
    // As broad as the frame, those of the narrow outer ring can stand over and under the middle alone.
    const outer = (n: number) => {
      const ringNumber = [...Array<number>(n).fill(3), ...Array<number>(20).fill(0)];
      const half = Float64Array.from(ringNumber, (ring) => (ring === 3 ? 495 : 20));
      const wanted = ringNumber.map((_, i) => (4 * i) / ringNumber.length);
      return seat(ringNumber, wanted, { ...roomFor(ringNumber.length), half });
    };
    expect(outer(2)).not.toBeNull();
    expect(outer(3)).toBeNull();
  });
});

describe('the first places of a class', () => {
  it('of a ring of eight lie without crossings, with little stress, in the frame', () => {
    const ties = Array.from({ length: 8 }, (_, i) => both(i, (i + 1) % 8));
    const distances = graphDistances(8, ties);
    const found = freshPlaces(distances, ties, roomFor(8), seededRandom(3));
    expect(countTangle(found, ties, 0).crossings).toBe(0);
    expect(normalisedStress(found, distances)).toBeLessThan(0.04);
    for (const x of found.xs) expect(x > 0 && x < 1000).toBe(true);
    for (const y of found.ys) expect(y > 0 && y < 750).toBe(true);
  });

  it('are the best of several starts: better than the median of single ones', () => {
    const ties = Array.from({ length: 14 }, (_, i) => both(i, (5 * i + 3) % 14)).filter(
      ({ from, to }) => from < to,
    );
    const all = [...ties, ...Array.from({ length: 14 }, (_, i) => both(i, (i + 1) % 14))];
    const distances = graphDistances(14, all);
    const crossings = (seed: number) =>
      countTangle(freshPlaces(distances, all, roomFor(14), seededRandom(seed)), all, 0).crossings;
    const kept = Array.from({ length: 8 }, (_, seed) => crossings(seed));
    expect(Math.max(...kept) - Math.min(...kept)).toBeLessThanOrEqual(6);
  });

  it('of one pupil and of two need one start alone', () => {
    for (const n of [1, 2]) {
      let drawn = 0;
      const random = seededRandom(1);
      freshPlaces(new Float64Array(n * n).fill(1), [], roomFor(n), () => {
        drawn += 1;
        return random();
      });
      expect(drawn).toBeLessThan(20);
    }
  });
});

describe('places from an earlier round', () => {
  const earlier = (pull: number, ...points: readonly (readonly [number, number])[]) => ({
    ...places(...points),
    pull,
  });

  it('keep each pupil where it was when the pull is strong', () => {
    const anchors = earlier(1e6, [100, 100], [300, 120], [200, 400]);
    const distances = graphDistances(3, [both(0, 1)]);
    const { xs, ys } = placesFromEarlier(distances, [both(0, 1)], roomFor(3), anchors, seededRandom(1));
    for (let i = 0; i < 3; i += 1) {
      expect(xs[i]).toBeCloseTo(anchors.xs[i] ?? NaN, 2);
      expect(ys[i]).toBeCloseTo(anchors.ys[i] ?? NaN, 2);
    }
    // The earlier places themselves are left alone.
    expect([...anchors.xs]).toEqual([100, 300, 200]);
  });

  it('put a newcomer among those the newcomer is tied to, at the distance of the earlier drawing', () => {
    // 0 and 1 are tied, 2 and 3 are tied, and there are 2.5 units between the two pairs.
    const ties = [both(0, 1), both(2, 3), both(3, 4)];
    const fromThird = [100, 50].map((unit) => {
      const anchors = earlier(
        1e6,
        [unit, 100],
        [2 * unit, 100],
        [4.5 * unit, 100],
        [5.5 * unit, 100],
        [NaN, NaN],
      );
      const { xs, ys } = placesFromEarlier(
        graphDistances(5, ties),
        ties,
        roomFor(5),
        anchors,
        seededRandom(2),
      );
      const from = (i: number) => Math.hypot((xs[4] ?? 0) - (xs[i] ?? 0), (ys[4] ?? 0) - (ys[i] ?? 0)) / unit;
      expect(Math.min(...[0, 1, 2, 3].map(from))).toBe(from(3));
      return from(3);
    });
    for (const units of fromThird) {
      expect(units).toBeGreaterThan(0.8);
      expect(units).toBeLessThan(1.7);
    }
  });

  it('part two who were given the same place, and place somebody tied to nobody', () => {
    const anchors = earlier(0.5, [300, 300], [300, 300], [NaN, NaN]);
    const { xs, ys } = placesFromEarlier(graphDistances(3, []), [], roomFor(3), anchors, seededRandom(5));
    expect(Math.hypot((xs[0] ?? 0) - (xs[1] ?? 0), (ys[0] ?? 0) - (ys[1] ?? 0))).toBeGreaterThan(50);
    for (const value of [...xs, ...ys]) expect(Number.isFinite(value)).toBe(true);
  });

  it('take a third of half the frame as a unit where the earlier drawing was too small or too large for it', () => {
    const ties = [both(0, 1)];
    for (const apart of [5, 900]) {
      const anchors = earlier(0, [500, 300], [500 + apart, 300]);
      const { xs, ys } = placesFromEarlier(
        graphDistances(2, ties),
        ties,
        roomFor(2),
        anchors,
        seededRandom(1),
      );
      expect(Math.hypot((xs[0] ?? 0) - (xs[1] ?? 0), (ys[0] ?? 0) - (ys[1] ?? 0))).toBeCloseTo(
        750 / 2 / 3,
        0,
      );
    }
  });
});
