import type { MarkRoom } from './mark-room.ts';
import { clampX, clampY, overlapsAny } from './separate.ts';
import type { RingPlaces } from './share-slots.ts';
import type { Point } from './sociogram.ts';
import { targetRings } from './target-rings.ts';
import type { Target } from './target-slots.ts';

const directions = 160;
const levels = 5;

/**
 * Places in rings that hold the whole circle: each ring's area follows the number of its pupils, and each pupil takes the
 * free place nearest the direction wanted (`wanted`, see turnOf). Null where some pupil finds none. `ringNumber` counts
 * from the middle; `margin` is the reach a circle takes from its centre.
 */
export function seatInRings(
  ringNumber: readonly number[],
  wanted: Float64Array,
  target: Target,
  room: MarkRoom,
  margin: number,
): RingPlaces | null {
  const n = ringNumber.length;
  if (crowded(room)) return null;
  const limits = limitsByArea(ringNumber, 2.4 * margin);
  const coordinates = { xs: new Float64Array(n).fill(NaN), ys: new Float64Array(n).fill(NaN) };
  const { xs, ys } = coordinates;
  for (const i of [...ringNumber.keys()].sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0) || a - b)) {
    const ring = ringNumber[i] ?? 0;
    const inner = ring === 0 ? 0 : (limits[ring - 1] ?? 0) + margin;
    const outer = (limits[ring] ?? 1) - margin;
    const free = placesFrom(wanted[i] ?? 0, inner, outer, target).find(
      ({ x, y }) =>
        clampX(x, i, room) === x && clampY(y, room) === y && !overlapsAny(x, y, i, coordinates, room),
    );
    if (free === undefined) return null;
    xs[i] = free.x;
    ys[i] = free.y;
  }
  return { coordinates, limits, margins: limits.map(() => margin) };
}

/** Whether the marks would fill more than half of the ellipse: then a search for free places seldom ends well. */
function crowded({ half, up, down, width, height }: MarkRoom): boolean {
  const marks = half.reduce((sum, one) => sum + 2 * one * (up + down), 0);
  return marks > (0.5 * Math.PI * width * height) / 4;
}

function limitsByArea(ringNumber: readonly number[], narrowest: number): number[] {
  const shares = targetRings.map((_, k) => ringNumber.filter((ring) => ring === k).length + 1);
  const whole = shares.reduce((sum, share) => sum + share, 0);
  let area = 0;
  const limits = shares.map((share) => Math.sqrt((area += share) / whole));
  for (let k = limits.length - 2; k >= 0; k -= 1) {
    limits[k] = Math.min(limits[k] ?? 1, (limits[k + 1] ?? 1) - narrowest);
  }
  return limits;
}

/** Places between two reaches, those nearest in direction first, the middle of the ring before its edges. */
function* placesFrom(turn: number, inner: number, outer: number, target: Target): Generator<Point> {
  for (let k = 0; k < directions * levels; k += 1) {
    const step = Math.floor(k / levels);
    const aside = (step % 2 === 0 ? 1 : -1) * Math.ceil(step / 2) * (4 / directions);
    const { dx, dy } = directionOf((turn + aside + 4) % 4);
    const level = k % levels;
    const part = 0.5 + ((level % 2 === 0 ? 1 : -1) * Math.ceil(level / 2)) / levels;
    const reach = inner + part * (outer - inner);
    yield {
      x: target.centre.x + reach * target.radiusX * dx,
      y: target.centre.y + reach * target.radiusY * dy,
    };
  }
}

/** The unit direction of a turn in [0, 4): the inverse of turnOf, by a root instead of sines. */
function directionOf(turn: number): { dx: number; dy: number } {
  const dx = turn < 2 ? 1 - turn : turn - 3;
  const dy = turn < 1 ? turn : turn < 3 ? 2 - turn : turn - 4;
  const length = Math.sqrt(dx * dx + dy * dy);
  return { dx: dx / length, dy: dy / length };
}
