import type { OwnFigure, OwnSeries, SurveySeries } from '@samhold/contract';
import { surveyMatters } from '@samhold/survey';
import { expect, test } from 'vitest';
import {
  besideOf,
  besideTicks,
  cellWords,
  drawnOf,
  latestBeside,
  ownBasis,
  ownName,
  ownWords,
  roundWords,
  sameUnit,
} from './own-words.ts';

const none: OwnFigure = { hidden: true, value: null, answers: null };
const figure = (value: number): OwnFigure => ({ hidden: false, value, answers: 58 });
const own = (measure: OwnSeries['measure'], ...figures: readonly OwnFigure[]): OwnSeries => ({
  ...{ matter: 'Trivsel', grade: 7, className: '', itemId: 'now', text: 'Hvordan har du hatt det?', measure },
  rounds: figures.map((found, at) => ({
    ...{ roundId: String(at), name: `Uke ${at}`, year: 2026, releasedAt: '' },
    found: { ...found, size: 60, cells: [] },
    together: { fromGrade: 5, toGrade: 7, ...none },
  })),
});
const survey = (changes: Partial<SurveySeries> = {}): SurveySeries => ({
  ...{ table: 'indicators', grade: 7, topic: 'Trivsel', question: '' },
  figures: [
    { year: 2025, unit: 'school', hidden: null, score: 4.2, share: null, answers: 48, invited: null },
  ],
  ...changes,
});

test('a number of an own round is written by what it counts, and a hidden one is said to be', () => {
  expect(ownWords(figure(4), own('mean'))).toBe('4,0');
  expect(ownWords(figure(6.25), own('bullied'))).toBe('6,3\u00a0%');
  expect(ownWords(none, own('bullied'))).toBe('skjermet av hensyn til personvern');
});

test('the latest of both stand in one sentence, with how many answered', () => {
  const series = own('mean', none, figure(3.9));
  expect(latestBeside(survey(), series)).toBe('Elevundersøkelsen 2025–26: 4,2. Uke 1, 2026–27: 3,9.');
  const [matter] = surveyMatters;
  if (matter === undefined) throw new Error('There are no matters.');
  expect(ownBasis(matter, survey(), series)).toBe(
    '48\u00a0svar i undersøkelsen. 58\u00a0svar i siste runde. 1 av 2\u00a0runder er skjermet av hensyn til personvern.',
  );
});

test('only what both ask about stands side by side, and only like units on one scale', () => {
  expect(besideOf([survey()], [own('mean', none)])).toMatchObject([{ matter: { id: 'Trivsel' } }]);
  expect(besideOf([survey({ topic: 'Støtte hjemmefra' })], [own('mean', none)])).toEqual([]);
  expect(besideOf([survey({ table: 'participation' })], [own('mean', none)])).toEqual([]);
  expect(sameUnit(survey(), own('unchosen'))).toBe(false);
  expect(sameUnit(survey({ table: 'bullying' }), own('bullied'))).toBe(true);
});

test('a sociogram is named by what it counts', () => {
  expect(ownName({ text: 'Friminutt', measure: 'unchosen' })).toBe(
    'Sosiogram, friminutt: elever ingen valgte',
  );
});

test('the scale holds every share that is shown', () => {
  expect(besideTicks([0, 5, 10], own('bullied', figure(13), none))).toEqual([0, 10, 20]);
});

test('where the grade is hidden, the grades together are said and drawn, and the counts that are shown', () => {
  const [round] = own('mean', none).rounds;
  if (round === undefined) throw new Error('There is no round.');
  const together = { ...round.together, ...figure(4.1) };
  const found = { ...round.found, cells: [{ text: 'Aldri', count: 40 }] };
  const shown = { ...round, together, found };
  expect(roundWords(shown, own('mean'))).toBe('skjermet av hensyn til personvern; 5.–7. trinn samlet: 4,1');
  expect(drawnOf(shown)).toBe(4.1);
  expect(drawnOf(round)).toBeNull();
  expect(cellWords(shown)).toBe('Vises: «Aldri» 40. 60 på listen.');
  expect(cellWords(round)).toBe('');
});
