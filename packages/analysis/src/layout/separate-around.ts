import type { CellGrid, MarkRoom } from './mark-room.ts';
import { keepInFrame, overlapsAny, separateMarks } from './separate.ts';
import type { Point } from './sociogram.ts';
import type { Coordinates } from './stress.ts';

const rounds = 200;
/** Pushed this much too far, in px, so that rounding leaves no overlap. */
const slack = 0.05;
/** Px between the places tried when pushing does not help. */
const lattice = 8;

/**
 * Moves marks apart in place as separateMarks does, around some that are held: they stay where they are inside the frame,
 * unless two of them lie on each other. A mark that cannot be pushed free takes the nearest free place. Only a class with
 * no room left between those held is put in cells, the held ones too.
 */
export function separateAround(
  coordinates: Coordinates,
  held: readonly boolean[],
  room: MarkRoom,
  grid: CellGrid,
): void {
  keepInFrame(coordinates, room);
  partHeld(coordinates, held, room, grid);
  for (let round = 0; round < rounds; round += 1) {
    if (!pushFree(coordinates, held, room)) return;
    keepInFrame(coordinates, room);
  }
  const { xs, ys } = coordinates;
  const overlaps = (i: number): boolean => overlapsAny(xs[i] ?? 0, ys[i] ?? 0, i, coordinates, room);
  for (const i of xs.keys()) {
    if (held[i] === true || !overlaps(i)) continue;
    const place = nearestFree({ x: xs[i] ?? 0, y: ys[i] ?? 0 }, i, coordinates, room);
    if (place === undefined) continue;
    xs[i] = place.x;
    ys[i] = place.y;
  }
  if ([...xs.keys()].some(overlaps)) separateMarks(coordinates, room, grid);
}

/** The nearest of places 8 px apart at which mark i is in the frame and overlaps no other; undefined when none is free. */
export function nearestFree(
  wanted: Point,
  i: number,
  coordinates: Coordinates,
  room: MarkRoom,
): Point | undefined {
  const half = room.half[i] ?? 0;
  let best: Point | undefined;
  let least = Infinity;
  for (let y = Math.ceil(room.up); y <= room.height - room.down; y += lattice) {
    for (let x = Math.ceil(half); x <= room.width - half; x += lattice) {
      const away = (x - wanted.x) ** 2 + (y - wanted.y) ** 2;
      if (away >= least || overlapsAny(x, y, i, coordinates, room)) continue;
      least = away;
      best = { x, y };
    }
  }
  return best;
}

function partHeld({ xs, ys }: Coordinates, held: readonly boolean[], room: MarkRoom, grid: CellGrid): void {
  const among = [...xs.keys()].filter((i) => held[i] === true);
  const own = {
    xs: Float64Array.from(among, (i) => xs[i] ?? 0),
    ys: Float64Array.from(among, (i) => ys[i] ?? 0),
  };
  const half = Float64Array.from(among, (i) => room.half[i] ?? 0);
  separateMarks(own, { ...room, labels: among.map((i) => room.labels[i] ?? ''), half }, grid);
  for (const [k, i] of among.entries()) {
    xs[i] = own.xs[k] ?? 0;
    ys[i] = own.ys[k] ?? 0;
  }
}

/** One round over all pairs; of a pair with one held mark, the other is pushed all the way. */
function pushFree({ xs, ys }: Coordinates, held: readonly boolean[], room: MarkRoom): boolean {
  const tall = room.up + room.down;
  let pushed = false;
  for (let i = 0; i < xs.length; i += 1) {
    for (let j = 0; j < i; j += 1) {
      if (held[i] === true && held[j] === true) continue;
      const dx = (xs[i] ?? 0) - (xs[j] ?? 0);
      const dy = (ys[i] ?? 0) - (ys[j] ?? 0);
      const overX = (room.half[i] ?? 0) + (room.half[j] ?? 0) - Math.abs(dx);
      const overY = tall - Math.abs(dy);
      if (overX <= 0 || overY <= 0) continue;
      pushed = true;
      const share = held[i] === true ? 0 : held[j] === true ? 1 : 0.5;
      const [along, over, way] = overX < overY ? [xs, overX, dx] : [ys, overY, dy];
      const step = (over + slack) * (way < 0 ? -1 : 1);
      along[i] = (along[i] ?? 0) + share * step;
      along[j] = (along[j] ?? 0) - (1 - share) * step;
    }
  }
  return pushed;
}
