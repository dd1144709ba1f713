import type { AskedSeating, NewArrangement } from '@samhold/contract';
import { describe, expect, test } from 'vitest';
import { isFaulty, isOfClass } from './faults.ts';

type Made = Pick<NewArrangement, 'asked' | 'placed'>;
const asked = { absent: ['d'], apart: [], together: [], criteria: [], preferNew: true };
const placed = ['a', 'b', 'c'].map((pupilId, at) => ({ pupilId, place: `1-${at + 1}` }));
const seating: AskedSeating = {
  ...asked,
  kind: 'seating',
  room: { shape: 'rows', rows: 1, seats: 4 },
  fixed: [{ pupilId: 'a', place: '1-1' }],
  nearFront: ['b'],
};
const seats = (changes: Partial<AskedSeating> = {}, at: Made['placed'] = placed): Made => ({
  asked: { ...seating, ...changes },
  placed: at,
});

describe('an arrangement', () => {
  test('without a fault', () => {
    expect(isFaulty(seats())).toBe(false);
    expect(isFaulty(seats({ apart: [['a', 'd']], together: [['b', 'c']] }))).toBe(false);
  });

  test.each([
    ['somebody in two seats', seats({}, [...placed, { pupilId: 'a', place: '1-4' }])],
    ['two in one seat', seats({}, [...placed.slice(1), { pupilId: 'a', place: '1-2' }])],
    ['somebody placed and left out', seats({ absent: ['a'] })],
    ['a seat that is not in the room', seats({}, [...placed.slice(1), { pupilId: 'a', place: '2-1' }])],
    ['a fixed seat that is not in the room', seats({ fixed: [{ pupilId: 'a', place: '9-1' }] })],
    ['two fixed in one seat', seats({ fixed: ['a', 'b'].map((pupilId) => ({ pupilId, place: '1-1' })) })],
    ['one fixed in two seats', seats({ fixed: ['1-1', '1-2'].map((place) => ({ pupilId: 'a', place })) })],
    ['a stranger near the front', seats({ nearFront: ['x'] })],
    ['a stranger in a pair', seats({ apart: [['a', 'x']] })],
    ['a pupil paired with nobody else', seats({ together: [['a', 'a']] })],
    ['more seats than any room', seats({ room: { shape: 'desks', rows: 12, desks: 8, seats: 6 } })],
    [
      'a seat drawn twice',
      seats({
        fixed: [],
        room: { shape: 'free', facing: false, cells: [0, 1, 2, 2].map((x) => ({ x, y: 0 })) },
      }),
    ],
    [
      'a group that has a seat for its number',
      { asked: { ...asked, kind: 'groups', sizes: { size: 2 } }, placed } as Made,
    ],
  ])('%s', (_what, made) => {
    expect(isFaulty(made)).toBe(true);
  });

  test('is of a class when it is of exactly its pupils', () => {
    expect(isOfClass(seats(), ['a', 'b', 'c', 'd'])).toBe(true);
    expect(isOfClass(seats(), ['a', 'b', 'c'])).toBe(false);
    expect(isOfClass(seats(), ['a', 'b', 'c', 'd', 'e'])).toBe(false);
    expect(isOfClass(seats(), ['a', 'b', 'c', 'x'])).toBe(false);
  });
});
