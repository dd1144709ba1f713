import { COLOURS, dot, line, text, writeSvg } from './signals-svg.ts';
import type { Cost } from './sociometry-cost.ts';

const [LEFT, TOP, WIDTH, HEIGHT] = [70, 20, 480, 360];
const SIZES = [10, 1000] as const;
const TIMES = [0.01, 1000] as const;

const share = (value: number, [from, to]: readonly [number, number]): number =>
  Math.log(value / from) / Math.log(to / from);
const across = (size: number): number => LEFT + WIDTH * share(size, SIZES);
const up = (ms: number): number => TOP + HEIGHT * (1 - share(Math.max(ms, TIMES[0]), TIMES));

/** The cost of a description by size, on logarithmic axes, beside a line that grows with n². */
export function plotCost(costs: readonly Cost[]): void {
  const series = [
    ['hele beskrivelsen', 'description'],
    ['mellomposisjon', 'betweenness'],
    ['undergrupper', 'subgroups'],
  ] as const;
  const whole = costs.find(({ size }) => size === 28) ?? costs[0]!;
  const squared = (size: number): number => whole.description * (size / whole.size) ** 2;
  const marks = [
    ...[10, 28, 100, 300, 1000].flatMap((size) => [
      line(across(size), TOP, across(size), TOP + HEIGHT, '#ddd'),
      text(across(size), TOP + HEIGHT + 18, String(size), 'middle'),
    ]),
    ...[0.01, 0.1, 1, 10, 100, 1000].flatMap((ms) => [
      line(LEFT, up(ms), LEFT + WIDTH, up(ms), '#ddd'),
      text(LEFT - 6, up(ms) + 4, String(ms).replace('.', ','), 'end'),
    ]),
    text(LEFT + WIDTH / 2, TOP + HEIGHT + 40, 'elever (logaritmisk)', 'middle'),
    `<g transform="translate(18 ${TOP + HEIGHT / 2}) rotate(-90)">${text(0, 0, 'ms prosessortid (logaritmisk)', 'middle')}</g>`,
    line(across(10), up(squared(10)), across(1000), up(squared(1000)), '#999', 1),
    text(across(700), up(squared(700)) - 8, 'n²', 'end'),
    ...series.flatMap(([name, key], i) => [
      ...costs.map((cost) => dot(across(cost.size), up(cost[key]), COLOURS[i]!)),
      ...costs
        .slice(1)
        .map((cost, k) =>
          line(
            across(costs[k]!.size),
            up(costs[k]![key]),
            across(cost.size),
            up(cost[key]),
            COLOURS[i]!,
            1.5,
          ),
        ),
      dot(LEFT + 16, TOP + 16 + 18 * i, COLOURS[i]!),
      text(LEFT + 26, TOP + 20 + 18 * i, name),
    ]),
  ];
  writeSvg(
    'methods/images/sociometry-cost.svg',
    580,
    430,
    'Hva en beskrivelse koster etter antall elever',
    marks,
  );
}
