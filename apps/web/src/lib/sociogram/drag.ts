export type Point = { readonly x: number; readonly y: number };

/** Moved less than this many px on the screen it is a press, not a drag. */
const least = 4;

/** One pupil under one pointer, from press to release. */
export type Grip = {
  readonly id: string;
  /** From the pointer to the middle of the circle, in px of the picture. */
  readonly offset: Point;
  /** Where the pointer was pressed, in px of the screen. */
  readonly start: Point;
  readonly drags: boolean;
};

/** `at` is the pointer's place in the picture, `screen` on the screen. */
export const gripped = (id: string, centre: Point, at: Point, screen: Point): Grip => ({
  id,
  offset: { x: centre.x - at.x, y: centre.y - at.y },
  start: screen,
  drags: false,
});

/** The grip after the pointer has moved, and where the pupil's circle is now; null while it is still but a press. */
export const dragged = (
  grip: Grip,
  at: Point,
  screen: Point,
): { readonly grip: Grip; readonly place: Point | null } => {
  const drags = grip.drags || Math.hypot(screen.x - grip.start.x, screen.y - grip.start.y) >= least;
  if (!drags) return { grip, place: null };
  return { grip: { ...grip, drags }, place: { x: at.x + grip.offset.x, y: at.y + grip.offset.y } };
};

const way: Readonly<Record<string, Point>> = {
  ArrowRight: { x: 1, y: 0 },
  ArrowDown: { x: 0, y: 1 },
  ArrowLeft: { x: -1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
};

/** Px of the picture that one press of an arrow key moves a pupil. */
const step = 10;

export const stepOf = (key: string): Point | null => {
  const direction = way[key];
  return direction ? { x: step * direction.x, y: step * direction.y } : null;
};
