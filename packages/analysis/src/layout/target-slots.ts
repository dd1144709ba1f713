import type { DrawingSizes } from './label-box.ts';
import type { CellGrid, MarkRoom } from './mark-room.ts';
import type { Point } from './sociogram.ts';

/** The ellipses of a target: where they are centred, and their half axes where `reach` is 1. */
type Ellipses = { readonly centre: Point; readonly radiusX: number; readonly radiusY: number };

/** `corner` is the reach of the corner of the frame that is furthest out. */
export type Target = Ellipses & { readonly corner: number };

/** Px between the frame and the ellipse that fills it, for the line it is drawn with. */
const edge = 2;

export function targetIn({ width, height, up, down }: MarkRoom): Target {
  // A little off the middle, so that no two slots are equally far out.
  const centre = { x: width / 2 + 1.37, y: (height + up - down) / 2 + 0.91 };
  const ellipses = {
    centre,
    radiusX: Math.min(centre.x, width - centre.x) - edge,
    radiusY: Math.min(centre.y, height - centre.y) - edge,
  };
  const corners = [0, width].flatMap((x) => [0, height].map((y) => reachOf({ x, y }, ellipses)));
  return { ...ellipses, corner: Math.max(...corners) };
}

/** How far out a point is: 0 in the centre, 1 on the ellipse that fills the frame. */
export function reachOf({ x, y }: Point, { centre, radiusX, radiusY }: Ellipses): number {
  const [dx, dy] = [(x - centre.x) / radiusX, (y - centre.y) / radiusY];
  return Math.sqrt(dx * dx + dy * dy);
}

/** The direction from the centre as a number in [0, 4) that grows with the angle; needs no arctangent. */
export function turnOf({ x, y }: Point, { centre, radiusX, radiusY }: Ellipses): number {
  const [dx, dy] = [(x - centre.x) / radiusX, (y - centre.y) / radiusY];
  const part = dy / (Math.abs(dx) + Math.abs(dy));
  return dx < 0 ? 2 - part : part < 0 ? 4 + part : part;
}

/**
 * Places for at least as many marks as there are pupils, in rows, without overlap and in the frame, whoever stands in
 * which; from the centre outwards, in the corners too.
 */
export function targetSlots(room: MarkRoom, grid: CellGrid, sizes: DrawingSizes, target: Target): Point[] {
  const widest = 2 * Math.max(...room.half, sizes.nodeRadius + sizes.gap / 2);
  const inner = { width: room.width - sizes.gap, height: room.height - sizes.gap };
  const columns = Math.max(grid.columns, Math.floor(inner.width / widest));
  const rows = Math.floor(inner.height / (room.up + room.down));
  const cell = { width: inner.width / columns, height: inner.height / rows };
  const spare = (cell.width - widest) / 2;
  const slots = Array.from({ length: rows * columns }, (_, k) => {
    const row = Math.floor(k / columns);
    return {
      x:
        sizes.gap / 2 +
        ((k % columns) + 0.5) * cell.width +
        (row % 2 === 0 ? 1 : -1) * Math.max(0, Math.min(spare, cell.width / 4)),
      y: sizes.gap / 2 + row * cell.height + room.up + (cell.height - room.up - room.down) / 2,
    };
  });
  return slots.sort((a, b) => reachOf(a, target) - reachOf(b, target));
}
