import { boxesOverlap } from './label-box.ts';
import type { Box, Point } from './sociogram.ts';
import { distanceToLine, distanceToSegment, lineCrossings, tieLine } from './segments.ts';
import type { TiePair } from './tie-pairs.ts';

/** How far the control point stands from the middle of the line, in circle radii; the curve bows half of it. */
const bows = [2.6, -2.6, 4.2, -4.2, 6, -6];
const overWeight = 3;
/** Ties tried times ties in the class. Where nearly all chose nearly all, bending every line helps no reader. */
const mostTests = 15_000;

/**
 * Bends a line that runs over a third pupil's circle when a small curve does better, a line over a circle weighing as
 * three crossings. Returns the control point of each tie, null for a straight line. Control points, and so the whole
 * curve, are in the frame.
 */
export function bendTies(
  points: readonly Point[],
  ties: readonly TiePair[],
  nodeRadius: number,
  frame: { readonly width: number; readonly height: number },
): (Point | null)[] {
  const clearance = nodeRadius + 1;
  const lines = ties.map((tie) => tieLine(pointAt(points, tie.from), pointAt(points, tie.to), null));
  let tests = 0;
  return ties.map((tie, index) => {
    const start = pointAt(points, tie.from);
    const end = pointAt(points, tie.to);
    const others = points.filter((_, k) => k !== tie.from && k !== tie.to);
    if (others.every((point) => distanceToSegment(point, start, end) >= clearance)) return null;
    tests += ties.length;
    if (tests > mostTests) return null;
    const rivals = lines.filter((_, k) => k !== index).map((line) => ({ line, bounds: boundsOf(line) }));
    // Counts only up to `most`: beyond it the curve is no better, however much worse it is.
    const burden = (line: readonly Point[], most: number): number => {
      let sum = overWeight * others.filter((point) => distanceToLine(point, line) < clearance).length;
      const bounds = boundsOf(line);
      for (const rival of rivals) {
        if (sum >= most) break;
        if (boxesOverlap(bounds, rival.bounds)) sum += lineCrossings(line, rival.line);
      }
      return sum;
    };

    let chosen: Point | null = null;
    let least = burden([start, end], Infinity);
    for (const bow of bows) {
      const control = controlPoint(start, end, bow * nodeRadius);
      if (!inside(control, frame)) continue;
      const line = tieLine(start, end, control);
      const found = burden(line, least);
      if (found >= least) continue;
      least = found;
      chosen = control;
      lines[index] = line;
    }
    return chosen;
  });
}

function boundsOf(line: readonly Point[]): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y } of line) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  return { left, top, width: right - left, height: bottom - top };
}

function pointAt(points: readonly Point[], index: number): Point {
  return points[index] ?? { x: 0, y: 0 };
}

function controlPoint(start: Point, end: Point, offset: number): Point {
  const dx = end.x - start.x;
  const dy = end.y - start.y;
  const length = Math.sqrt(dx * dx + dy * dy);
  const round = (value: number): number => Math.round(value * 100) / 100;
  return {
    x: round((start.x + end.x) / 2 - (offset * dy) / length),
    y: round((start.y + end.y) / 2 + (offset * dx) / length),
  };
}

function inside(point: Point, frame: { readonly width: number; readonly height: number }): boolean {
  return point.x >= 0 && point.y >= 0 && point.x <= frame.width && point.y <= frame.height;
}
