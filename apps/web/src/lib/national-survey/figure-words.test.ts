import type { SurveyFigure, SurveySeries } from '@samhold/contract';
import { describe, expect, it } from 'vitest';
import { answersWords, basisWords, figureWords, latestWords, shareTicks, yearsOf } from './figure-words.ts';

const figure = (changes: Partial<SurveyFigure> = {}): SurveyFigure => ({
  ...{ year: 2023, unit: 'school', hidden: null, score: 4.2, share: null, answers: 48, invited: null },
  ...changes,
});
const hidden = figure({ hidden: 'udir', score: null, answers: null });
const series = (...figures: readonly SurveyFigure[]): SurveySeries => ({
  ...{ table: 'indicators', grade: 7, topic: 'Trivsel', question: '', figures: [...figures] },
});

describe('a figure in words', () => {
  it('has a comma, and a share its sign', () => {
    expect(figureWords(figure())).toBe('4,2');
    expect(figureWords(figure({ score: 4 }))).toBe('4,0');
    expect(figureWords(figure({ score: null, share: 8.3 }))).toBe('8,3\u00a0%');
    expect(figureWords(figure({ score: null, share: 0 }))).toBe('0\u00a0%');
    expect(answersWords(figure({ invited: 60 }))).toBe('48 av 60');
  });

  it('is told to be hidden, which is neither nought nor missing', () => {
    expect(figureWords(hidden)).toBe('skjermet av Udir');
    expect(answersWords(hidden)).toBe('skjermet av Udir');
    expect(figureWords(undefined)).toBe('–');
  });

  it('stands with its year, the country and the number of answers', () => {
    const both = series(figure(), figure({ unit: 'nation', score: 4.05 }), { ...hidden, year: 2021 });
    expect(latestWords(both)).toBe('2023–24: 4,2, hele landet: 4,05.');
    expect(basisWords(both)).toBe('48\u00a0svar i 2023–24. Skjermet av Udir: 2021–22.');
    expect(basisWords(series(hidden))).toBe('Skjermet av Udir: 2023–24.');
  });

  it('begins with the first year the school has one', () => {
    const early = figure({ unit: 'nation', year: 2015 });
    expect(yearsOf(series(early, figure(), hidden)).map(({ year }) => year)).toEqual([2023]);
  });

  it('D4: has a scale that no hidden share can move', () => {
    const shares = (share: number | null) => series(figure({ score: null, share }));
    expect(shareTicks([shares(12), shares(null)])).toEqual([0, 10, 20]);
    expect(shareTicks([shares(0)])).toEqual([0, 5, 10]);
  });
});
