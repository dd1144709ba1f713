import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { costsOfStages, keeps, least, orders, plainCosts } from '../groups/enumerated.fixture.ts';
import { loadSolver } from '../groups/highs.fixture.ts';
import type { LinearSolver } from '../groups/linear-solver.ts';
import type { PupilPair, Wish } from '../groups/wishes.ts';
import { evaluateSeating } from './evaluate-seating.ts';
import { proposeSeating } from './propose-seating.ts';
import { roomOfDesks, roomOfHorseshoe, roomOfRows, type Room } from './room.ts';
import type { SeatingInput, SeatingProposal, SeatOfPupil } from './seating-input.ts';

let solver: LinearSolver;
beforeAll(async () => {
  solver = await loadSolver();
});

const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
/** Three to a side of a table and nothing like a row or a clique: a 2 × 3 grid, beside in both directions. */
const grid: Room = {
  ...roomOfRows(2, 3),
  beside: [...roomOfRows(2, 3).beside, ['1-1', '2-1'], ['1-2', '2-2'], ['1-3', '2-3']],
};
const rooms: Readonly<Record<string, Room>> = {
  pairs: roomOfDesks(2, 2, 2),
  threes: roomOfDesks(2, 1, 3),
  row: roomOfRows(1, 6),
  horseshoe: roomOfHorseshoe(7),
  grid,
};

function asked(room: Room): fc.Arbitrary<SeatingInput> {
  return fc.integer({ min: 1, max: ids.length }).chain((n) => {
    const pupils = ids.slice(0, n);
    const id = fc.constantFrom(...pupils);
    const seat = fc.constantFrom(...room.seats.map((one) => one.id));
    const pair = fc
      .tuple(id, id)
      .filter(([a, b]) => a !== b)
      .map(([a, b]): PupilPair => [a, b]);
    const pairs = (most: number): fc.Arbitrary<PupilPair[]> =>
      n < 2 ? fc.constant([]) : fc.array(pair, { maxLength: most });
    return fc.record({
      pupils: fc.constant(pupils),
      wishes: fc.array(fc.record({ from: id, to: id }), { maxLength: 2 * n }),
      room: fc.constant(room),
      fixed: fc.array(fc.record({ pupil: id, seat }), { maxLength: 1 }),
      nearFront: fc.array(id, { maxLength: 1 }),
      apart: pairs(2),
      together: pairs(1),
      earlier: pairs(3).map((list) => [list]),
    });
  });
}

const nearIn =
  (room: Room, seating: readonly SeatOfPupil[]) =>
  (a: string, b: string): boolean => {
    const [s, t] = [a, b].map((id) => seating.find(({ pupil }) => pupil === id)?.seat);
    return room.beside.some(([one, other]) => (one === s && other === t) || (one === t && other === s));
  };

/** Every seating that keeps what is asked for. */
function seatings(input: SeatingInput): SeatOfPupil[][] {
  const { pupils, room } = input;
  const empty = room.seats.length - pupils.length;
  if (empty < 0) return [];
  const seen = new Set<string>();
  return orders([...pupils, ...Array.from({ length: empty }, () => '')]).flatMap((order) => {
    if (seen.has(order.join())) return [];
    seen.add(order.join());
    const seating = order.flatMap((pupil, s) =>
      pupil === '' ? [] : [{ pupil, seat: room.seats[s]?.id ?? '' }],
    );
    const seatOf = (id: string): string | undefined => seating.find(({ pupil }) => pupil === id)?.seat;
    const kept =
      keeps(input, nearIn(room, seating)) &&
      (input.fixed ?? []).every(({ pupil, seat }) => seatOf(pupil) === seat) &&
      (input.nearFront ?? []).every((id) => room.seats.find((seat) => seat.id === seatOf(id))?.front);
    return kept ? [seating] : [];
  });
}

const proposed = (input: SeatingInput): SeatingProposal => proposeSeating(input, { seed: 5, solver });

describe.each(Object.entries(rooms))('a seating in %s', (name, room) => {
  it('seats everybody once, keeps what is asked for, and is bounded by the best of all seatings', () => {
    fc.assert(
      fc.property(asked(room), (input) => {
        if (room.seats.length > 6 && input.pupils.length > 5) return;
        const proposal = proposed(input);
        const all = seatings(input);
        if (proposal.outcome === 'contradiction') {
          expect(all).toEqual([]);
          return;
        }
        if (proposal.outcome === 'unsettled') throw new Error('Few pupils are always settled');
        expect(proposal.seating.map(({ pupil }) => pupil)).toEqual(input.pupils);
        const { values, broken } = evaluateSeating(input, proposal.seating);
        expect(broken).toEqual([]);
        expect(Object.values(values)).toEqual(proposal.stages.map(({ value }) => value));
        const near = nearIn(room, proposal.seating);
        expect(costsOfStages(proposal.stages)).toEqual(plainCosts(input, near, (input.earlier ?? []).flat()));
        const best = least(
          all.map((one) => plainCosts(input, nearIn(room, one), (input.earlier ?? []).flat())),
        );
        // Proven up to a stage means best up to it, and the bound of the next holds.
        const proven = proposal.stages.findIndex(({ gap }) => gap > 0);
        const upTo = proven < 0 ? proposal.stages.length : proven;
        expect(costsOfStages(proposal.stages).slice(0, upTo)).toEqual(best?.slice(0, upTo));
        const next = proposal.stages[proven];
        if (next !== undefined) {
          const [bound = 0] = costsOfStages([{ ...next, value: next.bound }]);
          expect(bound).toBeLessThanOrEqual(best?.[proven] ?? 0);
        }
        if (['pairs', 'threes'].includes(name)) expect(proven).toBe(-1);
      }),
      { seed: 20263, numRuns: 15 },
    );
  });
});

describe('proposeSeating', () => {
  it('explains who cannot be seated as asked', () => {
    const input = { pupils: ids, wishes: [], room: roomOfDesks(1, 3, 2) };
    const conflictOf = (more: Partial<SeatingInput>): readonly unknown[] => {
      const proposal = proposed({ ...input, ...more });
      return proposal.outcome === 'contradiction' ? proposal.conflict.demands : [];
    };
    const [a, b] = ['a', 'b'].map((pupil) => ({ pupil, seat: '1-1' }));
    expect(conflictOf({ fixed: [a ?? b, b ?? a].flatMap((one) => one ?? []) })).toEqual([
      { kind: 'fixed-seat', pupil: 'a', seat: '1-1' },
      { kind: 'fixed-seat', pupil: 'b', seat: '1-1' },
    ]);
    expect(
      conflictOf({
        fixed: [
          { pupil: 'a', seat: '1-1' },
          { pupil: 'b', seat: '1-2' },
        ],
        apart: [
          ['c', 'd'],
          ['b', 'a'],
        ],
      }),
    ).toHaveLength(3);
    expect(
      conflictOf({
        together: [
          ['a', 'b'],
          ['a', 'c'],
        ],
      }),
    ).toHaveLength(2);
    expect(conflictOf({ room: roomOfDesks(1, 2, 2) })).toEqual([
      { kind: 'number-of-seats', seats: 4, pupils: 6 },
    ]);
    const back: Room = { ...input.room, seats: input.room.seats.map((seat) => ({ ...seat, front: false })) };
    expect(conflictOf({ room: back, nearFront: ['c'] })).toEqual([{ kind: 'near-front', pupil: 'c' }]);
  });

  it('proves the horseshoe of a class in which wishes go round in two rings', () => {
    const pupils = Array.from({ length: 20 }, (_, i) => `p${10 + i}`);
    const wishes = pupils.flatMap((from, i): Wish[] => [
      { from, to: pupils[(i + 2) % 20] ?? '' },
      { from, to: pupils[(i + 18) % 20] ?? '' },
    ]);
    const proposal = proposed({ pupils, wishes, room: roomOfHorseshoe(20) });
    // A ring laid along a line breaks in one place: only a cut shows that 19 cannot be had.
    expect(proposal).toMatchObject({ outcome: 'proposed', proven: true });
    expect(proposal.outcome === 'proposed' && proposal.stages[1]).toEqual({
      stage: 'mutual',
      value: 18,
      bound: 18,
      gap: 0,
    });
  });

  it('says that it was not settled when neither a seating nor a contradiction is found', () => {
    // Ten pupils, no two of whom may be beside each other, do not fit in a full row of 18, but that takes long to search through.
    const pupils = Array.from({ length: 18 }, (_, i) => `p${10 + i}`);
    const apart = pupils
      .slice(0, 10)
      .flatMap((a, i) => pupils.slice(i + 1, 10).map((b): PupilPair => [a, b]));
    const proposal = proposed({ pupils, wishes: [], room: roomOfRows(1, 18), apart });
    expect(proposal).toEqual({ outcome: 'unsettled', version: 'seating-1', seed: 5 });
  });

  it('throws on what is not a room', () => {
    const input = { pupils: ['a'], wishes: [], room: roomOfRows(1, 2) };
    const from = (more: Partial<SeatingInput>) => () => proposed({ ...input, ...more });
    expect(from({ fixed: [{ pupil: 'a', seat: 'x' }] })).toThrow('Not a seat of the room: x');
    expect(from({ nearFront: ['x'] })).toThrow('Not in the list: x');
    expect(from({ room: { ...input.room, beside: [['1-1', '1-1']] } })).toThrow('beside itself');
    const [seat] = input.room.seats;
    expect(from({ room: { seats: seat ? [seat, seat] : [], beside: [] } })).toThrow('listed twice');
  });
});

describe('rooms', () => {
  it('have as many seats as asked for, no two in one place', () => {
    for (const room of [roomOfDesks(3, 4, 2), roomOfRows(4, 6), roomOfHorseshoe(24)]) {
      expect(room.seats).toHaveLength(24);
      expect(new Set(room.seats.map(({ x, y }) => `${x},${y}`)).size).toBe(24);
    }
  });

  it('have rows whose ends have one beside them and the others two, in the order they are drawn', () => {
    const { seats, beside } = roomOfHorseshoe(11);
    expect(beside).toHaveLength(10);
    for (const [a, b] of beside) {
      const [one, other] = [a, b].map((id) => seats.find((seat) => seat.id === id));
      const apart = Math.abs((one?.x ?? 0) - (other?.x ?? 9)) + Math.abs((one?.y ?? 0) - (other?.y ?? 9));
      // At the corners the next seat is diagonally across.
      expect(apart).toBeLessThanOrEqual(2);
    }
  });
});
