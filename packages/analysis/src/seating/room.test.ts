import { describe, expect, it } from 'vitest';
import { roomOfDesks, roomOfHorseshoe, roomOfRows, type Room } from './room.ts';

/** The seats as drawn from above, the board on top: an id with `*` when near the front, dots where nobody sits. */
function drawn({ seats }: Room): string[] {
  const [width, depth] = [Math.max(...seats.map(({ x }) => x)), Math.max(...seats.map(({ y }) => y))];
  return Array.from({ length: depth + 1 }, (_, y) =>
    Array.from({ length: width + 1 }, (__, x) => {
      const seat = seats.find((one) => one.x === x && one.y === y);
      return seat === undefined ? '.' : seat.id + (seat.front ? '*' : '');
    }).join(' '),
  );
}

describe('desks', () => {
  const room = roomOfDesks(3, 2, 2);

  it('stand in rows a seat apart, with an aisle between desks and the first row at the front', () => {
    expect(drawn(room)).toEqual([
      '1-1* 1-2* . 1-3* 1-4*',
      '. . . . .',
      '2-1 2-2 . 2-3 2-4',
      '. . . . .',
      '3-1 3-2 . 3-3 3-4',
    ]);
  });

  it('have those of one desk beside each other, and nobody across the aisle', () => {
    expect(room.beside).toEqual([
      ['1-1', '1-2'],
      ['1-3', '1-4'],
      ['2-1', '2-2'],
      ['2-3', '2-4'],
      ['3-1', '3-2'],
      ['3-3', '3-4'],
    ]);
  });
});

describe('rows', () => {
  it('are one long desk each, without an aisle', () => {
    const room = roomOfRows(2, 3);
    expect(drawn(room)).toEqual(['1-1* 1-2* 1-3*', '. . .', '2-1 2-2 2-3']);
    expect(room.beside).toEqual([
      ['1-1', '1-2'],
      ['1-2', '1-3'],
      ['2-1', '2-2'],
      ['2-2', '2-3'],
    ]);
  });
});

describe('a horseshoe', () => {
  it('goes down the left, along the back and up the right, two of each side being near the front', () => {
    expect(drawn(roomOfHorseshoe(10))).toEqual([
      '1* . . . . 10*',
      '2* . . . . 9*',
      '3 . . . . 8',
      '. 4 5 6 7 .',
    ]);
  });

  it('has what does not go up in three at the back', () => {
    // 11 seats: 3 down, 5 along the back, 3 up.
    expect(drawn(roomOfHorseshoe(11)).at(-1)).toBe('. 4 5 6 7 8 .');
  });

  it('is one line, each seat beside the next', () => {
    expect(roomOfHorseshoe(4).beside).toEqual([
      ['1', '2'],
      ['2', '3'],
      ['3', '4'],
    ]);
  });
});
