import { roomOfDesks, roomOfHorseshoe, roomOfRows, type Room } from './room.ts';

/** A classroom as somebody draws it. Cells are counted from 0, from the left and from the board. */
export type DrawnRoom =
  | { readonly shape: 'rows'; readonly rows: number; readonly seats: number }
  | { readonly shape: 'desks'; readonly rows: number; readonly desks: number; readonly seats: number }
  | { readonly shape: 'horseshoe'; readonly seats: number }
  | {
      readonly shape: 'free';
      readonly cells: readonly { readonly x: number; readonly y: number }[];
      /** Those behind each other are beside each other too, as round a table. */
      readonly facing: boolean;
    };

/** A seat in each cell, named by row and column from 1. Cells that touch in a row are beside each other; the row nearest the board is the front. */
function roomOfCells(cells: readonly { readonly x: number; readonly y: number }[], facing: boolean): Room {
  const name = (x: number, y: number): string => `${y + 1}-${x + 1}`;
  const inOrder = cells.toSorted((a, b) => a.y - b.y || a.x - b.x);
  const taken = new Set(inOrder.map(({ x, y }) => name(x, y)));
  const front = inOrder[0]?.y;
  return {
    seats: inOrder.map(({ x, y }) => ({ id: name(x, y), x, y, front: y === front })),
    beside: inOrder.flatMap(({ x, y }) =>
      [...(facing ? [name(x, y + 1)] : []), name(x + 1, y)]
        .filter((other) => taken.has(other))
        .map((other) => [name(x, y), other] as const),
    ),
  };
}

/** The seats of a drawn classroom, and which are beside each other. */
export function roomOf(drawn: DrawnRoom): Room {
  switch (drawn.shape) {
    case 'rows':
      return roomOfRows(drawn.rows, drawn.seats);
    case 'desks':
      return roomOfDesks(drawn.rows, drawn.desks, drawn.seats);
    case 'horseshoe':
      return roomOfHorseshoe(drawn.seats);
    case 'free':
      return roomOfCells(drawn.cells, drawn.facing);
  }
}
