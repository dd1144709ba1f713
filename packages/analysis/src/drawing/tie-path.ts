import type { DrawnTie, Point } from '../layout/sociogram.ts';

/** Path data of SVG. */
export type TieShape = { readonly line: string; readonly head: string | null };

const fixed = (value: number): string => String(Math.round(value * 10) / 10);
const at = ({ x, y }: Point): string => `${fixed(x)} ${fixed(y)}`;

/** The point `distance` px from `from` in the direction of `towards`. */
const step = (from: Point, towards: Point, distance: number): Point => {
  const length = Math.hypot(towards.x - from.x, towards.y - from.y) || 1;
  return {
    x: from.x + ((towards.x - from.x) / length) * distance,
    y: from.y + ((towards.y - from.y) / length) * distance,
  };
};

const headLength = 11;
const headHalfWidth = 5;

/**
 * A tie as drawn: its line stops at the circles' edges, and a one-way tie ends in a filled arrowhead. Mutual ties have
 * none. Angles follow the curve's end, which for a quadratic Bézier curve points along its control point.
 */
export const tieShape = (tie: DrawnTie, from: Point, to: Point, nodeRadius: number): TieShape => {
  const start = step(from, tie.control ?? to, nodeRadius);
  const aim = tie.control ?? from;
  const tip = step(to, aim, nodeRadius + (tie.mutual ? 0 : 2));
  const end = tie.mutual ? tip : step(tip, aim, headLength - 2);
  const line =
    tie.control === null ? `M${at(start)}L${at(end)}` : `M${at(start)}Q${at(tie.control)} ${at(end)}`;
  if (tie.mutual) return { line, head: null };
  const back = step(tip, aim, headLength);
  const across = { x: (back.y - tip.y) / headLength, y: (tip.x - back.x) / headLength };
  const left = { x: back.x + across.x * headHalfWidth, y: back.y + across.y * headHalfWidth };
  const right = { x: back.x - across.x * headHalfWidth, y: back.y - across.y * headHalfWidth };
  return { line, head: `M${at(tip)}L${at(left)}L${at(right)}Z` };
};
