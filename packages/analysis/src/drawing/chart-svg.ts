import { optionTones } from './option-tones.ts';
import { divergingBar, stackedBar, toneStep, type ScaleOption } from './diverging-bar.ts';
import { roundsChart, type ChartFrame, type RoundValue } from './rounds-chart.ts';

/** Fills of the steps of a scale and of parts without one, each with the ink its count is written in. */
const fills = {
  low2: ['#a5571b', '#fff'],
  low1: ['#e3b176', '#1b2726'],
  mid: ['#d4d6d4', '#1b2726'],
  high1: ['#8cc7bd', '#1b2726'],
  high2: ['#1d6e63', '#fff'],
  plain0: ['#b9c9d6', '#1b2726'],
  plain1: ['#dfe7ed', '#1b2726'],
} as const;

const round = (value: number): number => Math.round(value * 100) / 100;
const svg = (width: number, height: number, content: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="Noto Sans">${content}</svg>`;

const barWidth = 1000;
const barHeight = 50;

const part = (fill: keyof typeof fills, x: number, width: number, count: number): string => {
  const [paint, ink] = fills[fill];
  const shape = `<rect x="${round(x)}" y="7" width="${round(width)}" height="${barHeight - 14}" fill="${paint}" stroke="#fff" stroke-width="2"/>`;
  // Narrower than this the count would not fit; it stands in the table.
  if (width < 28) return shape;
  return `${shape}<text x="${round(x + width / 2)}" y="32" font-size="20" font-weight="bold" text-anchor="middle" fill="${ink}">${count}</text>`;
};

/** The bar of one item as an SVG document of its own: diverging around the middle of its scale, or stacked without one. */
export function barSvg(options: readonly ScaleOption[]): string {
  const half = barWidth / 2;
  const unscored = options.every(({ score }) => score === null);
  const ground = `<rect y="7" width="${barWidth}" height="${barHeight - 14}" rx="4" fill="#eef1f2"/>`;
  const parts = unscored
    ? stackedBar(options).map(({ from, width, count, order }) =>
        part(order % 2 === 0 ? 'plain0' : 'plain1', from * barWidth, width * barWidth, count),
      )
    : divergingBar(options).map(({ tone, start, width, count }) =>
        part(toneStep(tone), half + start * half, width * half, count),
      );
  const middle = unscored
    ? ''
    : `<path d="M${half} 0v7M${half} ${barHeight - 7}v7" stroke="#1c2b2d" stroke-width="3"/>`;
  return svg(barWidth, barHeight, ground + parts.join('') + middle);
}

/** The fill of each option in its bar, as a key beside it: from low score to high, or in the order asked. */
export function barKey(
  options: readonly ScaleOption[],
): readonly (ScaleOption & { readonly fill: string })[] {
  const unscored = options.every(({ score }) => score === null);
  return optionTones(options).map(({ tone, ...option }, order) => {
    const plain = order % 2 === 0 ? 'plain0' : 'plain1';
    return {
      ...option,
      fill: tone === null ? (unscored ? fills[plain][0] : '#fff') : fills[toneStep(tone)][0],
    };
  });
}

/** Dots with intervals over rounds as an SVG document of its own; the numbers of the rounds stand below, from 1. */
export function roundsSvg(rounds: readonly RoundValue[], frame: ChartFrame): string {
  const { rounds: drawn, path, ticks } = roundsChart(rounds, frame);
  const { width, height, margin } = frame;
  const lines = ticks.map(
    ({ value, y }) =>
      `<path d="M${margin.left} ${round(y)}H${width - margin.right}" stroke="#c9d1d6"/><text x="${margin.left - 6}" y="${round(y) + 4}" font-size="11" text-anchor="end" fill="#52606a">${value}</text>`,
  );
  const marks = drawn.map(({ x, dot, interval }, i) => {
    const number = `<text x="${round(x)}" y="${height - 4}" font-size="11" text-anchor="middle" fill="#52606a">${i + 1}</text>`;
    const bar =
      interval === null
        ? ''
        : `<path d="M${round(x)} ${round(interval.low)}V${round(interval.high)}" stroke="#1d6e63" stroke-width="2"/>`;
    const point = dot === null ? '' : `<circle cx="${round(x)}" cy="${round(dot)}" r="4.5" fill="#1d6e63"/>`;
    return bar + point + number;
  });
  const through = `<path d="${path}" fill="none" stroke="#8cc7bd" stroke-width="2"/>`;
  return svg(width, height, lines.join('') + through + marks.join(''));
}
