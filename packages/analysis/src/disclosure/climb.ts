import type { CountTable } from './count-system.ts';
import { isOpen, roomIn, type Ground, type Move } from './moves.ts';
import type { Scenario, WitnessPair } from './scenarios.ts';

type Way = 1 | -1;

/** Two ranges can undo each other's room. */
const mostBalanced = 20;

/** A table on its way, with the sums that have a range and have changed. */
type Climber = { readonly table: number[]; readonly sums: Map<number, number> };

/**
 * Two possible tables that moves lead to which hide nothing, one after the other, each way until the target is `asked` apart.
 * Where a sum would leave its range, a move of `balancing` first makes room. A heuristic: other tables may lie further apart.
 */
export function climb(
  ground: Ground,
  moves: readonly Move[],
  balancing: readonly Move[],
  scenario: Scenario,
  asked: number,
): WitnessPair {
  const isFree = (move: Move): boolean =>
    move.figures.every((figure) => ground.hidden.has(figure)) && isOpen(move, scenario);
  const free = moves.filter(isFree);
  const others = balancing.filter(isFree);
  const go = (way: Way, steps: number): { readonly table: CountTable; readonly gone: number } => {
    const climber: Climber = { table: [...ground.actual], sums: new Map() };
    let [gone, tries] = [0, mostBalanced];
    for (const move of free)
      while (gone < steps) {
        const room = Math.min(steps - gone, roomOf(climber, move, way, scenario));
        if (room <= 0) break;
        const slack = slackOf(ground, climber, move, way);
        if (slack > 0) {
          take(ground, climber, move, way, Math.min(room, slack));
          gone += Math.min(room, slack);
        } else if ((tries -= 1) < 0 || !makeRoom(ground, climber, move, way, others, scenario)) break;
      }
    return { table: climber.table, gone };
  };
  const high = go(1, asked);
  return [go(-1, asked - high.gone).table, high.table];
}

const roomOf = ({ table }: Climber, { up, down }: Move, way: Way, scenario: Scenario): number =>
  roomIn(table, way === 1 ? down : up, scenario);

function take(ground: Ground, { table, sums }: Climber, move: Move, way: Way, steps: number): void {
  for (const cell of move.up) table[cell] = (table[cell] ?? 0) + way * steps;
  for (const cell of move.down) table[cell] = (table[cell] ?? 0) - way * steps;
  for (const { k, slope } of move.ranges)
    sums.set(k, (sums.get(k) ?? sumNow(ground, k)) + way * slope * steps);
}

const sumNow = ({ said, actual }: Ground, k: number): number =>
  said[k]?.cells.reduce((sum, cell, i) => sum + (said[k]?.weights[i] ?? 0) * (actual[cell] ?? 0), 0) ?? 0;

/** How many steps until this sum leaves its range. */
function stepsWithin(ground: Ground, { sums }: Climber, k: number, slope: number): number {
  const { least, most, figure } = ground.said[k]!;
  if (figure !== null && ground.hidden.has(figure)) return Infinity;
  const sum = sums.get(k) ?? sumNow(ground, k);
  return Math.floor(slope > 0 ? (most - sum) / slope : (sum - least) / -slope);
}

const slackOf = (ground: Ground, climber: Climber, { ranges }: Move, way: Way): number =>
  Math.min(Infinity, ...ranges.map(({ k, slope }) => stepsWithin(ground, climber, k, way * slope)));

/** Takes one step of another move that leads the tightest sum away from its end, and leaves the cells of this move alone. */
function makeRoom(
  ground: Ground,
  climber: Climber,
  move: Move,
  way: Way,
  others: readonly Move[],
  scenario: Scenario,
): boolean {
  const tight = move.ranges.find(({ k, slope }) => stepsWithin(ground, climber, k, way * slope) <= 0);
  if (tight === undefined) return false;
  const own = new Set(move.places);
  for (const other of others) {
    const slope = other.ranges.find(({ k }) => k === tight.k)?.slope ?? 0;
    if (slope === 0 || other.places.some((place) => own.has(place))) continue;
    const back: Way = Math.sign(slope) === Math.sign(way * tight.slope) ? -1 : 1;
    if (roomOf(climber, other, back, scenario) < 1 || slackOf(ground, climber, other, back) < 1) continue;
    take(ground, climber, other, back, 1);
    return true;
  }
  return false;
}
