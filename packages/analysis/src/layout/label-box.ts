import type { Box, LabelSide, Point } from './sociogram.ts';

/** Sizes in px. `gap` is the least space between the marks of two pupils, and between a mark and the frame. */
export type DrawingSizes = {
  readonly width: number;
  readonly height: number;
  readonly nodeRadius: number;
  readonly characterWidth: number;
  readonly labelHeight: number;
  readonly labelGap: number;
  readonly gap: number;
};

export function labelWidth(label: string, sizes: DrawingSizes): number {
  return [...label].length * sizes.characterWidth;
}

/** The label cut to at most `widest` px, ending in «…» when cut. */
export function fitLabel(label: string, widest: number, sizes: DrawingSizes): string {
  const characters = [...label];
  const room = Math.max(1, Math.floor(widest / sizes.characterWidth));
  if (characters.length <= room) return label;
  return `${characters
    .slice(0, room - 1)
    .join('')
    .trimEnd()}…`;
}

export function labelBox(at: Point, label: string, side: LabelSide, sizes: DrawingSizes): Box {
  const width = labelWidth(label, sizes);
  const height = sizes.labelHeight;
  const reach = sizes.nodeRadius + sizes.labelGap;
  const box = { width, height };
  switch (side) {
    case 'below':
      return { ...box, left: at.x - width / 2, top: at.y + reach };
    case 'above':
      return { ...box, left: at.x - width / 2, top: at.y - reach - height };
    case 'right':
      return { ...box, left: at.x + reach, top: at.y - height / 2 };
    case 'left':
      return { ...box, left: at.x - reach - width, top: at.y - height / 2 };
  }
}

export function boxesOverlap(a: Box, b: Box, gap = 0): boolean {
  return (
    a.left < b.left + b.width + gap &&
    b.left < a.left + a.width + gap &&
    a.top < b.top + b.height + gap &&
    b.top < a.top + a.height + gap
  );
}

export function circleOverlapsBox(centre: Point, radius: number, box: Box): boolean {
  const dx = centre.x - Math.min(box.left + box.width, Math.max(box.left, centre.x));
  const dy = centre.y - Math.min(box.top + box.height, Math.max(box.top, centre.y));
  return dx * dx + dy * dy < radius * radius;
}

export function boxInFrame(box: Box, width: number, height: number): boolean {
  return box.left >= 0 && box.top >= 0 && box.left + box.width <= width && box.top + box.height <= height;
}

/** The square around a circle. */
export function nodeBox(at: Point, radius: number): Box {
  return { left: at.x - radius, top: at.y - radius, width: 2 * radius, height: 2 * radius };
}
