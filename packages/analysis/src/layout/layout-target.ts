import { wantedDirections } from './directions.ts';
import { drawPicture } from './draw-picture.ts';
import { freshPlaces } from './first-places.ts';
import { graphDistances } from './graph-distance.ts';
import type { SociogramInput, SociogramOptions } from './layout-input.ts';
import { anchorsFrom, drawingSizes, sortedPupils, workFor } from './layout-input.ts';
import { markRoom } from './mark-room.ts';
import { seatInRings } from './seat-in-rings.ts';
import { shareSlots } from './share-slots.ts';
import { seededRandom } from './seeded-random.ts';
import type { Point, PlacedPupil, SociogramLayout } from './sociogram.ts';
import { orderedSubgroups } from './subgroup-order.ts';
import type { TargetRing } from './target-rings.ts';
import { ringsByChance, targetRings } from './target-rings.ts';
import { reachOf, targetIn, targetSlots, turnOf } from './target-slots.ts';
import { tiePairs } from './tie-pairs.ts';
import { untangle } from './untangle.ts';

export type TargetInput = SociogramInput & {
  /** Ids of the pupils who answered; choices by others are not counted as received. */
  readonly respondents: readonly string[];
};

/** The ring's outer ellipse, from the middle outwards; in a crowded class the last one meets the corners of the frame. */
export type DrawnRing = { readonly ring: TargetRing; readonly radiusX: number; readonly radiusY: number };

export type TargetLayout = Omit<SociogramLayout, 'pupils'> & {
  readonly pupils: readonly (PlacedPupil & { readonly ring: TargetRing })[];
  readonly centre: Point;
  readonly rings: readonly DrawnRing[];
};

/**
 * The target picture of a class (Northway 1940): how far out a pupil stands tells how many choices were received against
 * chance (see ringsByChance), and pupils of a subgroup are placed to the same side, with crossings and lines over circles
 * lowered. Rings are ellipses in the proportions of the frame, as wide as their pupils need. No two circles or names
 * overlap, all are wholly in the frame, and the centre of every circle is in its ring. The same input gives the same
 * picture, whatever the order of pupils and choices.
 *
 * Ignores and shortens as layoutSociogram does. With earlier places, a pupil keeps its direction as far as the ring allows.
 * @throws RangeError when two pupils share an id, or the frame cannot hold the circles.
 */
export function layoutTarget(input: TargetInput, options: SociogramOptions = {}): TargetLayout {
  const sizes = drawingSizes(input, options);
  const { ids, labels } = sortedPupils(input);
  const { room, grid } = markRoom(labels, sizes);
  const ties = tiePairs(ids, input.choices);
  const rings = ringsByChance(ids, { roster: ids, respondents: input.respondents, choices: input.choices });
  const target = targetIn(room);
  const anchors = anchorsFrom(input.previous, ids, room, options.previousPull);

  const distances = graphDistances(ids.length, ties);
  const random = seededRandom(input.seed);
  const loose = freshPlaces(distances, ties, room, random);
  const wanted = wantedDirections(orderedSubgroups(ids.length, ties), loose, target);
  for (const [i, id] of ids.entries()) {
    const before = anchors && input.previous?.get(id);
    if (before) wanted[i] = turnOf(before, target);
  }
  const ringNumber = rings.map((ring) => targetRings.indexOf(ring));
  const margin = (sizes.nodeRadius + 2) / target.radiusY;
  const { coordinates, limits, margins } =
    seatInRings(ringNumber, wanted, target, room, margin) ??
    shareSlots(targetSlots(room, grid, sizes, target), ringNumber, wanted, target, margin);
  const allowed = (v: number, x: number, y: number): boolean => {
    const k = ringNumber[v] ?? 0;
    const reach = reachOf({ x, y }, target);
    const margin = margins[k] ?? 0;
    return reach > (limits[k - 1] ?? -1) + margin && reach < (limits[k] ?? Infinity) - margin;
  };
  const ground = { room, clearance: sizes.nodeRadius + 2, allowed, ...(anchors && { anchors }) };
  untangle(coordinates, distances, ties, ground, random, workFor(ids.length, options));

  const picture = drawPicture(ids, room.labels, ties, coordinates, sizes);
  return {
    ...picture,
    pupils: picture.pupils.map((pupil, i) => ({ ...pupil, ring: rings[i] ?? 'none' })),
    centre: target.centre,
    rings: targetRings.map((ring, k) => {
      const reach = limits[k] ?? 1;
      return { ring, radiusX: reach * target.radiusX, radiusY: reach * target.radiusY };
    }),
  };
}
