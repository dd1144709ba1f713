import { describe, expect, test } from 'vitest';
import { costCount } from './costs.ts';
import { fragmentColumns } from './fragment-columns.ts';
import type { PlacingInput } from './placing.ts';
import { roomOfGroups, type RoomGraph } from './room-graph.ts';
import { Seated } from './seated.ts';
import { barring, placing, ring, rows, wish } from './small-rooms.fixture.ts';

describe('pieces of an arrangement', () => {
  const wishes = [wish('a', 'b'), wish('b', 'a'), wish('b', 'c'), wish('d', 'c')];

  test('are connected sets in groups, each with its costs', () => {
    const columns = fragmentColumns(placing('abcd', { wishes }), roomOfGroups([3, 2]), 4);
    const pieces = Array.from({ length: columns?.count ?? 0 }, (_, c) =>
      [...(columns?.seated.slice(3 * c, 3 * c + 3) ?? [])]
        .filter((pupil) => pupil >= 0)
        .toSorted()
        .join(''),
    );
    expect(pieces.toSorted()).toEqual(['0', '01', '012', '1', '12', '123', '2', '23', '3']);
    const costsOf = (piece: string) => {
      const at = pieces.indexOf(piece);
      return [...(columns?.costs.slice(at * costCount, (at + 1) * costCount) ?? [])];
    };
    // a and b have each other, mutual from both ends; a chosen by one, b by one, c by two.
    expect(costsOf('01')).toEqual([0, 0, -2, 0, -2, 0, 0, 0]);
    expect(costsOf('0')).toEqual([0, 1, 0, 0, 0, 0, 0, 0]);
    expect(costsOf('12')).toEqual([0, 0, 0, 0, -1, 0, 0, 0]);
    expect([...(columns?.kind ?? [])].slice(0, columns?.count)).toEqual(
      pieces.map(({ length }) => length - 1),
    );
    expect(columns?.width).toBe(3);
    expect([columns?.fewest, columns?.most]).toEqual([2, [4, 2, 1]]);
    expect(columns?.bestOrdersOnly).toBe(false);
    expect(columns?.fillings).toEqual([
      {
        parts: 1,
        ways: [
          [0, 0, 1],
          [1, 1, 0],
          [3, 0, 0],
        ],
      },
      {
        parts: 1,
        ways: [
          [0, 1, 0],
          [2, 0, 0],
        ],
      },
    ]);
  });

  test('with more without anybody than may be, or a broken demand, are left out', () => {
    const pieces = (mostWithout: number, more: Partial<PlacingInput> = {}) =>
      fragmentColumns(placing('abcd', { wishes, ...more }), roomOfGroups([2, 2]), mostWithout)?.count;
    expect(pieces(4)).toBe(7);
    // c alone has no wish; a, b and d alone would be without; c and d together leave nobody without, as b and c.
    expect(pieces(0)).toBe(4);
    // Asked to be together: nobody of the two is in a piece without the other.
    expect(pieces(4, { together: [['a', 'b']] })).toBe(4);
  });

  test('are paths in rows, the best order of the same pupils alone', () => {
    const columns = fragmentColumns(
      placing('abc', { wishes: [wish('a', 'b'), wish('b', 'c'), wish('c', 'a'), wish('a', 'c')] }),
      rows(3),
      3,
    );
    expect(columns?.bestOrdersOnly).toBe(true);
    const whole = Array.from({ length: columns?.count ?? 0 }, (_, c) => [
      ...(columns?.seated.slice(3 * c, 3 * c + 3) ?? []),
    ]).filter((piece) => !piece.includes(-1));
    // c and a wish for each other, and b for c: only b – c – a leaves nobody without and keeps the mutual wish.
    expect(whole.map((piece) => piece.join())).toEqual(['0,2,1']);
    expect(columns?.count).toBe(7);
    expect([...(columns?.kind.slice(0, 7) ?? [])].toSorted()).toEqual([0, 0, 0, 1, 1, 1, 2]);
  });

  test('are not listed in a room that is neither groups nor rows, or has parts of more than 12 seats', () => {
    const twelve = 'abcdefghijklm';
    expect(fragmentColumns(placing('abcd'), ring, 4)).toBeNull();
    expect(fragmentColumns(placing(twelve), rows(13), 13)).toBeNull();
    expect(fragmentColumns(placing(twelve), rows(12, 1), 13)).not.toBeNull();
    const branched: RoomGraph = { neighbours: [[1], [0, 2, 3], [1], [1]] };
    expect(fragmentColumns(placing('abcd'), branched, 4)).toBeNull();
  });

  const own = placing('abcd', { wishes });

  test('are found again in an arrangement, and seated so that they fit', () => {
    for (const room of [roomOfGroups([2, 2]), rows(2, 2)]) {
      const columns = fragmentColumns(own, room, 4);
      if (columns === null) throw new Error('There are pieces.');
      const all = Int32Array.from({ length: columns.count }, (_, c) => c);
      const membersOf = (c: number) =>
        [...columns.seated.slice(c * 2, c * 2 + 2)].filter((pupil) => pupil >= 0).toSorted();
      const inUse = columns.inUse(new Seated(own, room, [0, 1, 3, 2]), all);
      expect(inUse?.map(membersOf).toSorted()).toEqual([
        [0, 1],
        [2, 3],
      ]);
      // a and c do not wish for each other: each is a piece of its own.
      expect(columns.inUse(new Seated(own, room, [0, 2, 1, 3]), all)?.map(membersOf)).toHaveLength(4);
      const seated = columns.seat(inUse ?? []);
      expect(seated?.total[1]).toBe(0);
      expect([...(seated?.seatOf ?? [])].toSorted()).toEqual([0, 1, 2, 3]);
    }
    // Two of two cannot fill a row of three and one of one.
    const uneven = fragmentColumns(own, rows(3, 1), 4);
    const pairs = Array.from({ length: uneven?.count ?? 0 }, (_, c) => c).filter((c) =>
      ['01', '23'].includes(
        [...(uneven?.seated.slice(c * 3, c * 3 + 3) ?? [])]
          .filter((pupil) => pupil >= 0)
          .toSorted()
          .join(''),
      ),
    );
    expect(pairs).toHaveLength(2);
    expect(uneven?.seat(pairs)).toBeNull();
  });

  test('are not seated where somebody may not sit, or beside whom somebody must not', () => {
    const room = barring(rows(2, 2), 4, [0, 0], [0, 1], [0, 2], [0, 3]);
    const columns = fragmentColumns(own, room, 4);
    const single = Array.from({ length: columns?.count ?? 0 }, (_, c) => c).filter(
      (c) => columns?.kind[c] === 0,
    );
    expect(columns?.seat(single)).toBeNull();
    const kept = placing('ab', { apart: [['a', 'b']] });
    const apart = fragmentColumns(kept, roomOfGroups([2]), 2);
    expect(apart?.seat([0, 1])).toBeNull();
    const two = fragmentColumns(kept, roomOfGroups([1, 1]), 2);
    expect([...(two?.seat([0, 1])?.seatOf ?? [])].toSorted()).toEqual([0, 1]);
  });

  test('are spread so that all who are kept apart are', () => {
    for (const apart of [
      ['a', 'b'],
      ['b', 'c'],
      ['c', 'd'],
      ['a', 'd'],
    ] as const) {
      const kept = placing('abcd', { apart: [apart] });
      const columns = fragmentColumns(kept, roomOfGroups([2, 2]), 4);
      expect(columns?.count).toBe(4);
      expect(columns?.seat([0, 1, 2, 3])?.total[0]).toBe(0);
    }
  });
});
