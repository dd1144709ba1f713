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
