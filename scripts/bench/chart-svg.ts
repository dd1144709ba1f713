import type { Chart } from './bench.ts';
import { COLOURS, dot, line, text, writeSvg } from './signals-svg.ts';

const [LEFT, TOP, WIDTH, HEIGHT] = [70, 20, 520, 260];
const STEPS = [1, 2, 5, 10];

/** The round step that gives a handful of ticks. */
const stepOf = (most: number): number => {
  const power = 10 ** Math.floor(Math.log10(most / 4));
  return power * (STEPS.find((step) => (step * power * 5) / most >= 1) ?? 10);
};

const ticks = (most: number): readonly number[] => {
  const step = stepOf(most);
  return Array.from({ length: Math.ceil(most / step) + 1 }, (_, at) => at * step);
};

const written = (value: number): string => String(Number(value.toFixed(3)));

/** A chart with both axes from nought. */
export const writeChart = (chart: Chart): void => {
  const points = chart.lines.flatMap((one) => one.points);
  const across = ticks(Math.max(...points.map(([x]) => x)));
  const up = ticks(Math.max(...points.map(([, y]) => y), chart.aim ?? 0));
  const x = (value: number): number => LEFT + (WIDTH * value) / (across.at(-1) ?? 1);
  const y = (value: number): number => TOP + HEIGHT * (1 - value / (up.at(-1) ?? 1));
  const marks = [
    ...across.map((value) => text(x(value), TOP + HEIGHT + 18, written(value), 'middle')),
    ...up.flatMap((value) => [
      line(LEFT, y(value), LEFT + WIDTH, y(value), '#ddd'),
      text(LEFT - 6, y(value) + 4, written(value), 'end'),
    ]),
    text(LEFT + WIDTH / 2, TOP + HEIGHT + 40, chart.across, 'middle'),
    `<g transform="translate(18 ${TOP + HEIGHT / 2}) rotate(-90)">${text(0, 0, chart.up, 'middle')}</g>`,
    ...(chart.aim === undefined
      ? []
      : [
          line(LEFT, y(chart.aim), LEFT + WIDTH, y(chart.aim), '#999', 1.5),
          text(LEFT + WIDTH, y(chart.aim) - 5, 'aim', 'end'),
        ]),
    ...chart.lines.flatMap(({ what, points: of }, at) => {
      const colour = COLOURS[at % COLOURS.length] ?? '#333333';
      const legend = TOP + HEIGHT + 64 + 18 * at;
      return [
        ...of.slice(1).map(([x2, y2], before) => {
          const [x1, y1] = of[before] ?? [x2, y2];
          return line(x(x1), y(y1), x(x2), y(y2), colour, 1.5);
        }),
        ...of.map(([px, py]) => dot(x(px), y(py), colour, 2.5)),
        dot(LEFT + 6, legend - 4, colour),
        text(LEFT + 16, legend, what),
      ];
    }),
  ];
  const height = TOP + HEIGHT + 64 + 18 * chart.lines.length;
  writeSvg(`performance/images/${chart.name}.svg`, LEFT + WIDTH + 30, height, chart.title, marks);
};
