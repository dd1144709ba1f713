import { squeezeInto } from './squeeze-into.ts';

/** Pixels to a px of the drawing, so that names are sharp on paper and on a wall. */
const scale = 2;

/** With names kept in their boxes in the fonts of this machine, which the server does not know. */
const fitted = (svg: string): { readonly text: string; readonly width: number; readonly height: number } => {
  const drawing = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
  const shown = document.importNode(drawing, true);
  if (!(shown instanceof SVGSVGElement)) throw new TypeError('Not a drawing.');
  const { width, height } = shown.viewBox.baseVal;
  // Letters are measured where they are laid out; out of sight, and gone before the next picture of the page.
  const frame = document.createElement('div');
  frame.className = 'ds-sr-only';
  frame.setAttribute('aria-hidden', 'true');
  frame.append(shown);
  document.body.append(frame);
  try {
    for (const name of shown.querySelectorAll<SVGTextElement>('text[data-width]'))
      squeezeInto(Number(name.dataset.width))(name);
    return { text: new XMLSerializer().serializeToString(shown), width, height };
  } finally {
    frame.remove();
  }
};

/** The drawing as a PNG of twice its size. @throws when the browser cannot draw it */
export const asPng = async (svg: string): Promise<Blob> => {
  const { text, width, height } = fitted(svg);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const png = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
  if (png === null) throw new TypeError('No picture was made.');
  return png;
};
