import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keeps, orders } from '../groups/enumerated.fixture.ts';
import type { PupilPair } from '../groups/wishes.ts';
import { roomGraphOf } from './room-graph-of.ts';
import { roomOfDesks, roomOfRows } from './room.ts';
import { seatDemanding } from './seat-demanding.ts';
import { explainSeatingContradiction, seatingDemands } from './seating-demands.ts';
import type { SeatingInput } from './seating-input.ts';

const pupils = ['a', 'b', 'c', 'd', 'e'];
const row = roomOfRows(1, 5);
const seatedAs = (input: SeatingInput) => seatDemanding(input, seatingDemands(input));

describe('seats for those with demands', () => {
  it('are found exactly when some order of five in a row keeps all that is asked for', () => {
    const id = fc.constantFrom(...pupils);
    const pair = fc.tuple(id, id).filter(([a, b]) => a !== b);
    const asked = fc.record({
      apart: fc.array(pair, { maxLength: 4 }),
      together: fc.array(pair, { maxLength: 4 }),
      fixed: fc.array(fc.record({ pupil: id, seat: fc.constantFrom('1-2', '1-4') }), { maxLength: 2 }),
    });
    const every = orders(pupils);
    fc.assert(
      fc.property(asked, (more) => {
        const kept = (order: readonly (string | undefined)[]): boolean =>
          keeps(
            { pupils, wishes: [], ...more },
            (a, b) => Math.abs(order.indexOf(a) - order.indexOf(b)) === 1,
          ) && more.fixed.every(({ pupil, seat }) => order.indexOf(pupil) === (seat === '1-2' ? 1 : 3));
        const seats = seatedAs({ pupils, wishes: [], room: row, ...more });
        const order =
          seats === null || seats === false ? seats : pupils.map((_, s) => pupils[seats.indexOf(s)]);
        if (order === null) throw new Error('Five pupils are always settled');
        expect(order === false ? every.some(kept) : !kept(order)).toBe(false);
      }),
      { numRuns: 150 },
    );
  });

  it('leave the seats over, in their order, to the others in order of id', () => {
    const input = { pupils: ['d', 'c', 'b', 'a'], wishes: [], room: row };
    expect(seatedAs({ ...input, fixed: [{ pupil: 'b', seat: '1-1' }] })).toEqual([1, 0, 2, 3]);
  });

  it('are found for a pair that is asked for twice, at the end of a row too', () => {
    const together: PupilPair[] = [
      ['a', 'b'],
      ['b', 'a'],
    ];
    expect(seatedAs({ pupils: ['a', 'b'], wishes: [], room: roomOfRows(1, 2), together })).toEqual([0, 1]);
  });

  it('are none for pupils more than the seats, unless all are to have one', () => {
    const input = { pupils: ['a', 'b', 'c'], wishes: [], room: roomOfRows(1, 2) };
    expect(seatDemanding(input, [])).toEqual([0, 1, -1]);
    expect(seatedAs(input)).toBe(false);
  });

  it('are not to be had for three who must all be beside each other in a row', () => {
    const together: PupilPair[] = [
      ['a', 'b'],
      ['b', 'c'],
      ['c', 'a'],
    ];
    expect(seatedAs({ pupils, wishes: [], room: row, together })).toBe(false);
  });

  it('are looked for first where fewest are left, so that what is impossible is seen at once', () => {
    // Ten apart from each other in a row of 18 are too many to search through; two fixed to one seat are not.
    const many = Array.from({ length: 18 }, (_, i) => `p${10 + i}`);
    const ten = [...many.slice(0, 5), ...many.slice(-5)];
    const apart = ten.flatMap((a, i) => ten.slice(i + 1).map((b): PupilPair => [a, b]));
    const fixed = many.slice(8, 10).map((pupil) => ({ pupil, seat: '1-1' }));
    expect(seatedAs({ pupils: many, wishes: [], room: roomOfRows(1, 18), apart, fixed })).toBe(false);
  });
});

describe('a contradiction of a seating', () => {
  const input = { pupils: ['a', 'b', 'c', 'd', 'e'], wishes: [], room: roomOfDesks(1, 2, 2) };

  it('is the number of seats alone when there are too few, whatever else is asked for', () => {
    expect(explainSeatingContradiction({ ...input, nearFront: ['a'], apart: [['a', 'b']] })).toEqual({
      demands: [{ kind: 'number-of-seats', seats: 4, pupils: 5 }],
      minimal: true,
    });
  });

  it('is a pair apart at one desk, whichever of the two has which seat', () => {
    for (const [left, right] of [
      ['a', 'b'],
      ['b', 'a'],
    ] as const) {
      const fixed = [
        { pupil: left, seat: '1-1' },
        { pupil: right, seat: '1-2' },
      ];
      const pair: PupilPair = ['a', 'b'];
      const four = { ...input, pupils: ['a', 'b', 'c', 'd'], fixed, apart: [pair] };
      expect(explainSeatingContradiction(four)?.demands).toEqual([
        ...fixed.map((one) => ({ kind: 'fixed-seat', ...one })),
        { kind: 'apart', pupils: pair },
      ]);
    }
  });

  it('is none where everything can be kept', () => {
    expect(explainSeatingContradiction({ ...input, pupils: ['a'], nearFront: ['a'] })).toBeNull();
  });
});

describe('roomGraphOf', () => {
  it('has neighbours in order of seat, once each, however they are listed', () => {
    const [one, two, three] = ['1-1', '1-2', '1-3'];
    const room = {
      seats: roomOfRows(1, 3).seats,
      beside: [
        [three, two],
        [two, one],
        [one, two],
      ] as [string, string][],
    };
    // Everybody may sit everywhere, so nothing is said of who may.
    expect(roomGraphOf({ pupils: ['a'], wishes: [], room }, ['a'], [])).toStrictEqual({
      neighbours: [[1], [0, 2], [1]],
    });
  });

  it('lets a pupil take only seats near the front or the one fixed, others any', () => {
    const room = roomOfRows(2, 2);
    const demands = [
      { kind: 'near-front', pupil: 'a' },
      { kind: 'fixed-seat', pupil: 'c', seat: '2-1' },
    ] as const;
    const { allowed } = roomGraphOf({ pupils: [], wishes: [], room }, ['a', 'b', 'c'], demands);
    expect([...(allowed ?? [])]).toEqual([1, 1, 0, 0, ...[1, 1, 1, 1], ...[0, 0, 1, 0]]);
  });
});
