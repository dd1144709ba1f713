import { describe, expect, test } from 'vitest';
import { weightedDistribution } from './poisson-binomial.ts';
import { peerRelabelling } from './relabel-peers.ts';
import type { Nominator } from './relabel-peers.ts';
import { seededGenerator } from './seeded-generator.ts';

/** Eight pupils; each of the first seven chooses the next two on criterion 1, the nearer on criterion 2 too. */
const SIZE = 8;
const nominators: Nominator[] = Array.from({ length: 7 }, (_, pupil) => ({
  pupil,
  peers: Int32Array.of((pupil + 1) % SIZE, (pupil + 2) % SIZE),
  masks: Int32Array.of(0b11, 0b01),
}));

describe('a relabelling', () => {
  test('keeps how many each chose, never the nominator, never anyone twice', () => {
    const relabel = peerRelabelling(nominators, SIZE, seededGenerator(1));
    for (let draw = 0; draw < 500; draw += 1) {
      const peers = relabel();
      expect(peers.length).toBe(14);
      nominators.forEach(({ pupil }, i) => {
        const own = peers.subarray(2 * i, 2 * i + 2);
        expect(new Set([...own, pupil]).size).toBe(3);
        expect(own.every((peer) => peer >= 0 && peer < SIZE)).toBe(true);
      });
    }
  });

  test('sends each choice to every classmate equally often', () => {
    const relabel = peerRelabelling(nominators, SIZE, seededGenerator(2));
    const times = Array.from({ length: SIZE }, () => 0);
    for (let draw = 0; draw < 14_000; draw += 1) times[relabel()[7]!]! += 1;
    expect(times[3]).toBe(0);
    times.forEach((count, peer) => {
      if (peer !== 3) expect(Math.abs(count - 2000)).toBeLessThan(4 * Math.sqrt(2000));
    });
  });

  test('makes every ordered pair of classmates equally likely from the first draw on', () => {
    const times = new Map<string, number>();
    for (let seed = 0; seed < 8400; seed += 1) {
      const [first, second] = peerRelabelling(nominators, SIZE, seededGenerator(seed * 7919))();
      times.set(`${first} ${second}`, (times.get(`${first} ${second}`) ?? 0) + 1);
    }
    expect(times.size).toBe(42);
    for (const count of times.values()) expect(Math.abs(count - 200)).toBeLessThan(65);
  });

  test('gives totals over criteria the exact joint distribution', () => {
    const relabel = peerRelabelling(nominators, SIZE, seededGenerator(3));
    const draws = 20_000;
    const masks = [0b11, 0b01];
    const seen = new Float64Array(15);
    for (let draw = 0; draw < draws; draw += 1) {
      let total = 0;
      relabel().forEach((peer, s) => (total += peer === 7 ? (masks[s % 2] === 0b11 ? 2 : 1) : 0));
      seen[total]! += 1 / draws;
    }
    const exact = weightedDistribution(nominators.map(() => [1 / 7, 1 / 7]));
    exact.forEach((p, k) => expect(Math.abs(seen[k]! - p)).toBeLessThan(0.012));
  });

  test('repeats for the same seed and not for another', () => {
    const tenth = (seed: number): number[] => {
      const relabel = peerRelabelling(nominators, SIZE, seededGenerator(seed));
      for (let draw = 0; draw < 9; draw += 1) relabel();
      return [...relabel()];
    };
    expect(tenth(5)).toEqual(tenth(5));
    expect(tenth(5)).not.toEqual(tenth(6));
  });
});

test('the generator spreads over its range, also for neighbouring seeds', () => {
  for (const seed of [0, 1, -1, 2 ** 31]) {
    const draw = seededGenerator(seed);
    const times = Array.from({ length: 10 }, () => 0);
    for (let i = 0; i < 10_000; i += 1) times[draw(10)]! += 1;
    for (const count of times) expect(Math.abs(count - 1000)).toBeLessThan(130);
  }
  const firsts = new Set(Array.from({ length: 200 }, (_, seed) => seededGenerator(seed)(1_000_000)));
  expect(firsts.size).toBeGreaterThan(195);
});
