import type { PlacedPupil } from '@samhold/analysis';

/** Where a name stands in its box: against the circle, or in the middle above and below it. */
export const textPlace = ({ labelBox, labelSide }: Pick<PlacedPupil, 'labelBox' | 'labelSide'>) => {
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

/** Keeps a name in its box where the font at hand is wider than the box was made for. */
export const squeezeInto = (width: number) => (text: SVGTextElement) => {
  if (text.getComputedTextLength() <= width) return undefined;
  text.setAttribute('textLength', String(width));
  text.setAttribute('lengthAdjust', 'spacingAndGlyphs');
  return () => {
    text.removeAttribute('textLength');
    text.removeAttribute('lengthAdjust');
  };
};
