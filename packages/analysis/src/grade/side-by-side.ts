import type { Coordinates } from '../layout/stress.ts';

/** Px between the outermost centres of two classes, with room for the name of the class. */
const gap = 140;
/** How much wider than tall a screen is. */
const aspect = 1.5;

type Group = { readonly own: readonly number[]; readonly places: Coordinates };
type Box = { readonly left: number; readonly top: number; readonly width: number; readonly height: number };
type Corner = { readonly x: number; readonly y: number };

/** Puts groups in rows that fill a screen's shape best, in the order they come; each is as wide and tall as its own points need. */
export function sideBySide(groups: readonly Group[], n: number): Coordinates {
  const boxes = groups.map(({ places }) => boxOf(places));
  const corners = bestRows(boxes);
  const places = { xs: new Float64Array(n), ys: new Float64Array(n) };
  for (const [k, { own, places: points }] of groups.entries()) {
    const [{ left, top }, { x, y }] = [boxes[k] ?? boxOf(points), corners[k] ?? { x: 0, y: 0 }];
    for (const [at, i] of own.entries()) {
      places.xs[i] = (points.xs[at] ?? 0) - left + x;
      places.ys[i] = (points.ys[at] ?? 0) - top + y;
    }
  }
  return places;
}

/** Of the rows as wide as the first box, the first two, and so on: those that can be drawn largest on a screen. */
function bestRows(boxes: readonly Box[]): readonly Corner[] {
  let [best, least]: [readonly Corner[], number] = [[], Infinity];
  let width = -gap;
  for (const box of boxes) {
    width += box.width + gap;
    const { corners, size } = rowsWithin(width, boxes);
    if (size < least) [best, least] = [corners, size];
  }
  return best;
}

/** Rows no wider than a width that has room for any box, and how tall a screen must be to show them all. */
function rowsWithin(width: number, boxes: readonly Box[]) {
  const corners: Corner[] = [];
  let [x, y, tall, widest] = [0, 0, 0, 0];
  for (const box of boxes) {
    if (x > 0 && x + box.width > width) [x, y, tall] = [0, y + tall + gap, 0];
    corners.push({ x, y });
    widest = Math.max(widest, x + box.width);
    x += box.width + gap;
    tall = Math.max(tall, box.height);
  }
  return { corners, size: Math.max(widest / aspect, y + tall) };
}

function boxOf({ xs, ys }: Coordinates): Box {
  if (xs.length === 0) return { left: 0, top: 0, width: 0, height: 0 };
  const left = Math.min(...xs);
  const top = Math.min(...ys);
  return { left, top, width: Math.max(...xs) - left, height: Math.max(...ys) - top };
}
