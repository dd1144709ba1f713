import { drawPicture } from './draw-picture.ts';
import { freshPlaces, placesFromEarlier } from './first-places.ts';
import { graphDistances } from './graph-distance.ts';
import type { SociogramInput, SociogramOptions } from './layout-input.ts';
import { anchorsFrom, drawingSizes, sortedPupils, workFor } from './layout-input.ts';
import { markRoom } from './mark-room.ts';
import { seededRandom } from './seeded-random.ts';
import { separateMarks } from './separate.ts';
import type { SociogramLayout } from './sociogram.ts';
import { tiePairs } from './tie-pairs.ts';
import { untangle } from './untangle.ts';

/**
 * The force picture of a class: positions of least stress against the shortest paths over ties (mutual ties shorter),
 * then circles and names moved apart, crossings and lines over circles lowered and weighed against stress, and lines
 * that still run over a circle bent. No two circles or names overlap and all are wholly in the frame. The same input
 * gives the same picture, in every engine, whatever the order of pupils and choices.
 *
 * Choices of oneself, repeated choices and choices by or of someone not among the pupils are ignored. Names too long
 * for the frame or over 26 characters are shortened.
 *
 * Sources: Gansner, Koren & North 2004 (stress majorisation); Dueck & Scheuer 1990 (threshold accepting).
 * @throws RangeError when two pupils share an id, or the frame cannot hold the circles.
 */
export function layoutSociogram(input: SociogramInput, options: SociogramOptions = {}): SociogramLayout {
  const sizes = drawingSizes(input, options);
  const { ids, labels } = sortedPupils(input);
  const { room, grid } = markRoom(labels, sizes);
  const ties = tiePairs(ids, input.choices);
  const distances = graphDistances(ids.length, ties);
  const random = seededRandom(input.seed);
  const anchors = anchorsFrom(input.previous, ids, room, options.previousPull);
  const coordinates =
    anchors === undefined
      ? freshPlaces(distances, ties, room, random)
      : placesFromEarlier(distances, ties, room, anchors, random);
  separateMarks(coordinates, room, grid);
  const ground = { room, clearance: sizes.nodeRadius + 2, ...(anchors && { anchors }) };
  untangle(coordinates, distances, ties, ground, random, workFor(ids.length, options));
  return drawPicture(ids, room.labels, ties, coordinates, sizes);
}
