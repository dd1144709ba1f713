import { describe, expect, it } from 'vitest';
import { displacement } from './displacement.ts';
import type { DrawnTie, SociogramLayout } from './sociogram.ts';

type Places = Readonly<Record<string, readonly [number, number]>>;

const picture = (places: Places, ties: readonly Omit<DrawnTie, 'control'>[]): SociogramLayout => ({
  width: 1000,
  height: 750,
  nodeRadius: 14,
  ties: ties.map((tie) => ({ ...tie, control: null })),
  pupils: Object.entries(places).map(([id, [x, y]]) => ({
    id,
    label: id,
    x,
    y,
    labelSide: 'below',
    labelBox: { left: 0, top: 0, width: 0, height: 0 },
  })),
});
const mutual = (from: string, to: string) => ({ from, to, mutual: true });
const start: Places = { a: [0, 0], b: [100, 0], c: [500, 500], d: [700, 0] };

describe('how far pupils in unchanged surroundings moved', () => {
  it('is the mean distance between the two places', () => {
    const after = { ...start, a: [30, 40] as const, d: [700, 10] as const };
    const ties = [mutual('a', 'b')];
    expect(displacement(picture(start, ties), picture(after, ties))).toEqual({ mean: 15, pupils: 4 });
  });

  it('leaves out pupils with a tie lost, won or turned, and those in one picture only', () => {
    const { d: _, ...rest } = start;
    const before = picture(start, [mutual('a', 'b')]);
    const after = picture({ ...rest, c: [500, 507] }, [{ from: 'a', to: 'b', mutual: false }]);
    expect(displacement(before, after)).toEqual({ mean: 7, pupils: 1 });
  });

  it('does not depend on the order of ties', () => {
    const ties = [mutual('a', 'b'), mutual('a', 'c'), mutual('b', 'c')];
    expect(displacement(picture(start, ties), picture(start, ties.toReversed())).pupils).toBe(4);
  });

  it('is nothing where every pupil has new ties', () => {
    const pair = { a: start['a'] ?? [0, 0], b: start['b'] ?? [0, 0] } as const;
    expect(displacement(picture(pair, []), picture(pair, [mutual('a', 'b')]))).toEqual({
      mean: null,
      pupils: 0,
    });
  });
});
