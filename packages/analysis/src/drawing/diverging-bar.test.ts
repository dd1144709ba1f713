import { describe, expect, it } from 'vitest';
import { divergingBar, stackedBar, toneStep, type ScaleOption } from './diverging-bar.ts';

const option = (optionId: string, score: number | null, count: number): ScaleOption => ({
  optionId,
  text: optionId,
  score,
  count,
});

describe('a bar that diverges around the middle of its scale', () => {
  it('puts an option on the middle half on each side', () => {
    const bar = divergingBar([option('low', 1, 1), option('mid', 2, 2), option('high', 3, 1)]);
    expect(bar.map(({ start, width, tone }) => ({ start, width, tone }))).toEqual([
      { start: -0.5, width: 0.25, tone: -1 },
      { start: -0.25, width: 0.5, tone: 0 },
      { start: 0.25, width: 0.25, tone: 1 },
    ]);
  });

  it('begins at the middle when everyone is above it', () => {
    expect(divergingBar([option('high', 4, 3), option('low', 1, 0)])).toMatchObject([
      { start: 0, width: 1, tone: 1 },
    ]);
  });

  it('draws from low to high whatever the order the options were asked in', () => {
    const bar = divergingBar([option('c', 3, 1), option('a', 1, 1), option('b', 2, 1)]);
    expect(bar.map(({ optionId }) => optionId)).toEqual(['a', 'b', 'c']);
  });

  it('has segments that touch and together are everyone on the scale', () => {
    const bar = divergingBar([5, 4, 3, 2, 1].map((score) => option(`o${score}`, score, score * 2)));
    bar.slice(1).forEach((segment, i) => {
      const before = bar[i];
      expect(segment.start).toBeCloseTo((before?.start ?? 0) + (before?.width ?? 0));
    });
    expect(bar.reduce((sum, { width }) => sum + width, 0)).toBeCloseTo(1);
  });

  it('leaves out what has no place on the scale', () => {
    expect(divergingBar([option('vet ikke', null, 4)])).toEqual([]);
    expect(divergingBar([option('a', 1, 0), option('b', 2, 0)])).toEqual([]);
    expect(divergingBar([])).toEqual([]);
    expect(divergingBar([option('a', 3, 2)])).toEqual([
      { optionId: 'a', text: 'a', count: 2, start: -0.5, width: 1, tone: 0 },
    ]);
  });
});

describe('the step of a tone', () => {
  it('tells the ends of the scale from what lies between', () => {
    expect([-1, -0.5, 0, 0.5, 1].map(toneStep)).toEqual(['low2', 'low1', 'mid', 'high1', 'high2']);
    expect([-0.75, 0.75].map(toneStep)).toEqual(['low2', 'high2']);
  });
});

describe('a bar of options without scores', () => {
  it('stacks them from the left in the order they were asked and leaves out what nobody chose', () => {
    const bar = stackedBar([option('never', null, 3), option('once', null, 0), option('often', null, 1)]);
    expect(bar.map(({ optionId, from, width, order }) => ({ optionId, from, width, order }))).toEqual([
      { optionId: 'never', from: 0, width: 0.75, order: 0 },
      { optionId: 'often', from: 0.75, width: 0.25, order: 2 },
    ]);
    expect(stackedBar([option('never', null, 0)])).toEqual([]);
  });
});
