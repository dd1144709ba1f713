import { describe, expect, it } from 'vitest';
import { betweenPictures, tieName } from './between-pictures.ts';
import type { Picture } from './picture-request.ts';

const picture = (
  places: Readonly<Record<string, readonly [number, number]>>,
  ...ties: readonly Picture['ties'][number][]
): Picture => ({
  width: 1000,
  height: 750,
  nodeRadius: 14,
  pupils: Object.entries(places).map(([id, [x, y]]) => ({
    id,
    label: id,
    x,
    y,
    labelSide: 'below',
    labelBox: { left: x - 10, top: y + 16, width: 20, height: 19 },
  })),
  ties,
});
const tie = (from: string, to: string, control: Picture['ties'][number]['control'] = null) => ({
  from,
  to,
  mutual: false,
  control,
});
const before = picture({ a: [0, 0], b: [100, 0], c: [400, 400] }, tie('a', 'b'), tie('a', 'c'));
const after = picture(
  { a: [0, 200], b: [100, 200], d: [700, 0] },
  tie('a', 'b', { x: 50, y: 300 }),
  tie('a', 'd'),
);
const placeOf = (found: Picture, id: string) => {
  const { x, y, labelBox } = found.pupils.find((pupil) => pupil.id === id) ?? expect.fail(id);
  return [x, y, labelBox.top];
};

describe('a picture on the way to the next', () => {
  it('has those in both on a straight line between their places, with their names', () => {
    expect(placeOf(betweenPictures(before, after, 0.5), 'a')).toEqual([0, 100, 116]);
    expect(placeOf(betweenPictures(before, after, 0.25), 'b')).toEqual([100, 31.25, 47.25]);
  });

  it('begins as the one and ends as the other', () => {
    const [start, end] = [betweenPictures(before, after, 0), betweenPictures(before, after, 1)];
    for (const { id } of before.pupils) expect(placeOf(start, id)).toEqual(placeOf(before, id));
    expect(Object.fromEntries(start.fading)).toEqual({ c: 1, d: 0, 'a c': 1, 'a d': 0 });
    for (const { id } of after.pupils) expect(placeOf(end, id)).toEqual(placeOf(after, id));
    expect(Object.fromEntries(end.fading)).toEqual({ c: 0, d: 1, 'a c': 0, 'a d': 1 });
  });

  it('fades who comes and goes where they stand, and bends ties on the way', () => {
    const half = betweenPictures(before, after, 0.5);
    expect([placeOf(half, 'c'), placeOf(half, 'd')]).toEqual([placeOf(before, 'c'), placeOf(after, 'd')]);
    expect(half.fading.get('c')).toBe(0.5);
    expect(half.ties.find((one) => tieName(one) === 'a b')?.control).toEqual({ x: 50, y: 150 });
    expect(half.fading.has('a b')).toBe(false);
  });

  it('goes on from a picture that was on its way, with what was half gone as visible as it was', () => {
    const half = betweenPictures(before, after, 0.5);
    const onward = betweenPictures(half, after, 0.5);
    expect(placeOf(onward, 'a')).toEqual([0, 150, 166]);
    expect([onward.fading.get('c'), onward.fading.get('a c')]).toEqual([0.25, 0.25]);
  });

  it('has pupils and ties that come and go once each, and whole boxes of names on the way', () => {
    const half = betweenPictures(before, after, 0.5);
    expect(half.pupils.map(({ id }) => id)).toEqual(['a', 'b', 'd', 'c']);
    expect(half.ties.map(tieName)).toEqual(['a b', 'a d', 'a c']);
    const wide = { left: 200, top: 400, width: 60, height: 29 };
    const next: Picture = {
      ...before,
      pupils: before.pupils.map((pupil) => (pupil.id === 'a' ? { ...pupil, labelBox: wide } : pupil)),
    };
    // The box goes from −10, 16 and 20 × 19.
    expect(betweenPictures(before, next, 0.5).pupils[0]?.labelBox).toEqual({
      left: 95,
      top: 208,
      width: 40,
      height: 24,
    });
  });

  it('keeps straight a tie that is straight in both, and straightens one that was bent', () => {
    const control = (from: Picture, to: Picture) => betweenPictures(from, to, 0.5).ties[0]?.control;
    const bent = picture({ a: [0, 0], b: [100, 0] }, tie('a', 'b', { x: 50, y: 80 }));
    const straight = picture({ a: [0, 0], b: [100, 0] }, tie('a', 'b'));
    expect(control(straight, straight)).toBeNull();
    expect(control(bent, straight)).toEqual({ x: 50, y: 40 });
    expect(control(bent, bent)).toEqual({ x: 50, y: 80 });
    expect(betweenPictures(straight, bent, 1).ties).toHaveLength(1);
  });
});
