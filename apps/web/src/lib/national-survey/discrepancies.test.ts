import type { NationalSurvey, OwnSeries } from '@samhold/contract';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { discrepanciesOf } from './discrepancies.ts';

type Value = number | null;
const own = (measure: 'bullied' | 'mean', itemId: string, value: Value, className = ''): OwnSeries => ({
  matter: measure === 'bullied' ? 'Mobbing på skolen' : 'company',
  ...{ grade: 7, className, itemId, text: itemId, measure },
  rounds: [
    {
      ...{ roundId: '1', name: 'Uke 36', year: 2025, releasedAt: '' },
      found: { hidden: value === null, value, answers: value === null ? null : 40, size: 44, cells: [] },
      together: { fromGrade: 5, toGrade: 7, hidden: true, value: null, answers: null },
    },
  ],
});
const survey = (share: Value, score: Value, ownRounds: OwnSeries[]): NationalSurvey => ({
  ...{ schoolName: 'Prøve', organisationNumber: '', imports: [], classes: [], ownRounds },
  series: [
    { ...({ table: 'bullying', grade: 7, topic: 'Mobbing på skolen', question: '' } as const), value: share },
    {
      ...({ table: 'questions', grade: 7, topic: 'Trivsel' } as const),
      ...{ question: 'Har du noen å være sammen med i friminuttene?', value: score },
    },
  ].map(({ value, ...of }) => ({
    ...of,
    figures: [
      {
        ...{
          year: 2025,
          unit: 'school' as const,
          hidden: value === null ? ('udir' as const) : null,
          invited: null,
        },
        score: of.table === 'questions' ? value : null,
        share: of.table === 'bullying' ? value : null,
        answers: value === null ? null : 42,
      },
    ],
  })),
});
const ways = (...values: readonly Value[]) => values.map((value, at) => own('bullied', String(at), value));

test('the survey says more bullying when it is above all that own rounds can hold', () => {
  expect(discrepanciesOf(survey(14, null, ways(5, 0, 3)))).toMatchObject([
    {
      place: '7. trinn',
      about: 'bullied',
      survey: { value: 14, answers: 42 },
      own: { value: 8, answers: 40 },
    },
  ]);
  expect(discrepanciesOf(survey(10, null, ways(5, 0, 3)))).toEqual([]);
});

test('less company in the survey than in own rounds is a discrepancy, and the other way is none', () => {
  expect(discrepanciesOf(survey(null, 3.9, [own('mean', 'a', 4.3)]))).toMatchObject([{ about: 'company' }]);
  expect(discrepanciesOf(survey(null, 4.3, [own('mean', 'a', 3.9)]))).toEqual([]);
});

test('a class is held against the class, not its grade', () => {
  expect(discrepanciesOf(survey(null, 3.9, [own('mean', 'a', 4.6, '7A')]))).toEqual([]);
});

test('what is hidden on either side is compared with nothing, whatever stands beside it', () => {
  const value = fc.option(fc.integer({ min: 0, max: 60 }));
  fc.assert(
    fc.property(value, fc.array(value, { minLength: 1, maxLength: 3 }), (share, values) => {
      const found = discrepanciesOf(survey(share, null, ways(...values)));
      if (share === null || values.includes(null)) expect(found).toEqual([]);
      for (const one of found) expect(one.survey.value).toBeGreaterThan(one.own.value);
    }),
  );
});
