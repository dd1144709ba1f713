import type { Choice } from '../network.ts';
import { bendTies } from './bend-ties.ts';
import { freshPlaces, placesFromEarlier } from './first-places.ts';
import { graphDistances } from './graph-distance.ts';
import type { DrawingSizes } from './label-box.ts';
import { chooseLabelSides } from './label-sides.ts';
import type { Anchors } from './majorise.ts';
import type { MarkRoom } from './mark-room.ts';
import { markRoom } from './mark-room.ts';
import { seededRandom } from './seeded-random.ts';
import { tieLine } from './segments.ts';
import { clampX, clampY, separateMarks } from './separate.ts';
import type { Point, SociogramLayout } from './sociogram.ts';
import { normalisedStress } from './stress.ts';
import { tangleCounter } from './tangle.ts';
import { compareIds, tiePairs } from './tie-pairs.ts';
import { untangle } from './untangle.ts';

export type SociogramInput = {
  readonly pupils: readonly { readonly id: string; readonly label: string }[];
  readonly choices: readonly Choice[];
  /** The frame, in px. */
  readonly width: number;
  readonly height: number;
  readonly seed: number;
  /** Centres in an earlier round, in px of the same frame; ids not among the pupils are ignored. */
  readonly previous?: ReadonlyMap<string, Point>;
};

export type SociogramOptions = {
  /** Radius of a pupil's circle in px; 14 unless given. */
  readonly nodeRadius?: number;
  /** Px a character of a label takes; 7 unless given. */
  readonly characterWidth?: number;
  /** Height of a label's line in px; 14 unless given. */
  readonly labelHeight?: number;
  /** How firmly pupils are held where they were, as a share of the pull of the other pupils; 1 unless given. */
  readonly previousPull?: number;
  /** Elementary steps spent on crossings; 3,000,000 unless given. More takes longer and crosses less. */
  readonly work?: number;
};

/**
 * The force picture of a class: positions of least stress against the shortest paths over ties (mutual ties shorter),
 * then circles and names moved apart, crossings and lines over circles lowered within a bound on stress, and lines that
 * still run over a circle bent. No two circles or names overlap and all are wholly in the frame. The same input gives
 * the same picture, in every engine, whatever the order of pupils and choices.
 *
 * Choices of oneself, repeated choices and choices by or of someone not among the pupils are ignored. Names too long
 * for the frame or over 26 characters are shortened.
 *
 * Sources: Gansner, Koren & North 2004 (stress majorisation); Dueck & Scheuer 1990 (threshold accepting).
 * @throws RangeError when two pupils share an id, or the frame cannot hold the circles.
 */
export function layoutSociogram(input: SociogramInput, options: SociogramOptions = {}): SociogramLayout {
  const sizes: DrawingSizes = {
    width: input.width,
    height: input.height,
    nodeRadius: options.nodeRadius ?? 14,
    characterWidth: options.characterWidth ?? 7,
    labelHeight: options.labelHeight ?? 14,
    labelGap: 2,
    gap: 4,
  };
  const pupils = [...input.pupils].sort((a, b) => compareIds(a.id, b.id));
  const ids = pupils.map((pupil) => pupil.id);
  if (new Set(ids).size < ids.length) throw new RangeError('Two pupils share an id');
  const { room, grid } = markRoom(
    pupils.map((pupil) => pupil.label),
    sizes,
  );
  const ties = tiePairs(ids, input.choices);
  const distances = graphDistances(ids.length, ties);
  const random = seededRandom(input.seed);

  const anchors = anchorsFrom(input.previous, ids, room, options.previousPull ?? 1);
  const coordinates =
    anchors === undefined
      ? freshPlaces(distances, ties, room, random)
      : placesFromEarlier(distances, ties, room, anchors, random);
  separateMarks(coordinates, room, grid);
  const rules = {
    work: options.work ?? 3_000_000,
    stressBound: 1.5 * normalisedStress(coordinates, distances),
    overWeight: 2,
    stressWeight: 0.5,
  };
  const counter = tangleCounter(coordinates, ties, sizes.nodeRadius + 2);
  untangle(coordinates, distances, room, counter, random, rules, anchors);

  const points = ids.map((_, i) => ({ x: hundredths(coordinates.xs[i]), y: hundredths(coordinates.ys[i]) }));
  const controls = bendTies(points, ties, sizes.nodeRadius, sizes);
  const nowhere = { x: 0, y: 0 };
  const lines = ties.map((tie, k) =>
    tieLine(points[tie.from] ?? nowhere, points[tie.to] ?? nowhere, controls[k] ?? null),
  );
  const labels = chooseLabelSides(points, room.labels, lines, sizes);
  return {
    width: sizes.width,
    height: sizes.height,
    nodeRadius: sizes.nodeRadius,
    pupils: labels.map(({ side, box }, i) => ({
      id: ids[i] ?? '',
      label: room.labels[i] ?? '',
      ...(points[i] ?? nowhere),
      labelBox: box,
      labelSide: side,
    })),
    ties: ties.map((tie, k) => ({
      from: ids[tie.from] ?? '',
      to: ids[tie.to] ?? '',
      mutual: tie.mutual,
      control: controls[k] ?? null,
    })),
  };
}

/** Undefined unless at least two of the pupils have an earlier place: with one there is no picture to keep. */
function anchorsFrom(
  previous: ReadonlyMap<string, Point> | undefined,
  ids: readonly string[],
  room: MarkRoom,
  pull: number,
): Anchors | undefined {
  const earlier = ids.map((id) => previous?.get(id));
  if (earlier.filter((point) => point !== undefined).length < 2) return undefined;
  return {
    xs: Float64Array.from(earlier, (point, i) => (point ? clampX(point.x, i, room) : NaN)),
    ys: Float64Array.from(earlier, (point) => (point ? clampY(point.y, room) : NaN)),
    pull,
  };
}

/** Rounded so that stored and printed pictures are small; the gap between marks is far wider. */
function hundredths(value = 0): number {
  return Math.round(value * 100) / 100;
}
