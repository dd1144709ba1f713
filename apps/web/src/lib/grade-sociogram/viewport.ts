export type Size = { readonly width: number; readonly height: number };
export type Spot = { readonly x: number; readonly y: number };
/** How a picture stands in its frame: its point p is drawn at p · scale + (x, y), in px of the frame. */
export type Viewport = Spot & { readonly scale: number };

const largest = 4;

const centred = (scale: number, point: Spot, frame: Size): Viewport => ({
  scale,
  x: frame.width / 2 - point.x * scale,
  y: frame.height / 2 - point.y * scale,
});

/** The whole picture in the middle of the frame, no larger than it is drawn. */
export const fitted = (picture: Size, frame: Size): Viewport =>
  centred(
    Math.min(1, frame.width / picture.width, frame.height / picture.height),
    { x: picture.width / 2, y: picture.height / 2 },
    frame,
  );

/** Pushes the picture back so that the middle of the frame lies on it. */
const kept = ({ scale, x, y }: Viewport, picture: Size, frame: Size): Viewport => {
  const within = (at: number, length: number, room: number): number =>
    Math.min(room / 2, Math.max(room / 2 - length * scale, at));
  return {
    scale,
    x: within(x, picture.width, frame.width),
    y: within(y, picture.height, frame.height),
  };
};

/** Moved by so many px of the frame. */
export const panned = (viewport: Viewport, by: Spot, picture: Size, frame: Size): Viewport =>
  kept({ ...viewport, x: viewport.x + by.x, y: viewport.y + by.y }, picture, frame);

/** Larger or smaller with one point of the frame at rest; between the whole picture and four times as large as it is drawn. */
export const zoomed = (
  { scale: before, x, y }: Viewport,
  factor: number,
  rest: Spot,
  picture: Size,
  frame: Size,
): Viewport => {
  const scale = Math.min(largest, Math.max(fitted(picture, frame).scale, before * factor));
  const by = scale / before;
  return kept({ scale, x: rest.x - (rest.x - x) * by, y: rest.y - (rest.y - y) * by }, picture, frame);
};

/** With a point of the picture in the middle of the frame, large enough to read names. */
export const broughtForth = (viewport: Viewport, point: Spot, frame: Size): Viewport =>
  centred(Math.max(viewport.scale, 1), point, frame);

/** The point of the picture at a point of the frame. */
export const pointAt = ({ scale, x, y }: Viewport, at: Spot): Spot => ({
  x: (at.x - x) / scale,
  y: (at.y - y) / scale,
});
