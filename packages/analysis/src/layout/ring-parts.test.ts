import { describe, expect, it } from 'vitest';
import { layoutTarget } from './layout-target.ts';
import { shareSlots } from './share-slots.ts';
import { ringsByChance, targetRings } from './target-rings.ts';
import { reachOf, targetIn, targetSlots, turnOf } from './target-slots.ts';

const target = { centre: { x: 0, y: 0 }, radiusX: 100, radiusY: 100, corner: 1.5 };
/** Slots to the right, below, to the left and above at each reach, from the middle outwards. */
const slots = [0.2, 0.4, 0.6, 0.8].flatMap((reach) =>
  [
    [1, 0],
    [0, 1],
    [-1, 0],
    [0, -1],
  ].map(([x = 0, y = 0]) => ({ x: 100 * reach * x, y: 100 * reach * y })),
);
const share = (ringNumber: readonly number[], wanted: readonly number[], margin = 0) =>
  shareSlots(slots, ringNumber, Float64Array.from(wanted), target, margin);

describe('slots shared between rings', () => {
  it('are as many for each ring as it has pupils, and a share of those to spare', () => {
    // 16 slots for 4 pupils leave 12 / 8 = 1.5 to spare for each pupil and each ring: 4 slots for each ring.
    const { coordinates, limits, margins } = share([0, 1, 2, 3], [1, 2, 3, 0]);
    const reaches = [...coordinates.xs].map((x, i) => reachOf({ x, y: coordinates.ys[i] ?? NaN }, target));
    expect(reaches).toEqual([0.2, 0.4, 0.6, 0.8].map((reach) => expect.closeTo(reach, 12)));
    expect(limits).toEqual([0.3, 0.5, 0.7, 1.5].map((limit) => expect.closeTo(limit, 12)));
    expect(margins).toEqual([0, 0, 0, 0]);
    const turns = [...coordinates.xs].map((x, i) => turnOf({ x, y: coordinates.ys[i] ?? NaN }, target));
    expect(turns).toEqual([1, 2, 3, 0]);
  });

  it('go to the pupil who wants the direction, the shorter way round, each slot once', () => {
    const { coordinates } = share([0, 0, 0, 0], [3.8, 3.7, 1.2, 2.2]);
    const turns = [...coordinates.xs].map((x, i) => turnOf({ x, y: coordinates.ys[i] ?? NaN }, target));
    // 3.7 comes before 3.8 and takes what is above; 3.8 then goes on to the right, 0.2 away round the start.
    expect(turns.slice(2)).toEqual([1, 2]);
    expect(new Set([...coordinates.xs].map((x, i) => `${String(x)} ${String(coordinates.ys[i])}`)).size).toBe(
      4,
    );
    expect([0, 3]).toContain(turns[0]);
    expect([0, 3]).toContain(turns[1]);
  });

  it('go first to the one who wants the lowest direction, whatever the numbers of the pupils', () => {
    // Both want what is below most; the one who wants it at 0.9 takes it, the one at 1.1 goes on to the left.
    const { coordinates } = share([3, 3, 0, 1], [1.1, 0.9, 0, 0]);
    const [first, second] = [0, 1].map((i) =>
      turnOf({ x: coordinates.xs[i] ?? NaN, y: coordinates.ys[i] ?? NaN }, target),
    );
    expect([first, second]).toEqual([2, 1]);
  });

  it('keep a margin in a ring where that leaves enough of them, and none where it does not', () => {
    const roomy = share([0, 1, 2, 3], [0, 0, 0, 0], 0.05);
    expect(roomy.margins).toEqual([0.05, 0.05, 0.05, 0.05]);
    const tight = share([0, 1, 2, 3], [0, 0, 0, 0], 0.11);
    expect(tight.margins).toEqual([0, 0, 0, 0]);
  });
});

describe('slots of a target', () => {
  const sizes = {
    width: 400,
    height: 300,
    nodeRadius: 10,
    characterWidth: 6,
    labelHeight: 12,
    labelGap: 2,
    gap: 4,
  };
  const room = {
    labels: ['x', 'y'],
    half: Float64Array.of(20, 15),
    up: 12,
    down: 26,
    width: 400,
    height: 300,
  };

  it('are in rows, from the centre outwards, so far apart that no marks overlap, in the frame', () => {
    const inside = targetIn(room);
    const found = targetSlots(room, { columns: 1, cellWidth: 396, cellHeight: 296 }, sizes, inside);
    // 396 px hold nine marks of 40 px, 296 px seven of 38.
    expect(found).toHaveLength(63);
    const reaches = found.map((slot) => reachOf(slot, inside));
    expect(reaches).toEqual(reaches.toSorted((a, b) => a - b));
    for (const [k, { x, y }] of found.entries()) {
      expect(x - 20 >= 2 && x + 20 <= 398 && y - 12 >= 2 && y + 26 <= 298).toBe(true);
      for (const other of found.slice(0, k))
        expect(Math.abs(other.x - x) >= 40 || Math.abs(other.y - y) >= 38).toBe(true);
    }
    // Every other row stands a little to the right of the one over it.
    const ys = [...new Set(found.map(({ y }) => y))].sort((a, b) => a - b);
    const first = ys.map((at) => Math.min(...found.filter(({ y }) => y === at).map(({ x }) => x)));
    expect(first).toEqual([26, 22, 26, 22, 26, 22, 26].map((x) => expect.closeTo(x, 9)));
  });
});

describe('rings', () => {
  const ids = Array.from({ length: 20 }, (_, i) => `p${String(10 + i)}`);
  const choose = (from: string, ...to: readonly string[]) => to.map((one) => ({ from, to: one }));
  const id = (i: number): string => ids[i % ids.length] ?? '';
  // Everybody chooses the first pupil and the two after oneself.
  const choices = ids.flatMap((from, i) =>
    choose(from, ...[0, i + 1, i + 2].map(id).filter((one) => one !== from && one !== id(5))),
  );

  it('are by choices received against chance, and each pupil of a picture is in its own', () => {
    const rings = ringsByChance(ids, { roster: ids, respondents: ids, choices });
    expect(rings[0]).toBe('high');
    expect(rings[5]).toBe('none');
    expect(rings[9]).toBe('expected');
    const input = {
      pupils: ids.map((one) => ({ id: one, label: one })),
      respondents: ids,
      choices,
      width: 900,
      height: 700,
      seed: 1,
    };
    const picture = layoutTarget(input, { work: 20_000 });
    expect(picture.pupils.map(({ ring }) => ring)).toEqual(rings);
    expect(picture.rings.map(({ ring }) => ring)).toEqual([...targetRings]);
    const whole = targetIn({ ...input, labels: [], half: new Float64Array(0), up: 16, down: 32 });
    expect(picture.centre.x).toBeCloseTo(whole.centre.x, 9);
    for (const { x, y, ring } of picture.pupils) {
      const k = targetRings.indexOf(ring);
      const within = (at: number): number => {
        const { radiusX = 1, radiusY = 1 } = picture.rings[at] ?? {};
        return Math.hypot((x - picture.centre.x) / radiusX, (y - picture.centre.y) / radiusY);
      };
      expect(within(k)).toBeLessThan(1);
      if (k > 0) expect(within(k - 1)).toBeGreaterThan(1);
    }
  });
});
