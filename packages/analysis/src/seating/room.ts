/** Where a seat is drawn, in seat widths from the left wall and from the board. `front`: counts as near the front. */
export type Seat = {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly front: boolean;
};

/** Any room: its seats, and which two are beside each other. */
export type Room = {
  readonly seats: readonly Seat[];
  readonly beside: readonly (readonly [string, string])[];
};

/** Desks in a grid, `seatsPerDesk` to each: 2 for pairs; those of one desk in a row are beside each other. The first row is the front. */
export function roomOfDesks(rows: number, desksPerRow: number, seatsPerDesk: number): Room {
  const seats: Seat[] = [];
  const beside: [string, string][] = [];
  for (let row = 0; row < rows; row += 1) {
    for (let desk = 0; desk < desksPerRow; desk += 1) {
      for (let k = 0; k < seatsPerDesk; k += 1) {
        const id = `${row + 1}-${desk * seatsPerDesk + k + 1}`;
        seats.push({ id, x: desk * (seatsPerDesk + 1) + k, y: 2 * row, front: row === 0 });
        if (k > 0) beside.push([seats.at(-2)?.id ?? '', id]);
      }
    }
  }
  return { seats, beside };
}

/** Unbroken rows of seats, each beside the next in its row. */
export function roomOfRows(rows: number, seatsPerRow: number): Room {
  return roomOfDesks(rows, 1, seatsPerRow);
}

/** One line of seats down the left side, along the back and up the right. The two seats of each side nearest the board are the front. */
export function roomOfHorseshoe(seats: number): Room {
  const side = Math.floor(seats / 3);
  const back = seats - 2 * side;
  const places = Array.from({ length: seats }, (_, k): Seat => {
    const [x, y] = k < side ? [0, k] : k < side + back ? [k - side + 1, side] : [back + 1, seats - 1 - k];
    return { id: `${k + 1}`, x, y, front: k < 2 || k >= seats - 2 };
  });
  return {
    seats: places,
    beside: places.slice(1).map(({ id }, k) => [places[k]?.id ?? '', id] as const),
  };
}
