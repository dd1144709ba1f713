import { cellsOf, mayBeShown, together, type GroupCounts, type ReleaseRule } from './cells.ts';

/**
 * Whether a total may be shown beside the rows that are not hidden. Who subtracts the shown rows from the total has the
 * hidden rows taken together, so these must be empty or showable as a group of their own.
 *
 * Sizes of groups are taken as known. If the hidden pupils then all lie in one cell, each hidden row is known as well,
 * so every hidden row must be showable. In any other remainder of two or more rows with pupils each cell of each row
 * has at least two possible values or is zero.
 */
export function remainderIsSafe(hidden: readonly GroupCounts[], rule: ReleaseRule): boolean {
  const rows = hidden.filter(({ size }) => size > 0);
  if (rows.length === 0) return true;
  const remainder = together('', rows);
  if (!mayBeShown(remainder, rule)) return false;
  const filled = cellsOf(remainder).filter((cell) => cell > 0).length;
  return filled > 1 || rows.every((row) => mayBeShown(row, rule));
}
