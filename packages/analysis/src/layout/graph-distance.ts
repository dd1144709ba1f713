import type { TiePair } from './tie-pairs.ts';

const mutualLength = 1;
const oneWayLength = 1.15;
/** An unchosen pupil's own choices are longer still, which keeps the pupil near those chosen but outside the group. */
const unchosenLength = 1.3;

/**
 * Wanted distances between all pupils: the shortest path over ties without regard to direction, where a mutual tie
 * counts 1, a one-way tie 1.15 and a one-way tie from a pupil nobody chose 1.3. Pupils with no path between them get a
 * little more than half of the longest path in the class (at least 2.5): apart, yet in the same picture.
 * Row-major n × n, zero on the diagonal, no unit.
 */
export function graphDistances(n: number, ties: readonly TiePair[]): Float64Array {
  const distances = new Float64Array(n * n).fill(Infinity);
  const received = new Uint8Array(n);
  for (const tie of ties) {
    received[tie.to] = 1;
    if (tie.mutual) received[tie.from] = 1;
  }
  for (let i = 0; i < n; i += 1) distances[i * n + i] = 0;
  for (const { from, to, mutual } of ties) {
    const length = mutual ? mutualLength : received[from] === 1 ? oneWayLength : unchosenLength;
    distances[from * n + to] = distances[to * n + from] = length;
  }
  shortenByPaths(n, distances);
  fillBetweenComponents(distances);
  return distances;
}

/** Floyd–Warshall, in place. */
function shortenByPaths(n: number, distances: Float64Array): void {
  for (let via = 0; via < n; via += 1) {
    for (let i = 0; i < n; i += 1) {
      const first = distances[i * n + via] ?? Infinity;
      if (first === Infinity) continue;
      for (let j = 0; j < n; j += 1) {
        const length = first + (distances[via * n + j] ?? Infinity);
        if (length < (distances[i * n + j] ?? Infinity)) distances[i * n + j] = length;
      }
    }
  }
}

function fillBetweenComponents(distances: Float64Array): void {
  let longest = 0;
  for (const distance of distances) if (distance !== Infinity && distance > longest) longest = distance;
  const apart = Math.max(2.5, 0.6 * longest + 0.5);
  for (let k = 0; k < distances.length; k += 1) if (distances[k] === Infinity) distances[k] = apart;
}
