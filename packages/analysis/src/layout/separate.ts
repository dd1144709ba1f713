import type { CellGrid, MarkRoom } from './mark-room.ts';
import type { Coordinates } from './stress.ts';

const rounds = 300;
/** Pushed this much too far, in px, so that rounding leaves no overlap. */
const slack = 0.05;

/**
 * Moves marks apart in place until none overlap and all are wholly in the frame: overlapping pairs are pushed from
 * each other along the direction that needs least, round after round. A class too crowded for that is put in cells,
 * in the order they stand.
 */
export function separateMarks(coordinates: Coordinates, room: MarkRoom, grid: CellGrid): void {
  for (let round = 0; round < rounds; round += 1) {
    keepInFrame(coordinates, room);
    if (!pushApart(coordinates, room)) return;
  }
  keepInFrame(coordinates, room);
  if (anyOverlap(coordinates, room)) placeInCells(coordinates, room, grid);
}

export function keepInFrame({ xs, ys }: Coordinates, room: MarkRoom): void {
  for (let i = 0; i < xs.length; i += 1) {
    xs[i] = clampX(xs[i] ?? 0, i, room);
    ys[i] = clampY(ys[i] ?? 0, room);
  }
}

/** Where pupil i's centre may stand at the nearest, so that the whole mark is in the frame. */
export function clampX(x: number, i: number, room: MarkRoom): number {
  const half = room.half[i] ?? 0;
  return Math.min(room.width - half, Math.max(half, x));
}

export function clampY(y: number, room: MarkRoom): number {
  return Math.min(room.height - room.down, Math.max(room.up, y));
}

/** Whether pupil i at (x, y) would overlap another's mark. */
export function overlapsAny(
  x: number,
  y: number,
  i: number,
  { xs, ys }: Coordinates,
  room: MarkRoom,
): boolean {
  const half = room.half[i] ?? 0;
  const tall = room.up + room.down;
  for (let j = 0; j < xs.length; j += 1) {
    if (j === i) continue;
    if (Math.abs(y - (ys[j] ?? 0)) < tall && Math.abs(x - (xs[j] ?? 0)) < half + (room.half[j] ?? 0))
      return true;
  }
  return false;
}

function anyOverlap(coordinates: Coordinates, room: MarkRoom): boolean {
  const { xs, ys } = coordinates;
  for (let i = 0; i < xs.length; i += 1) {
    if (overlapsAny(xs[i] ?? 0, ys[i] ?? 0, i, coordinates, room)) return true;
  }
  return false;
}

function pushApart({ xs, ys }: Coordinates, room: MarkRoom): boolean {
  const tall = room.up + room.down;
  let pushed = false;
  for (let i = 0; i < xs.length; i += 1) {
    for (let j = 0; j < i; j += 1) {
      const dx = (xs[i] ?? 0) - (xs[j] ?? 0);
      const dy = (ys[i] ?? 0) - (ys[j] ?? 0);
      const overX = (room.half[i] ?? 0) + (room.half[j] ?? 0) - Math.abs(dx);
      const overY = tall - Math.abs(dy);
      if (overX <= 0 || overY <= 0) continue;
      pushed = true;
      if (overX < overY) {
        const step = ((overX + slack) / 2) * (dx < 0 ? -1 : 1);
        xs[i] = clampX((xs[i] ?? 0) + step, i, room);
        xs[j] = clampX((xs[j] ?? 0) - step, j, room);
      } else {
        const step = ((overY + slack) / 2) * (dy < 0 ? -1 : 1);
        ys[i] = clampY((ys[i] ?? 0) + step, room);
        ys[j] = clampY((ys[j] ?? 0) - step, room);
      }
    }
  }
  return pushed;
}

function placeInCells(
  { xs, ys }: Coordinates,
  room: MarkRoom,
  { columns, cellWidth, cellHeight }: CellGrid,
): void {
  const left = (room.width - columns * cellWidth) / 2;
  const rowsTop = room.up - (room.up + room.down) / 2;
  const byHeight = [...xs.keys()].sort((a, b) => (ys[a] ?? 0) - (ys[b] ?? 0) || a - b);
  const rowCount = Math.ceil(byHeight.length / columns);
  const top = (room.height - rowCount * cellHeight) / 2;
  for (let row = 0; row < rowCount; row += 1) {
    const inRow = byHeight.slice(row * columns, (row + 1) * columns);
    inRow.sort((a, b) => (xs[a] ?? 0) - (xs[b] ?? 0) || a - b);
    for (const [column, i] of inRow.entries()) {
      xs[i] = left + (column + 0.5) * cellWidth;
      ys[i] = top + (row + 0.5) * cellHeight + rowsTop;
    }
  }
}
