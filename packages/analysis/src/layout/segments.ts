import type { Box, Point } from './sociogram.ts';

/** Whether a–b and c–d cross at a point inside both; touching ends and overlapping parallels do not count. */
export function segmentsCross(a: Point, b: Point, c: Point, d: Point): boolean {
  return turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0;
}

/** The shortest distance from a point to the segment a–b. */
export function distanceToSegment(point: Point, a: Point, b: Point): number {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  const length2 = dx * dx + dy * dy;
  const along = length2 === 0 ? 0 : ((point.x - a.x) * dx + (point.y - a.y) * dy) / length2;
  const part = Math.min(1, Math.max(0, along));
  const ex = point.x - (a.x + part * dx);
  const ey = point.y - (a.y + part * dy);
  return Math.sqrt(ex * ex + ey * ey);
}

/** The line of a tie as a chain of points: two for a straight one, `pieces` + 1 along the quadratic Bézier curve. */
export function tieLine(start: Point, end: Point, control: Point | null, pieces = 12): Point[] {
  if (control === null) return [start, end];
  return Array.from({ length: pieces + 1 }, (_, k) => {
    const t = k / pieces;
    const u = 1 - t;
    return {
      x: u * u * start.x + 2 * u * t * control.x + t * t * end.x,
      y: u * u * start.y + 2 * u * t * control.y + t * t * end.y,
    };
  });
}

/** How many times two chains cross. */
export function lineCrossings(first: readonly Point[], second: readonly Point[]): number {
  let crossings = 0;
  let a = first[0];
  for (let i = 1; i < first.length; i += 1) {
    const b = first[i];
    let c = second[0];
    for (let j = 1; j < second.length; j += 1) {
      const d = second[j];
      if (a && b && c && d && boundsMeet(a, b, c, d) && segmentsCross(a, b, c, d)) crossings += 1;
      c = d;
    }
    a = b;
  }
  return crossings;
}

/** The shortest distance from a point to a chain. */
export function distanceToLine(point: Point, line: readonly Point[]): number {
  let nearest = Infinity;
  for (let i = 1; i < line.length; i += 1) {
    const [a, b] = [line[i - 1], line[i]];
    if (a && b) nearest = Math.min(nearest, distanceToSegment(point, a, b));
  }
  return nearest;
}

/** Whether the upright rectangles round a–b and c–d meet; spares most pairs of segments the full test. */
function boundsMeet(a: Point, b: Point, c: Point, d: Point): boolean {
  return (
    Math.min(a.x, b.x) <= Math.max(c.x, d.x) &&
    Math.min(c.x, d.x) <= Math.max(a.x, b.x) &&
    Math.min(a.y, b.y) <= Math.max(c.y, d.y) &&
    Math.min(c.y, d.y) <= Math.max(a.y, b.y)
  );
}

function turn(a: Point, b: Point, c: Point): number {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

/** Whether a chain touches a box or runs through it. */
export function lineMeetsBox(line: readonly Point[], box: Box): boolean {
  for (let i = 1; i < line.length; i += 1) {
    const [a, b] = [line[i - 1], line[i]];
    if (a && b && segmentMeetsBox(a, b, box)) return true;
  }
  return false;
}

/** Clear cases first; else whether corners of the box lie on both sides of the segment's line. */
function segmentMeetsBox(a: Point, b: Point, { left, top, width, height }: Box): boolean {
  if (Math.max(a.x, b.x) < left || Math.min(a.x, b.x) > left + width) return false;
  if (Math.max(a.y, b.y) < top || Math.min(a.y, b.y) > top + height) return false;
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const start = dx * (top - a.y) - dy * (left - a.x);
  const [across, down] = [-dy * width, dx * height];
  const least = start + Math.min(0, across) + Math.min(0, down);
  const most = start + Math.max(0, across) + Math.max(0, down);
  return least <= 0 && most >= 0;
}
