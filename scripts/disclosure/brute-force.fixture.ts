import type { Statement } from './statements.ts';

/** Every table of whole numbers that agrees with the statements, found by trying; cells are at most `most`. */
export function tablesOf(statements: readonly Statement[], cellCount: number, most: number): number[][] {
  const found: number[][] = [];
  const table: number[] = [];
  const possible = (complete: boolean): boolean =>
    statements.every(({ terms, low, high }) => {
      let [least, greatest] = [0, 0];
      for (const [cell, weight] of terms) {
        const value = table[cell];
        least += value === undefined ? Math.min(0, weight) * most : weight * value;
        greatest += value === undefined ? Math.max(0, weight) * most : weight * value;
      }
      return complete ? least >= low && least <= high : greatest >= low && least <= high;
    });
  const fill = (): void => {
    const complete = table.length === cellCount;
    if (!possible(complete)) return;
    if (complete) return void found.push([...table]);
    for (let value = 0; value <= most; value += 1) {
      table.push(value);
      fill();
      table.pop();
    }
  };
  fill();
  return found;
}
