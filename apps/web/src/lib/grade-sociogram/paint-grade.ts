import type { GradeDrawing } from './grade-drawing.ts';
import { nameSize } from './names-with-room.ts';
import { tintOf } from './outlines.ts';
import type { Viewport } from './viewport.ts';

/** The colours of the page. */
export type Brush = {
  readonly mutual: string;
  readonly oneWay: string;
  readonly line: string;
  readonly text: string;
  readonly ground: string;
  readonly tint: (place: number) => string;
};

export const brushFrom = (element: Element): Brush => {
  const style = getComputedStyle(element);
  const named = (name: string): string => style.getPropertyValue(name);
  return {
    mutual: named('--tie-mutual'),
    oneWay: named('--tie-one-way'),
    line: named('--node-line'),
    text: named('--ds-color-neutral-text-default'),
    ground: named('--ds-color-neutral-background-default'),
    tint: (place) => named(`--class-${tintOf(place)}`),
  };
};

type Part = Pick<GradeDrawing, 'ties' | 'marks'>;
type PaintedPart = {
  readonly mutual: Path2D;
  readonly oneWay: Path2D;
  readonly heads: Path2D;
  readonly marks: readonly { readonly place: number; readonly answered: Path2D; readonly absent: Path2D }[];
};
export type PaintedGrade = {
  readonly drawing: GradeDrawing;
  readonly all: PaintedPart;
  readonly lit: PaintedPart | null;
};

const readyPart = ({ ties, marks }: Part): PaintedPart => ({
  mutual: new Path2D(ties.mutual),
  oneWay: new Path2D(ties.oneWay),
  heads: new Path2D(ties.heads),
  marks: marks.map(({ place, answered, absent }) => ({
    place,
    answered: new Path2D(answered),
    absent: new Path2D(absent),
  })),
});

/** The drawing with its outlines read once, so that it can be painted many times a second. */
export const readyToPaint = (drawing: GradeDrawing): PaintedGrade => ({
  drawing,
  all: readyPart(drawing),
  lit: drawing.lit === null ? null : readyPart(drawing.lit),
});

const paintPart = (context: CanvasRenderingContext2D, part: PaintedPart, brush: Brush): void => {
  context.lineWidth = 1.2;
  context.strokeStyle = brush.oneWay;
  context.stroke(part.oneWay);
  context.fillStyle = brush.oneWay;
  context.fill(part.heads);
  context.lineWidth = 2.6;
  context.strokeStyle = brush.mutual;
  context.stroke(part.mutual);
  context.lineWidth = 1.8;
  context.strokeStyle = brush.line;
  for (const { place, answered, absent } of part.marks) {
    context.fillStyle = brush.tint(place);
    context.fill(answered);
    context.stroke(answered);
    context.fillStyle = brush.ground;
    context.fill(absent);
    context.setLineDash([4, 3]);
    context.stroke(absent);
    context.setLineDash([]);
  }
};

/** Paints the grade as it stands in its frame; `ratio` px of the canvas to one of the frame. */
export const paintGrade = (
  context: CanvasRenderingContext2D,
  { drawing, all, lit }: PaintedGrade,
  { scale, x, y }: Viewport,
  ratio: number,
  brush: Brush,
): void => {
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, context.canvas.width, context.canvas.height);
  context.setTransform(scale * ratio, 0, 0, scale * ratio, x * ratio, y * ratio);
  context.globalAlpha = lit === null ? 1 : 0.15;
  paintPart(context, all, brush);
  context.globalAlpha = 1;
  if (lit !== null) paintPart(context, lit, brush);
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.textAlign = 'center';
  context.textBaseline = 'top';
  context.lineJoin = 'round';
  context.lineWidth = 3;
  context.strokeStyle = brush.ground;
  context.fillStyle = brush.text;
  const write = (text: string, at: { x: number; y: number }, below: number): void => {
    const [left, top] = [at.x * scale + x, at.y * scale + y + below];
    const { width, height } = context.canvas;
    if (left < -80 || top < -30 || left * ratio > width + 80 * ratio || top * ratio > height) return;
    context.strokeText(text, left, top);
    context.fillText(text, left, top);
  };
  context.font = `500 ${nameSize}px system-ui, sans-serif`;
  for (const pupil of drawing.names) write(pupil.label, pupil, drawing.scene.radius * scale + 2);
  context.font = '700 18px system-ui, sans-serif';
  for (const { className, ...at } of drawing.scene.classes) write(className, at, -9);
};
