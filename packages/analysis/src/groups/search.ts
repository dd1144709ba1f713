import { seededRandom } from '../layout/seeded-random.ts';
import { compareCosts, costCount } from './costs.ts';
import type { Placing } from './placing.ts';
import type { RoomGraph } from './room-graph.ts';
import { Seated } from './seated.ts';

/**
 * What steers the annealing: earlier stages weigh more, but not so much that later ones are never felt. The best
 * arrangement is chosen by the exact order of the stages.
 */
const steer = [2_000, 150, 50, 20, 15, 12, 8, 2];
/** In every other run leaving somebody without weighs more. */
const steerHard = steer.with(1, 600);
const hottest = 300;
const coldest = 5;
/** How often the clock is looked at. */
const [movesPerLook, pupilsPerLook] = [2_000, 20];

/**
 * The best arrangement met by simulated annealing over changes of two seats (Kirkpatrick et al. 1983), then by changes
 * of two seats for as long as any is an improvement in the order of the stages. Deterministic for a seed, unless time
 * runs out first.
 */
export function search(
  placing: Placing,
  room: RoomGraph,
  start: ArrayLike<number>,
  seed: number,
  secondsLeft: () => number,
): Seated {
  const n = placing.pupils.length;
  let best = improve(placing, room, new Seated(placing, room, start), secondsLeft);
  if (n < 2) return best;
  const [runs, moves] = n <= 40 ? [3, Math.min(800, 30 * n) * n] : [2, 1_500 * n];
  for (let run = 0; run < runs; run += 1) {
    const annealed = anneal(
      placing,
      room,
      start,
      moves,
      run % 2 === 0 ? steer : steerHard,
      seededRandom(seed + run),
      secondsLeft,
    );
    const improved = improve(placing, room, new Seated(placing, room, annealed), secondsLeft);
    if (compareCosts(improved.total, best.total) < 0) best = improved;
  }
  return best;
}

function anneal(
  placing: Placing,
  room: RoomGraph,
  start: ArrayLike<number>,
  moves: number,
  weights: readonly number[],
  random: () => number,
  secondsLeft: () => number,
): Int32Array {
  const n = placing.pupils.length;
  const seated = new Seated(placing, room, start);
  let height = heightOf(seated, weights);
  let best = seated.pupilAt.slice();
  const bestTotal = seated.total.slice();
  const cooling = (coldest / hottest) ** (1 / moves);
  let temperature = hottest;
  for (let move = 0; move < moves; move += 1) {
    if (move % movesPerLook === 0 && secondsLeft() <= 0) break;
    temperature *= cooling;
    const pupil = Math.floor(random() * n);
    const done = changeSeats(
      placing,
      room,
      seated,
      pupil,
      target(placing, room, seated, pupil, random),
      random,
    );
    if (done.length === 0) continue;
    const next = heightOf(seated, weights);
    if (next > height && random() >= Math.exp((height - next) / temperature)) {
      for (const [a, b] of done.reverse()) seated.change(a, b);
      continue;
    }
    height = next;
    if (compareCosts(seated.total, bestTotal) < 0) {
      bestTotal.set(seated.total);
      best = seated.pupilAt.slice();
    }
  }
  return best;
}

/** Half the time a seat beside somebody the pupil wishes for, otherwise any seat. */
function target(
  placing: Placing,
  { neighbours }: RoomGraph,
  seated: Seated,
  pupil: number,
  random: () => number,
): number {
  const wished = placing.wishes[pupil]!;
  const friend = wished[Math.floor(random() * 2 * wished.length)];
  const beside = friend === undefined ? undefined : neighbours[seated.seatOf[friend] ?? 0];
  return beside?.[Math.floor(random() * beside.length)] ?? Math.floor(random() * neighbours.length);
}

/** Moves a pupil to a seat, and one who must be with it to a seat beside; gives the changes made, none when not allowed. */
function changeSeats(
  placing: Placing,
  room: RoomGraph,
  seated: Seated,
  pupil: number,
  to: number,
  random: () => number,
): [number, number][] {
  const from = seated.seatOf[pupil] ?? 0;
  if (from === to || !seated.mayChange(from, to)) return [];
  seated.change(from, to);
  const done: [number, number][] = [[from, to]];
  for (const partner of placing.partners[pupil]!) {
    const beside = room.neighbours[to]!;
    const seat = seated.seatOf[partner] ?? 0;
    const target = beside[Math.floor(random() * beside.length)] ?? seat;
    if (seat === target || beside.includes(seat) || !seated.mayChange(seat, target)) continue;
    seated.change(seat, target);
    done.push([seat, target]);
  }
  return done;
}

function heightOf({ total }: Seated, weights: readonly number[]): number {
  let height = 0;
  for (let k = 0; k < costCount; k += 1) height += (total[k] ?? 0) * (weights[k] ?? 0);
  return height;
}

/** Changes two seats for as long as that improves the costs in the order of the stages and time is left; the arrangement given is changed. */
export function improve(
  placing: Placing,
  room: RoomGraph,
  seated: Seated,
  secondsLeft: () => number,
): Seated {
  const seats = room.neighbours.length;
  const before = seated.total.slice();
  for (let improved = true; improved;) {
    improved = false;
    for (let pupil = 0; pupil < placing.pupils.length; pupil += 1) {
      if (pupil % pupilsPerLook === 0 && secondsLeft() <= 0) return seated;
      for (let to = 0; to < seats; to += 1) {
        const from = seated.seatOf[pupil] ?? 0;
        if (from === to || !seated.mayChange(from, to)) continue;
        before.set(seated.total);
        seated.change(from, to);
        if (compareCosts(seated.total, before) < 0) improved = true;
        else seated.change(from, to);
      }
    }
  }
  return seated;
}
