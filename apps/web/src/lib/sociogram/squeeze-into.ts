type Squeeze = (text: SVGTextElement) => (() => void) | undefined;

/** One for each width, so that a name is not measured again while it moves. */
const made = new Map<number, Squeeze>();

/** Keeps a name in its box where the font at hand is wider than the box was made for. */
export const squeezeInto = (width: number): Squeeze => {
  const squeeze = made.get(width) ?? squeezeTo(width);
  made.set(width, squeeze);
  return squeeze;
};

const squeezeTo = (width: number) => (text: SVGTextElement) => {
  if (text.getComputedTextLength() <= width) return undefined;
  text.setAttribute('textLength', String(width));
  text.setAttribute('lengthAdjust', 'spacingAndGlyphs');
  return () => {
    text.removeAttribute('textLength');
    text.removeAttribute('lengthAdjust');
  };
};
