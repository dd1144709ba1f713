import { describe, expect, it } from 'vitest';
import { evaluateSeating } from './evaluate-seating.ts';
import { roomOfDesks } from './room.ts';
import type { SeatingInput, SeatOfPupil } from './seating-input.ts';

/** Pairs of desks: 1-1 beside 1-2, 1-3 beside 1-4 in front, and the same behind. */
const room = roomOfDesks(2, 2, 2);
const input: SeatingInput = {
  pupils: ['a', 'b', 'c', 'd'],
  wishes: [
    { from: 'a', to: 'b', weight: 2 },
    { from: 'b', to: 'a' },
    { from: 'b', to: 'a' },
    { from: 'b', to: 'a' },
    { from: 'c', to: 'a' },
    { from: 'd', to: 'c' },
  ],
  room,
  earlier: [[['b', 'a']], [['a', 'b']], [['c', 'a']]],
};
const seated = (places: Readonly<Record<string, string>>): SeatOfPupil[] =>
  Object.entries(places).map(([pupil, seat]) => ({ pupil, seat }));
const brokenIn = (more: Partial<SeatingInput>, places: Readonly<Record<string, string>>) =>
  evaluateSeating({ ...input, ...more }, seated(places)).broken;

const everybody = { a: '1-1', b: '1-2', c: '2-3', d: '2-4' };

describe('evaluateSeating', () => {
  it('counts each stage for those beside each other, and names who has none', () => {
    // a is chosen by two, b and c by one, d by nobody. Only c sits without anybody wished for.
    expect(evaluateSeating(input, seated(everybody))).toEqual({
      values: {
        without: 1,
        mutual: 2,
        wishesOfUnchosen: 1,
        wishesOfChosenOnce: 3,
        wishesOfChosenTwice: 2,
        wishesOfOthers: 0,
        repeats: 2,
      },
      without: ['c'],
      broken: [],
    });
  });

  it('has nobody beside a pupil at an empty desk or without a seat', () => {
    // b has no seat and a nobody beside, in the room whose first seats a and nobody take.
    const { values, without } = evaluateSeating(input, seated({ a: '1-1', c: '1-3', d: '2-1' }));
    expect(without).toEqual(['a', 'b', 'c', 'd']);
    expect(values).toMatchObject({ without: 4, mutual: 0, repeats: 0 });
  });

  it('has a desk between two pupils across the aisle, and two behind each other, as not beside', () => {
    const { without } = evaluateSeating(input, seated({ a: '1-2', b: '1-3', d: '1-1', c: '2-1' }));
    expect(without).toEqual(['a', 'b', 'c', 'd']);
  });

  it('takes a seating that is not finished, and says that not all have a seat', () => {
    expect(brokenIn({}, { a: '1-1' })).toEqual([{ kind: 'number-of-seats', seats: 8, pupils: 4 }]);
  });

  it('breaks a pair together that is not beside each other, and a pair apart that is', () => {
    const more: Partial<SeatingInput> = {
      together: [
        ['a', 'c'],
        ['d', 'c'],
      ],
      apart: [
        ['b', 'a'],
        ['b', 'd'],
      ],
    };
    expect(brokenIn(more, everybody)).toEqual([
      { kind: 'together', pupils: ['a', 'c'] },
      { kind: 'apart', pupils: ['b', 'a'] },
    ]);
  });

  it('has a pupil without a seat as beside nobody, whichever of a pair it is', () => {
    const pairs: Partial<SeatingInput> = {
      together: [['a', 'b']],
      apart: [
        ['c', 'b'],
        ['b', 'c'],
      ],
    };
    for (const seat of ['1-1', '1-2']) {
      expect(brokenIn(pairs, { a: '2-1', c: seat, d: '2-3' }).map(({ kind }) => kind)).toEqual([
        'number-of-seats',
        'together',
      ]);
    }
  });

  it('breaks a fixed seat when the pupil sits in another or nowhere', () => {
    const fixed = [
      { pupil: 'a', seat: '1-1' },
      { pupil: 'b', seat: '1-1' },
    ];
    expect(brokenIn({ fixed }, everybody)).toEqual([{ kind: 'fixed-seat', pupil: 'b', seat: '1-1' }]);
    const { b: _, ...rest } = everybody;
    expect(brokenIn({ fixed }, rest)).toContainEqual({ kind: 'fixed-seat', pupil: 'b', seat: '1-1' });
  });

  it('breaks near the front when the pupil sits further back or nowhere', () => {
    expect(brokenIn({ nearFront: ['b', 'c'] }, everybody)).toEqual([{ kind: 'near-front', pupil: 'c' }]);
    expect(brokenIn({ nearFront: ['b'] }, { a: '1-1' })).toContainEqual({ kind: 'near-front', pupil: 'b' });
  });

  it('throws on a pupil or seat that is not there or used twice', () => {
    const of = (places: readonly SeatOfPupil[]) => () => evaluateSeating(input, places);
    const [a, b] = seated({ a: '1-1', b: '1-2' });
    expect(of(seated({ x: '1-1' }))).toThrow(new RangeError('Not in the list or the room: x, 1-1'));
    expect(of(seated({ a: '9-9' }))).toThrow(new RangeError('Not in the list or the room: a, 9-9'));
    const twice = (one: SeatOfPupil, other: SeatOfPupil) => of([one, other]);
    if (a === undefined || b === undefined) throw new Error('Two are seated');
    expect(twice(a, { ...b, pupil: 'a' })).toThrow(new RangeError('Used twice: a or 1-2'));
    expect(twice(a, { ...b, seat: '1-1' })).toThrow(new RangeError('Used twice: b or 1-1'));
  });
});
