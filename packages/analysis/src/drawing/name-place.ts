import type { PlacedPupil } from '../layout/sociogram.ts';

/** Where a name stands in its box, as attributes of an SVG text: against the circle, or in the middle above and below it. */
export const namePlace = ({ labelBox, labelSide }: Pick<PlacedPupil, 'labelBox' | 'labelSide'>) => {
  const { left, top, width, height } = labelBox;
  // The letters' foot, with room under it for those that reach lower.
  const y = top + height * 0.78;
  switch (labelSide) {
    case 'right':
      return { x: left, y, 'text-anchor': 'start' } as const;
    case 'left':
      return { x: left + width, y, 'text-anchor': 'end' } as const;
    case 'above':
    case 'below':
      return { x: left + width / 2, y, 'text-anchor': 'middle' } as const;
  }
};
