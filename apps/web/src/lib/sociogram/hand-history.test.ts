import type { HandPlaces } from '@samhold/analysis';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  afterMoves,
  noHistory,
  redone,
  undone,
  withMoves,
  type HandHistory,
  type Moves,
} from './hand-history.ts';

type Board = { readonly history: HandHistory; readonly places: HandPlaces };
const empty: Board = { history: noHistory, places: new Map() };
const move = ({ history, places }: Board, moves: Moves, at = 0, continues = false): Board => ({
  history: withMoves(history, places, moves, at, continues),
  places: afterMoves(places, moves),
});
const turn = (board: Board, way: typeof undone): Board => {
  const turned = way(board.history);
  return turned === null
    ? board
    : { history: turned.history, places: afterMoves(board.places, turned.moves) };
};
const to = (id: string, x: number): Moves => new Map([[id, { x, y: x }]]);

describe('what was moved by hand', () => {
  it('can be undone step by step, and done again', () => {
    const one = move(empty, to('a', 1));
    const two = move(one, to('a', 2));
    expect(turn(two, undone).places).toEqual(one.places);
    expect(turn(turn(two, undone), undone).places).toEqual(new Map());
    expect(turn(turn(two, undone), redone).places).toEqual(two.places);
    expect(undone(noHistory)).toBeNull();
    expect(redone(two.history)).toBeNull();
  });

  it('is back to the computed picture as a step of its own', () => {
    const two = move(move(empty, to('a', 1)), to('b', 2));
    const reset = move(two, new Map([...two.places.keys()].map((id) => [id, null])));
    expect(reset.places.size).toBe(0);
    expect(turn(reset, undone).places).toEqual(two.places);
  });

  it('is one step while a key is held down, and another after a pause or with another pupil', () => {
    const held = move(move(move(empty, to('a', 1), 0), to('a', 2), 400, true), to('a', 3), 800, true);
    expect(turn(held, undone).places).toEqual(new Map());
    const paused = move(held, to('a', 4), 5000, true);
    expect(turn(paused, undone).places).toEqual(held.places);
    const other = move(held, to('b', 1), 900, true);
    expect(turn(other, undone).places).toEqual(held.places);
    const again = turn(turn(held, undone), redone);
    expect(turn(move(again, to('a', 9), 900, true), undone).places).toEqual(held.places);
  });

  it('leaves alone those whom another teacher has moved meanwhile', () => {
    const mine = move(empty, to('a', 1));
    const both = { ...mine, places: afterMoves(mine.places, to('b', 7)) };
    expect(turn(both, undone).places).toEqual(to('b', 7));
  });

  it('comes back to any earlier state by undoing, and forth by doing again', () => {
    const steps = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.nat(9)), { maxLength: 12 });
    fc.assert(
      fc.property(steps, (made) => {
        const boards = [empty];
        for (const [id, x] of made) boards.push(move(boards.at(-1) ?? empty, to(id, x)));
        let board = boards.at(-1) ?? empty;
        for (const before of boards.slice(0, -1).toReversed()) {
          board = turn(board, undone);
          expect(board.places).toEqual(before.places);
        }
        for (const after of boards.slice(1)) {
          board = turn(board, redone);
          expect(board.places).toEqual(after.places);
        }
      }),
    );
  });
});
