import type { ClassLife } from './class-life.ts';
import type { ClassModel } from './class-model.ts';

/** Classmates liked best, who count as close when shared friends are added. */
const CLOSE = 4;

/** How well each pupil likes each on one criterion, row-major; `-Infinity` for oneself. */
export function likings(life: ClassLife, model: ClassModel, criterion: number): Float64Array {
  const { size, appeal } = life;
  const taste = life.tastes[criterion]!;
  const near = withoutFavourites(nearness(life, model), size);
  const liking = near.map(
    (value, at) =>
      value +
      model.bond * life.bond[at]! +
      life.leaning[at]! +
      model.appeal * appeal[at % size]! +
      model.taste * taste[at]!,
  );
  for (let i = 0; i < size; i += 1) liking[i * size + i] = -Infinity;
  return withSharedFriends(liking, size, model.sharedFriend);
}

function nearness({ size, interests }: ClassLife, model: ClassModel): Float64Array {
  const near = new Float64Array(size * size);
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j < size; j += 1) {
      const across = interests[2 * i]! - interests[2 * j]!;
      const along = interests[2 * i + 1]! - interests[2 * j + 1]!;
      near[i * size + j] = -model.distance * Math.sqrt(across * across + along * along);
    }
  }
  return near;
}

/** Takes each column's mean off, so that ordinary interests make nobody popular: that is `appeal`'s part. */
function withoutFavourites(table: Float64Array, size: number): Float64Array {
  const means = new Float64Array(size);
  table.forEach((value, at) => {
    means[at % size]! += value / size;
  });
  return table.map((value, at) => value - means[at % size]!);
}

function withSharedFriends(liking: Float64Array, size: number, weight: number): Float64Array {
  const close = Array.from({ length: size }, (_, i) => {
    const marks = new Uint8Array(size);
    for (const j of bestLiked(liking, size, i, CLOSE)) marks[j] = 1;
    return marks;
  });
  return liking.map((value, at) => {
    const one = close[Math.floor(at / size)]!;
    const other = close[at % size]!;
    let shared = 0;
    for (let k = 0; k < size; k += 1) shared += one[k]! & other[k]!;
    return value + weight * shared;
  });
}

/** The `count` pupils whom pupil i likes best, best first; those at `-Infinity` are left out. */
export function bestLiked(liking: Float64Array, size: number, i: number, count: number): number[] {
  return Array.from({ length: size }, (_, j) => j)
    .filter((j) => liking[i * size + j]! > -Infinity)
    .sort((a, b) => liking[i * size + b]! - liking[i * size + a]!)
    .slice(0, count);
}
