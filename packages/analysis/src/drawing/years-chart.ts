import { scaleLinear, scalePoint } from 'd3-scale';
import { line } from 'd3-shape';
import type { ChartFrame } from './rounds-chart.ts';

/** What was found in one year, and what it is set beside; null where there is nothing to show, hidden or not measured. */
export type YearValue = {
  readonly year: number;
  readonly own: number | null;
  readonly beside: number | null;
};

type DrawnYear = {
  readonly year: number;
  readonly x: number;
  readonly own: number | null;
  readonly beside: number | null;
};

type YearsChart = {
  readonly years: readonly DrawnYear[];
  /** SVG paths through the dots, broken where a year has none. */
  readonly ownPath: string;
  readonly besidePath: string;
  readonly ticks: readonly { readonly value: number; readonly y: number }[];
};

/**
 * Two lines over years on a scale that is given, the same in every chart of a set (small multiples; Tufte 1990). A year that
 * is missing or hidden leaves a gap in its line: nothing in the drawing depends on a number that is not shown.
 */
export function yearsChart(
  values: readonly YearValue[],
  ticks: readonly number[],
  frame: ChartFrame,
): YearsChart {
  const { width, height, margin } = frame;
  const x = scalePoint<number>()
    .domain(values.map(({ year }) => year))
    .range([margin.left, width - margin.right])
    .padding(0.5);
  const y = scaleLinear()
    .domain([Math.min(...ticks), Math.max(...ticks)])
    .range([height - margin.bottom, margin.top])
    .clamp(true);
  const at = (value: number | null): number | null => (value === null ? null : y(value));
  const years = values.map(({ year, own, beside }): DrawnYear => ({
    year,
    x: x(year) ?? margin.left,
    own: at(own),
    beside: at(beside),
  }));
  const through = (of: 'own' | 'beside'): string =>
    line<DrawnYear>()
      .defined((one) => one[of] !== null)
      .x((one) => one.x)
      .y((one) => one[of] ?? 0)(years) ?? '';
  return {
    years,
    ownPath: through('own'),
    besidePath: through('beside'),
    ticks: ticks.map((value) => ({ value, y: y(value) })),
  };
}
