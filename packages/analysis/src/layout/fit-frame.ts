import type { MarkRoom } from './mark-room.ts';
import type { Coordinates } from './stress.ts';

const turns = 24;
/** A small class is not spread over the whole frame: at most this many px per unit of wanted distance. */
const widestUnit = 190;
/** How much more one direction may be stretched than the other to use the frame. */
const mostStretch = 1.12;

/**
 * Turns, scales and centres a drawing made at one px per unit, in place, so that it is as large as the frame allows
 * for the circles and names it carries. Returns the px per unit of the narrower direction.
 */
export function fitFrame({ xs, ys }: Coordinates, room: MarkRoom): number {
  let best = { scaleX: 0, scaleY: 0, cos: 1, sin: 0 };
  for (let k = 0; k < turns; k += 1) {
    // Half a turn in steps that need no sines: t = tan(angle / 2) gives exact rational points on the circle.
    const t = (k - turns / 2) / (turns / 2);
    const turned = { cos: (1 - t * t) / (1 + t * t), sin: (2 * t) / (1 + t * t) };
    const scales = scalesAt({ xs, ys }, turned, room);
    if (scales.scaleX * scales.scaleY > best.scaleX * best.scaleY) best = { ...scales, ...turned };
  }
  const { cos, sin, scaleX, scaleY } = best;
  const across = Float64Array.from(xs, (x, i) => scaleX * (cos * x - sin * (ys[i] ?? 0)));
  const down = Float64Array.from(xs, (x, i) => scaleY * (sin * x + cos * (ys[i] ?? 0)));
  const shiftX = room.width / 2 - middle(across);
  const shiftY = (room.height + room.up - room.down) / 2 - middle(down);
  for (let i = 0; i < xs.length; i += 1) {
    xs[i] = (across[i] ?? 0) + shiftX;
    ys[i] = (down[i] ?? 0) + shiftY;
  }
  return Math.min(scaleX, scaleY);
}

function scalesAt(
  { xs, ys }: Coordinates,
  { cos, sin }: { cos: number; sin: number },
  room: MarkRoom,
): { scaleX: number; scaleY: number } {
  const roomX = room.width - 2 * average(room.half);
  const roomY = room.height - room.up - room.down;
  const spreadX = spread(Float64Array.from(xs, (x, i) => cos * x - sin * (ys[i] ?? 0)));
  const spreadY = spread(Float64Array.from(xs, (x, i) => sin * x + cos * (ys[i] ?? 0)));
  const scaleX = Math.min(widestUnit, spreadX > 0 ? roomX / spreadX : Infinity);
  const scaleY = Math.min(widestUnit, spreadY > 0 ? roomY / spreadY : Infinity);
  return { scaleX: Math.min(scaleX, mostStretch * scaleY), scaleY: Math.min(scaleY, mostStretch * scaleX) };
}

function average(values: Float64Array): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function spread(values: Float64Array): number {
  return values.length === 0 ? 0 : Math.max(...values) - Math.min(...values);
}

function middle(values: Float64Array): number {
  return values.length === 0 ? 0 : (Math.max(...values) + Math.min(...values)) / 2;
}
