import type { Statement } from './statements.ts';

/** What each cell can be at least and at most. */
export type Bounds = { readonly low: readonly number[]; readonly high: readonly number[] };

/**
 * What single statements say about single cells, over and over until nothing more follows: a cell is at most what a sum
 * leaves when all the others are at their least. Null when the statements contradict each other.
 */
export function narrowBounds(statements: readonly Statement[], start: Bounds): Bounds | null {
  const low = [...start.low];
  const high = [...start.high];
  for (let changed = true; changed;) {
    changed = false;
    for (const statement of statements) {
      const [least, most] = extent(statement, low, high);
      if (least > statement.high || most < statement.low) return null;
      for (const [cell, weight] of statement.terms) {
        if (weight === 0) continue;
        const [from = 0, to = Infinity] = [low[cell], high[cell]];
        const [near, far] = weight > 0 ? [from, to] : [to, from];
        // Unlimited less unlimited is not a number, and nothing follows from it.
        const room = (limit: number, others: number): number => (limit - others) / weight;
        const [a, b] = [
          room(statement.low, most - weight * far),
          room(statement.high, least - weight * near),
        ];
        const [atLeast, atMost] = weight > 0 ? [a, b] : [b, a];
        const newLow = Number.isNaN(atLeast) ? from : Math.max(from, Math.ceil(atLeast));
        const newHigh = Number.isNaN(atMost) ? to : Math.min(to, Math.floor(atMost));
        if (newLow > newHigh) return null;
        changed ||= newLow > from || newHigh < to;
        low[cell] = newLow;
        high[cell] = newHigh;
      }
    }
  }
  return { low, high };
}

/** The sum with every cell at the end that makes it least, and most. */
function extent({ terms }: Statement, low: readonly number[], high: readonly number[]): [number, number] {
  let [least, most] = [0, 0];
  for (const [cell, weight] of terms) {
    if (weight === 0) continue;
    const [from = 0, to = Infinity] = [low[cell], high[cell]];
    least += weight * (weight > 0 ? from : to);
    most += weight * (weight > 0 ? to : from);
  }
  return [least, most];
}
