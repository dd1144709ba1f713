import type { DrawingSizes } from './label-box.ts';
import { boxesOverlap, boxInFrame, labelBox, nodeBox } from './label-box.ts';
import { lineMeetsBox } from './segments.ts';
import type { Box, LabelSide, Point } from './sociogram.ts';

/** The names stand under the circles unless another side meets fewer lines by more than this. */
const cost: Readonly<Record<LabelSide, number>> = { below: 0, above: 0.6, right: 0.7, left: 0.7 };
const sides = ['below', 'above', 'right', 'left'] as const;

/**
 * Chooses on which side of its circle each name stands, so that fewer lines run through names. A side is only taken
 * where the name is in the frame and at least the gap from every other circle and name; below is known to be free.
 */
export function chooseLabelSides(
  points: readonly Point[],
  labels: readonly string[],
  lines: readonly (readonly Point[])[],
  sizes: DrawingSizes,
): { side: LabelSide; box: Box }[] {
  const circles = points.map((point) => nodeBox(point, sizes.nodeRadius));
  const chosen = points.map((point, i) => ({
    side: 'below' as LabelSide,
    box: labelBox(point, labels[i] ?? '', 'below', sizes),
  }));
  for (const [i, point] of points.entries()) {
    let least = Infinity;
    for (const side of sides) {
      const box = labelBox(point, labels[i] ?? '', side, sizes);
      if (side !== 'below' && !isFree(box, i)) continue;
      const found = cost[side] + lines.filter((line) => lineMeetsBox(line, box)).length;
      if (found >= least) continue;
      least = found;
      chosen[i] = { side, box };
    }
  }
  return chosen;

  function isFree(box: Box, i: number): boolean {
    return (
      boxInFrame(box, sizes.width, sizes.height) &&
      circles.every((circle, j) => j === i || !boxesOverlap(box, circle, sizes.gap)) &&
      chosen.every((other, j) => j === i || !boxesOverlap(box, other.box, sizes.gap))
    );
  }
}
