import type { ChartFrame } from './rounds-chart.ts';
import { yearsChart } from './years-chart.ts';

/** What one round found in a year; null where it is hidden. */
export type RoundInYear = { readonly year: number; readonly value: number | null };

/**
 * One line over years, and the rounds of each year as dots beside one another within it, in the order they are given. A round
 * without a number leaves its place empty.
 */
export function roundsBesideYears(
  years: readonly { readonly year: number; readonly value: number | null }[],
  rounds: readonly RoundInYear[],
  ticks: readonly number[],
  frame: ChartFrame,
) {
  const all = [...new Set([...years, ...rounds].map(({ year }) => year))].toSorted((a, b) => a - b);
  const chart = yearsChart(
    all.map((year) => ({ year, own: years.find((one) => one.year === year)?.value ?? null, beside: null })),
    ticks,
    frame,
  );
  const [low, high] = [Math.min(...ticks), Math.max(...ticks)];
  const yOf = (value: number): number => {
    const [bottom, top] = [frame.height - frame.margin.bottom, frame.margin.top];
    const part = Math.min(1, Math.max(0, (value - low) / (high - low)));
    return bottom + part * (top - bottom);
  };
  const slot = (frame.width - frame.margin.left - frame.margin.right) / Math.max(1, all.length);
  const dots = chart.years.flatMap(({ year, x }) => {
    const own = rounds.filter((round) => round.year === year);
    return own.flatMap(({ value }, at) =>
      value === null
        ? []
        : [{ year, x: x + slot * 0.8 * ((at + 1) / (own.length + 1) - 0.5), y: yOf(value) }],
    );
  });
  return { ...chart, dots };
}
