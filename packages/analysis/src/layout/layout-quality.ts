import { boxesOverlap, boxInFrame, circleOverlapsBox, nodeBox } from './label-box.ts';
import { graphDistances } from './graph-distance.ts';
import { distanceToLine, lineCrossings, lineMeetsBox, tieLine } from './segments.ts';
import type { Point, SociogramLayout } from './sociogram.ts';
import { normalisedStress } from './stress.ts';
import { tiePairs } from './tie-pairs.ts';

export type LayoutQuality = {
  readonly crossings: number;
  readonly stress: number;
  readonly overlaps: number;
  readonly outside: number;
  readonly edgesOverNodes: number;
  readonly edgesOverLabels: number;
};

/**
 * Measures of a sociogram as drawn, curves included; lower is better for all of them.
 *
 * - `crossings`: places where two lines cross, apart from an end they share. Two straight lines cross once at most; a
 *   curve can cross a line twice, or meet one again that it shares an end with, and each place counts.
 * - `stress`: normalised stress (mean over pairs of (drawn / scale − d)² / d², at the best scale) against the shortest
 *   paths where a mutual tie counts 1, a one-way tie 1.15 and one from a pupil nobody chose 1.3 (see graphDistances).
 * - `overlaps`: pairs of marks of different pupils that overlap: circle and circle, circle and name, name and name.
 *   Two marks that only touch do not overlap.
 * - `outside`: circles and names not wholly in the frame.
 * - `edgesOverNodes`: pairs of a line and the circle of a pupil it does not belong to, the line closer than the radius.
 * - `edgesOverLabels`: pairs of a line and a name it runs through, the names of its own two pupils included.
 *
 * Crossing and stress after Purchase 2002 and Kamada & Kawai 1989.
 */
export function layoutQuality(layout: SociogramLayout): LayoutQuality {
  const { pupils, nodeRadius } = layout;
  const ids = pupils.map((pupil) => pupil.id);
  const place = new Map(pupils.map((pupil) => [pupil.id, pupil]));
  const lines = layout.ties.flatMap((tie) => {
    const [from, to] = [place.get(tie.from), place.get(tie.to)];
    return from && to ? [{ from: tie.from, to: tie.to, line: tieLine(from, to, tie.control) }] : [];
  });
  const choices = layout.ties.flatMap(({ from, to, mutual }) => [
    { from, to },
    ...(mutual ? [{ from: to, to: from }] : []),
  ]);
  const coordinates = {
    xs: Float64Array.from(pupils, (pupil) => pupil.x),
    ys: Float64Array.from(pupils, (pupil) => pupil.y),
  };
  const strangers = lines.flatMap(({ from, to, line }) =>
    pupils.filter(({ id }) => id !== from && id !== to).map((pupil) => ({ pupil, line })),
  );
  return {
    crossings: countCrossings(lines.map(({ line }) => line)),
    stress: normalisedStress(coordinates, graphDistances(ids.length, tiePairs(ids, choices))),
    overlaps: countOverlaps(layout),
    outside: countOutside(layout),
    edgesOverNodes: strangers.filter(({ pupil, line }) => distanceToLine(pupil, line) < nodeRadius).length,
    edgesOverLabels: pupils.reduce(
      (sum, { labelBox }) => sum + lines.filter(({ line }) => lineMeetsBox(line, labelBox)).length,
      0,
    ),
  };
}

function countCrossings(lines: readonly (readonly Point[])[]): number {
  let crossings = 0;
  for (const [k, line] of lines.entries()) {
    for (const other of lines.slice(0, k)) crossings += lineCrossings(line, other);
  }
  return crossings;
}

function countOverlaps({ pupils, nodeRadius }: SociogramLayout): number {
  let overlaps = 0;
  for (const [k, a] of pupils.entries()) {
    for (const b of pupils.slice(0, k)) {
      const [dx, dy] = [a.x - b.x, a.y - b.y];
      if (dx * dx + dy * dy < 4 * nodeRadius * nodeRadius) overlaps += 1;
      if (circleOverlapsBox(a, nodeRadius, b.labelBox)) overlaps += 1;
      if (circleOverlapsBox(b, nodeRadius, a.labelBox)) overlaps += 1;
      if (boxesOverlap(a.labelBox, b.labelBox)) overlaps += 1;
    }
  }
  return overlaps;
}

function countOutside({ pupils, nodeRadius, width, height }: SociogramLayout): number {
  const boxes = pupils.flatMap((pupil) => [nodeBox(pupil, nodeRadius), pupil.labelBox]);
  return boxes.filter((box) => !boxInFrame(box, width, height)).length;
}
