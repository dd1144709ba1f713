import type { Coordinates } from '../layout/stress.ts';

/** Px between the outermost centres of two classes, with room for the name of the class. */
const gap = 140;
/** How much wider than tall a screen is. */
const aspect = 1.5;

type Group = { readonly own: readonly number[]; readonly places: Coordinates };

/** Puts groups in rows of about a screen's shape, in the order they come; each is as wide and tall as its own points need. */
export function sideBySide(groups: readonly Group[], n: number): Coordinates {
  const boxes = groups.map(({ places }) => boxOf(places));
  const width = Math.sqrt(
    boxes.reduce((sum, box) => sum + (box.width + gap) * (box.height + gap), 0) * aspect,
  );
  const places = { xs: new Float64Array(n), ys: new Float64Array(n) };
  let [x, y, tall] = [0, 0, 0];
  for (const [k, { own, places: points }] of groups.entries()) {
    const box = boxes[k] ?? boxOf(points);
    if (x > 0 && x + box.width > width) [x, y, tall] = [0, y + tall + gap, 0];
    for (const [at, i] of own.entries()) {
      places.xs[i] = (points.xs[at] ?? 0) - box.left + x;
      places.ys[i] = (points.ys[at] ?? 0) - box.top + y;
    }
    x += box.width + gap;
    tall = Math.max(tall, box.height);
  }
  return places;
}

function boxOf({ xs, ys }: Coordinates) {
  if (xs.length === 0) return { left: 0, top: 0, width: 0, height: 0 };
  const left = Math.min(...xs);
  const top = Math.min(...ys);
  return { left, top, width: Math.max(...xs) - left, height: Math.max(...ys) - top };
}
