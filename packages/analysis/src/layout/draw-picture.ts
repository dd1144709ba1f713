import { bendTies } from './bend-ties.ts';
import type { DrawingSizes } from './label-box.ts';
import { chooseLabelSides } from './label-sides.ts';
import { tieLine } from './segments.ts';
import type { SociogramLayout } from './sociogram.ts';
import type { Coordinates } from './stress.ts';
import type { TiePair } from './tie-pairs.ts';
import { mayUntangle } from './tie-pairs.ts';

/**
 * The picture of pupils who stand at these coordinates without overlap: lines over a third pupil's circle are bent, and
 * names stand on the side of their circle where fewer lines run.
 */
export function drawPicture(
  ids: readonly string[],
  labels: readonly string[],
  ties: readonly TiePair[],
  { xs, ys }: Coordinates,
  sizes: DrawingSizes,
): SociogramLayout {
  const points = ids.map((_, i) => ({ x: hundredths(xs[i]), y: hundredths(ys[i]) }));
  const nowhere = { x: 0, y: 0 };
  const clear = mayUntangle(ties);
  const controls = clear ? bendTies(points, ties, sizes.nodeRadius, sizes) : [];
  const lines = ties.map((tie, k) =>
    tieLine(points[tie.from] ?? nowhere, points[tie.to] ?? nowhere, controls[k] ?? null),
  );
  const placed = chooseLabelSides(points, labels, clear ? lines : [], sizes);
  return {
    width: sizes.width,
    height: sizes.height,
    nodeRadius: sizes.nodeRadius,
    pupils: placed.map(({ side, box }, i) => ({
      id: ids[i] ?? '',
      label: labels[i] ?? '',
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

/** Rounded so that stored and printed pictures are small; the gap between marks is far wider. */
function hundredths(value = 0): number {
  return Math.round(value * 100) / 100;
}
