import { describe, expect, test } from 'vitest';
import { barKey, barSvg, roundsSvg } from './chart-svg.ts';
import { roundsChart } from './rounds-chart.ts';
import { yearsChart } from './years-chart.ts';

const option = (optionId: string, score: number | null, count: number) => ({
  optionId,
  text: optionId,
  score,
  count,
});
const rects = (svg: string) =>
  [...svg.matchAll(/<rect x="([^"]*)" y="7" width="([^"]*)" height="36" fill="([^"]*)"/g)].map(
    ([, x, width, fill]) => [Number(x), Number(width), fill],
  );
const counts = (svg: string) =>
  [...svg.matchAll(/<text x="([^"]*)" y="32"[^>]* fill="([^"]*)">(\d+)</g)].map(([, x, ink, count]) => [
    Number(x),
    ink,
    Number(count),
  ]);

describe('a bar around the middle of its scale', () => {
  const scale = [
    option('5', 5, 2),
    option('4', 4, 2),
    option('3', 3, 4),
    option('2', 2, 1),
    option('1', 1, 1),
  ];

  test('has low answers to the left, high to the right, and the middle half on each side', () => {
    expect(rects(barSvg(scale))).toEqual([
      [300, 50, '#a5571b'],
      [350, 50, '#e3b176'],
      [400, 200, '#d4d6d4'],
      [600, 100, '#8cc7bd'],
      [700, 100, '#1d6e63'],
    ]);
  });

  test('has each count in the middle of its part, in ink that is seen on it', () => {
    expect(counts(barSvg(scale))).toEqual([
      [325, '#fff', 1],
      [375, '#1b2726', 1],
      [500, '#1b2726', 4],
      [650, '#1b2726', 2],
      [750, '#fff', 2],
    ]);
  });

  test('leaves out a count that does not fit in 28 px', () => {
    const of = (few: number, all: number) => counts(barSvg([option('2', 2, few), option('1', 1, all - few)]));
    expect(of(7, 125).map(([, , count]) => count)).toEqual([118, 7]);
    expect(of(7, 126).map(([, , count]) => count)).toEqual([119]);
  });

  test('marks its middle, on a ground as wide as the bar', () => {
    expect(barSvg(scale)).toContain('<path d="M500 0v7M500 43v7"');
    expect(barSvg(scale)).toContain('<rect y="7" width="1000" height="36" rx="4"');
    expect(barSvg(scale)).toContain('viewBox="0 0 1000 50"');
  });
});

describe('a bar of options that are no scale', () => {
  const plain = [option('a', null, 1), option('b', null, 2), option('c', null, 1)];

  test('is filled from the left in two fills in turn, without a middle', () => {
    const svg = barSvg(plain);
    expect(rects(svg)).toEqual([
      [0, 250, '#b9c9d6'],
      [250, 500, '#dfe7ed'],
      [750, 250, '#b9c9d6'],
    ]);
    expect(counts(svg)).toEqual([
      [125, '#1b2726', 1],
      [500, '#1b2726', 2],
      [875, '#1b2726', 1],
    ]);
    expect(svg).not.toContain('<path');
  });

  test('has the same fills in its key; an option outside a scale has no fill', () => {
    expect(barKey(plain).map(({ fill }) => fill)).toEqual(['#b9c9d6', '#dfe7ed', '#b9c9d6']);
    const mixed = barKey([option('vet ikke', null, 1), option('ja', 2, 1), option('nei', 1, 1)]);
    expect(mixed).toEqual([
      { ...option('nei', 1, 1), fill: '#a5571b' },
      { ...option('ja', 2, 1), fill: '#1d6e63' },
      { ...option('vet ikke', null, 1), fill: '#fff' },
    ]);
  });

  test('scored options keep their scale though one has no score', () => {
    expect(rects(barSvg([option('ja', 2, 1), option('nei', 1, 1), option('vet ikke', null, 3)]))).toEqual([
      [250, 250, '#a5571b'],
      [500, 250, '#1d6e63'],
    ]);
  });
});

describe('charts over time', () => {
  const frame = { width: 340, height: 120, margin: { top: 10, right: 10, bottom: 20, left: 30 } };
  const round = (
    roundId: string,
    mean: number | null,
    low: number | null = null,
    high: number | null = null,
  ) => ({
    roundId,
    label: roundId,
    n: 1,
    mean,
    low,
    high,
  });
  const rounds = [round('a', 1), round('b', 3, 2, 4), round('c', null)];

  test('have a line through the dots, half a step in from each side', () => {
    const chart = roundsChart(rounds, frame);
    expect(chart.rounds.map(({ x, dot, interval }) => [x, dot, interval])).toEqual([
      [80, 100, null],
      [180, 55, { low: 77.5, high: 32.5 }],
      [280, null, null],
    ]);
    expect(chart.path).toBe('M80,100L180,55');
    expect(roundsChart([], frame).path).toBe('');
    expect(roundsChart([round('a', 3, 2, null)], frame).rounds[0]?.interval).toBeNull();
  });

  test('are drawn with lines across at the ticks, intervals, dots, and numbers below', () => {
    const svg = roundsSvg(rounds, frame);
    const d = [...svg.matchAll(/<path d="([^"]*)"/g)].map(([, path]) => path);
    expect(d).toEqual(['M30 100H330', 'M30 55H330', 'M30 10H330', 'M80,100L180,55', 'M180 77.5V32.5']);
    const dots = [...svg.matchAll(/<circle cx="([^"]*)" cy="([^"]*)"/g)].map(([, x, y]) => [
      Number(x),
      Number(y),
    ]);
    expect(dots).toEqual([
      [80, 100],
      [180, 55],
    ]);
    const written = [...svg.matchAll(/<text x="([^"]*)" y="([^"]*)"[^>]*>(\d)</g)].map((found) =>
      found.slice(1).map(Number),
    );
    expect(written).toEqual([
      [24, 104, 1],
      [24, 59, 3],
      [24, 14, 5],
      [80, 116, 1],
      [180, 116, 2],
      [280, 116, 3],
    ]);
  });

  test('over years have a line of the own and one of what it is set beside', () => {
    const values = [
      { year: 2023, own: 1, beside: null },
      { year: 2024, own: 5, beside: 3 },
      { year: 2025, own: null, beside: 3 },
    ];
    const chart = yearsChart(values, [1, 3, 5], frame);
    expect(chart.years.map(({ x }) => x)).toEqual([80, 180, 280]);
    expect([chart.ownPath, chart.besidePath]).toEqual(['M80,100L180,10', 'M180,55L280,55']);
    expect(yearsChart([], [1, 3, 5], frame)).toMatchObject({ ownPath: '', besidePath: '' });
  });
});
