import { drawPicture } from './draw-picture.ts';
import type { DrawingSizes } from './label-box.ts';
import type { SociogramOptions } from './layout-input.ts';
import { drawingSizes } from './layout-input.ts';
import type { CellGrid, MarkRoom } from './mark-room.ts';
import { markRoom } from './mark-room.ts';
import { clampX, clampY, overlapsAny } from './separate.ts';
import { nearestFree, separateAround } from './separate-around.ts';
import type { Point, SociogramLayout } from './sociogram.ts';
import type { Coordinates } from './stress.ts';

/** Px of the frame, by pupil id. */
export type HandPlaces = ReadonlyMap<string, Point>;

type Letters = Pick<SociogramOptions, 'characterWidth' | 'labelHeight'>;

/**
 * The picture with some pupils put where somebody wants them: their circles stand exactly there, inside the frame; whoever
 * else stands in the way moves aside, and everybody else stays. Names find new sides and lines new bends. Two pupils
 * put on each other are moved apart. Ids not in the picture are ignored. The letters must be those the picture was drawn
 * with. Nothing overlaps and all is in the frame, as in the picture given.
 */
export function placeByHand(
  layout: SociogramLayout,
  places: HandPlaces,
  letters: Letters = {},
): SociogramLayout {
  const held = layout.pupils.map(({ id }) => places.has(id));
  if (!held.includes(true)) return layout;
  const { sizes, room, grid } = roomOf(layout, letters);
  const wanted = layout.pupils.map((pupil) => places.get(pupil.id) ?? pupil);
  const coordinates = coordinatesOf(wanted);
  separateAround(coordinates, held, room, grid);
  const number = new Map(layout.pupils.map(({ id }, i) => [id, i]));
  const ties = layout.ties.map(({ from, to, mutual }) => ({
    from: number.get(from) ?? 0,
    to: number.get(to) ?? 0,
    mutual,
  }));
  const ids = layout.pupils.map(({ id }) => id);
  return drawPicture(ids, room.labels, ties, coordinates, sizes);
}

/**
 * Where a pupil let go of at `wanted` is to be kept, in whole px: there, or at the nearest place where the mark is in the
 * frame and lies on none of the others that were put by hand.
 */
export function placeWhenDropped(
  layout: SociogramLayout,
  places: HandPlaces,
  id: string,
  wanted: Point,
  letters: Letters = {},
): Point {
  const { at, isFree, nearest } = groundOf(layout, places, id, letters);
  const place = at(wanted);
  return isFree(place) ? place : (nearest(place) ?? place);
}

/** Where a pupil is to be kept who is moved by `step` from where it stands, past others that were put by hand. */
export function placeWhenStepped(
  layout: SociogramLayout,
  places: HandPlaces,
  id: string,
  step: Point,
  letters: Letters = {},
): Point {
  const { at, isFree } = groundOf(layout, places, id, letters);
  const start = at(layout.pupils.find((pupil) => pupil.id === id) ?? { x: 0, y: 0 });
  for (let before = start, k = 1; ; k += 1) {
    const place = at({ x: start.x + k * step.x, y: start.y + k * step.y });
    if (place.x === before.x && place.y === before.y) return start;
    if (isFree(place)) return place;
    before = place;
  }
}

type Room = { readonly sizes: DrawingSizes; readonly room: MarkRoom; readonly grid: CellGrid };

function roomOf(layout: SociogramLayout, letters: Letters): Room {
  const sizes = drawingSizes(layout, { ...letters, nodeRadius: layout.nodeRadius });
  return {
    sizes,
    ...markRoom(
      layout.pupils.map(({ label }) => label),
      sizes,
    ),
  };
}

function groundOf(layout: SociogramLayout, places: HandPlaces, id: string, letters: Letters) {
  const { room } = roomOf(layout, letters);
  const i = layout.pupils.findIndex((pupil) => pupil.id === id);
  // Whom nobody has put anywhere stands in nobody's way.
  const others = coordinatesOf(
    layout.pupils.map((pupil) => (pupil.id === id ? nowhere : (places.get(pupil.id) ?? nowhere))),
  );
  return {
    at: ({ x, y }: Point): Point => ({
      x: inward(clampX(Math.round(x), i, room), room.width),
      y: inward(clampY(Math.round(y), room), room.height),
    }),
    isFree: ({ x, y }: Point): boolean => !overlapsAny(x, y, i, others, room),
    nearest: (wanted: Point): Point | undefined => nearestFree(wanted, i, others, room),
  };
}

const nowhere: Point = { x: -1e6, y: -1e6 };

/** Whole px, towards the middle of the frame. */
const inward = (value: number, extent: number): number =>
  value < extent / 2 ? Math.ceil(value) : Math.floor(value);

const coordinatesOf = (points: readonly Point[]): Coordinates => ({
  xs: Float64Array.from(points, ({ x }) => x),
  ys: Float64Array.from(points, ({ y }) => y),
});
