import type { ReleasedDocument, ReleasedRow } from '@samhold/contract';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ownSeriesOf } from './own-rounds.ts';
import type { ReleasedRound } from './released-rounds.ts';

type Item = ReleasedDocument['tables'][number]['items'][number];

const option = (optionId: string, score: number | null) => ({
  optionId,
  text: optionId,
  score,
  of: [optionId],
});
const frequency = ['never', 'sometimes', 'two-three-a-month', 'weekly'].map((id) => option(id, null));
const scale = [1, 3, 5].map((score) => option(String(score), score));

type Counts = readonly (number | null)[];

const rowOf = (
  groupId: string,
  { options }: Pick<Item, 'options'>,
  counts: Counts,
  of = ['5A', '5B'],
): ReleasedRow => {
  const sum = counts.reduce<number | null>((all, n) => (all === null || n === null ? null : all + n), 0);
  const scored = options.reduce((all, { score }, at) => all + (score ?? 0) * (counts[at] ?? 0), 0);
  const level = groupId === 'school' ? 'school' : /^\d$/.test(groupId) ? 'grade' : 'class';
  return {
    ...{ groupId, level, of, size: 60, answered: counts[0] === null ? null : (sum ?? 40) },
    counts: options.map(({ optionId }, at) => ({ optionId, count: counts[at] ?? null })),
    mean: sum === null || sum === 0 || options[0]?.score === null ? null : scored / sum,
  };
};

const item = (itemId: string, theme: string, options: Item['options'], rows: Item['rows']): Item => ({
  ...{ itemId, theme, text: itemId, options, rows },
});
const roundOf = (items: Item[], kind: 'wellbeing' | 'sociogram' = 'wellbeing'): ReleasedRound => {
  const roundId = crypto.randomUUID();
  return {
    ...{ roundId, year: 2026, releasedAt: new Date('2026-09-11T14:00:00Z') },
    document: {
      ...{ kind, roundId, roundName: 'Uke 36' },
      tables: [
        { questionnaireId: 'q', questionnaireVersion: 1, fromGrade: 5, toGrade: 7, items, themes: [] },
      ],
    },
  };
};
const grades = new Set([5, 6, 7]);

test('a share of bullying is the options from the threshold and up, of those who answered', () => {
  const row = rowOf('7', { options: frequency }, [20, 6, 3, 1]);
  const [series] = ownSeriesOf([roundOf([item('b', 'bullying', frequency, [row])])], grades);
  expect(series).toMatchObject({ matter: 'Mobbing på skolen', grade: 7, className: '', measure: 'bullied' });
  expect(series?.rounds[0]?.found.value).toBeCloseTo(13.33, 2);
  expect(series?.rounds[0]?.found.answers).toBe(30);
});

test('of a sociogram only those whom nobody chose at recess stand beside company', () => {
  const options = ['chosen', 'unchosen'].map((id) => option(id, null));
  const row = rowOf('6', { options }, [36, 4]);
  const items = ['recess', 'work'].map((id) => item(id, 'friends', options, [row]));
  expect(ownSeriesOf([roundOf(items, 'sociogram')], grades)).toMatchObject([
    { matter: 'company', itemId: 'recess', measure: 'unchosen', rounds: [{ found: { value: 10 } }] },
  ]);
});

test('grades and themes that Elevundersøkelsen has nothing of are left out', () => {
  const row = rowOf('3', { options: scale }, [0, 4, 20]);
  const round = roundOf([item('a', 'wellbeing', scale, [row]), item('b', 'recess', scale, [row])]);
  expect(ownSeriesOf([round], grades)).toEqual([]);
  expect(ownSeriesOf([round], new Set([3]))).toHaveLength(1);
});

test('a class stands by its grade', () => {
  const rows = [
    rowOf('5', { options: scale }, [1, 9, 20]),
    rowOf('5A', { options: scale }, [1, 4, 10], ['5A']),
  ];
  const series = ownSeriesOf([roundOf([item('a', 'wellbeing', scale, rows)])], grades);
  expect(series.map(({ grade, className }) => [grade, className])).toEqual([
    [5, ''],
    [5, '5A'],
  ]);
});

test('what the release hides has no number, whatever else is shown', () => {
  const cell = fc.option(fc.integer({ min: 0, max: 40 }));
  const counts = fc.array(cell, { minLength: 4, maxLength: 4 });
  const kinds = fc.constantFrom(
    { theme: 'bullying', options: frequency, of: (all: Counts) => all.slice(2) },
    { theme: 'wellbeing', options: scale, of: (all: Counts) => all.slice(0, 3) },
  );
  fc.assert(
    fc.property(kinds, counts, counts, (kind, ofGrade, ofAll) => {
      const rows = [rowOf('6', kind, ofGrade), rowOf('school', kind, ofAll)];
      const [series] = ownSeriesOf([roundOf([item('x', kind.theme, kind.options, rows)])], grades);
      const none = { hidden: true, value: null, answers: null };
      if (kind.of(ofGrade).includes(null)) expect(series?.rounds[0]?.found).toMatchObject(none);
      const seen = series?.rounds[0]?.found.cells ?? [];
      for (const { text, count } of seen)
        expect(count).toBe(ofGrade[kind.options.findIndex((one) => one.text === text)]);
      if (kind.of(ofAll).includes(null)) expect(series?.rounds[0]?.together).toMatchObject(none);
    }),
  );
});
