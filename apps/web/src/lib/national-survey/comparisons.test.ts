import type { ClassFigure, NationalSurvey, OwnSeries, SeenInClass } from '@samhold/contract';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  besideWords,
  caseWords,
  foundWords,
  notComparedWords,
  placeWords,
  surveyWords,
} from './comparison-words.ts';
import { comparisonsOf } from './comparisons.ts';

type Cell = { readonly value: number; readonly answers: number } | '*';

const nothing = { value: null, answers: null };
const bullying = 'Mobbing på skolen';
const ownFigure = (cell: Cell) => ({ hidden: cell === '*', ...(cell === '*' ? nothing : cell) });
const own = (
  about: 'bullied' | 'mean',
  unit: string,
  found: Cell,
  together: Cell = '*',
  itemId = 'a',
): OwnSeries => ({
  matter: about === 'bullied' ? bullying : 'company',
  ...{ grade: Number(unit[0]), className: unit.length > 1 ? unit : '', itemId, text: itemId, measure: about },
  rounds: [
    {
      ...{ roundId: '1', name: 'Trivsel, uke 42', year: 2026, releasedAt: '' },
      found: { ...ownFigure(found), size: 44, cells: [] },
      together: { fromGrade: 5, toGrade: 7, ...ownFigure(together) },
    },
  ],
});

const figureOf = (about: 'bullied' | 'mean', cell: Cell) => ({
  ...{ year: 2026, hidden: cell === '*' ? ('udir' as const) : null, score: null, share: null, answers: null },
  ...(cell === '*' ? {} : { [about === 'bullied' ? 'share' : 'score']: cell.value, answers: cell.answers }),
});
const named = (about: 'bullied' | 'mean') =>
  about === 'bullied'
    ? ({ table: 'bullying', topic: bullying, question: '' } as const)
    : ({ table: 'questions', topic: 'Trivsel', question: 'Har du noen å være sammen med?' } as const);
const ofGrade = (about: 'bullied' | 'mean', grade: number, cell: Cell) => ({
  ...{ grade, ...named(about) },
  figures: [{ ...figureOf(about, cell), unit: 'school' as const, invited: null }],
});
const ofClass = (about: 'bullied' | 'mean', className: string, cell: Cell): ClassFigure => ({
  ...{ grade: Number(className[0]), className, ...named(about) },
  ...figureOf(about, cell),
});
const seenIn = (className: string, atMost: number | null, cases: number | null = null): SeenInClass => ({
  ...{ year: 2026, grade: Number(className[0]), classId: className, className, atMost, cases },
});

const survey = (some: Partial<NationalSurvey>): NationalSurvey => ({
  ...{ schoolName: 'Prøve', organisationNumber: '', series: [], classes: [], ownRounds: [], seen: [] },
  imports: [],
  ...some,
});
const said = (some: Partial<NationalSurvey>) =>
  comparisonsOf(survey(some)).map((one) => [placeWords(one), one.says, one.against]);

test('the survey says more bullying when it is above all that own rounds can hold', () => {
  const ways = [5, 0, 3].map((value, at) => own('bullied', '7', { value, answers: 40 }, '*', String(at)));
  const held = (value: number) =>
    said({ series: [ofGrade('bullied', 7, { value, answers: 42 })], ownRounds: ways });
  expect(held(14)).toEqual([['7. trinn', 'more', 'round']]);
  expect(held(10)).toEqual([['7. trinn', 'not_more', 'round']]);
});

test('where a way of bullying is hidden, the pupils with signals are what it is held against', () => {
  const found = (share: number, atMost: number) =>
    comparisonsOf(
      survey({
        classes: [ofClass('bullied', '7B', { value: share, answers: 24 })],
        ownRounds: [own('bullied', '7B', { value: 0, answers: 24 }), own('bullied', '7B', '*', '*', 'b')],
        seen: [seenIn('7B', atMost)],
      }),
    )[0];
  const more = found(20, 2);
  expect(more).toMatchObject({ says: 'more', against: 'signals', own: { said: null } });
  expect(more === undefined ? '' : foundWords(more)).toBe(
    '20\u00a0% av 24\u00a0elever, omtrent 5, svarte at de blir mobbet to til tre ganger i måneden eller oftere. Egne runder har gitt tegn om høyst 2\u00a0elever det skoleåret, og tegnene kan handle om annet enn mobbing.',
  );
  expect(more === undefined ? '' : besideWords(more)).toBe(
    'skjermet i Trivsel, uke 42; tegn om høyst 2\u00a0elever',
  );
  expect(found(12, 2)?.says).toBe('not_more');
  expect(found(20, 5)?.says).toBe('not_more');
});

test('signals of a grade are those of all its classes, and none where one has none that are kept', () => {
  const held = (last: number | null) =>
    said({
      series: [ofGrade('bullied', 7, { value: 12, answers: 50 })],
      seen: [seenIn('7A', 2), seenIn('7B', last), seenIn('6A', 20)],
    });
  expect(held(2)).toEqual([['7. trinn', 'more', 'signals']]);
  expect(held(5)).toEqual([['7. trinn', 'not_more', 'signals']]);
  // Nothing of one's own is left to hold against, so nothing is said.
  expect(held(null)).toEqual([]);
});

test('cases are told beside, of a grade those of all its classes, and change nothing of what is said', () => {
  const found = (cases: number | null) =>
    comparisonsOf(
      survey({
        series: [ofGrade('bullied', 7, { value: 12, answers: 50 })],
        seen: [seenIn('7A', 2, 2), seenIn('7B', 2, cases), seenIn('6A', 20, 20)],
      }),
    )[0];
  const [some, none] = [found(5), found(null)];
  expect(some).toMatchObject({ says: 'more', cases: 7 });
  expect(some && foundWords(some)).toMatch(/mobbing\. Det er høyst 7\u00a0saker om skolemiljøet/);
  expect(none).toMatchObject({ says: 'more', cases: null });
  expect(none && foundWords(none)).toMatch(/mobbing\.$/);
  expect(none && caseWords(none)).toBe('ikke talt');
});

test('less company in the survey than in own rounds is a discrepancy, and the other way is none', () => {
  const held = (score: number, value: number) =>
    said({
      series: [ofGrade('mean', 7, { value: score, answers: 42 })],
      ownRounds: [own('mean', '7', { value, answers: 40 })],
    });
  expect(held(3.9, 4.3)).toEqual([['7. trinn', 'more', 'round']]);
  expect(held(4.3, 3.9)).toEqual([['7. trinn', 'not_more', 'round']]);
});

test('a class is held against the class, not its grade, and says why where it cannot be', () => {
  const [one] = comparisonsOf(
    survey({
      classes: [ofClass('mean', '7A', { value: 3.9, answers: 24 })],
      ownRounds: [own('mean', '7', { value: 4.6, answers: 40 })],
      seen: [seenIn('7A', 2)],
    }),
  );
  expect(one).toMatchObject({ className: '7A', says: 'unknown', own: null });
  expect(one === undefined ? [] : notComparedWords([one, { ...one, className: '7B' }])).toEqual([
    'Ingen egen runde det skoleåret: 7A og 7B.',
  ]);
});

test('grades that are hidden one by one are held together where each has a figure in the survey', () => {
  const grades = (last: Cell) =>
    [5, 6, 7].map((grade) => ofGrade('mean', grade, grade === 7 ? last : { value: 4, answers: 40 }));
  const ownRounds = [5, 6, 7].map((grade) => own('mean', String(grade), '*', { value: 4.4, answers: 120 }));
  const held = (last: Cell) => said({ series: grades(last), ownRounds }).at(-1);
  expect(held({ value: 3.4, answers: 80 })).toEqual(['5.–7. trinn samlet', 'more', 'round']);
  expect(held({ value: 4.6, answers: 80 })).toEqual(['5.–7. trinn samlet', 'not_more', 'round']);
  expect(held('*')).toEqual(['5.–7. trinn samlet', 'unknown', null]);
  expect(said({ series: grades('*').slice(0, 2), ownRounds })).toHaveLength(2);
});

const cell: fc.Arbitrary<Cell> = fc.oneof(
  fc.record({ value: fc.double({ min: 1, max: 5, noNaN: true }), answers: fc.integer({ min: 5, max: 60 }) }),
  fc.constant('*' as const),
);
const cells = fc.array(cell, { minLength: 3, maxLength: 3 });

test('nothing is made of a hidden figure: not of a grade, of grades together, or of a class', () => {
  fc.assert(
    fc.property(
      cells,
      cells,
      cell,
      fc.constantFrom('bullied', 'mean'),
      (ofSurvey, ofOwn, together, about) => {
        const compared = comparisonsOf(
          survey({
            series: ofSurvey.map((one, at) => ofGrade(about, 5 + at, one)),
            classes: [ofClass(about, '7A', ofSurvey[0] ?? '*')],
            ownRounds: [
              ...ofOwn.map((one, at) => own(about, String(5 + at), one, together)),
              own(about, '7A', ofOwn[0] ?? '*'),
            ],
          }),
        );
        for (const one of compared) {
          const isTogether = one.grades.length > 1;
          const parts = one.className === '' ? one.grades.map((grade) => ofSurvey[grade - 5]) : [ofSurvey[0]];
          const ours = isTogether ? together : ofOwn[one.className === '' ? (one.grades[0] ?? 0) - 5 : 0];
          if (parts.includes('*') || ours === '*')
            expect(one).toMatchObject({ says: 'unknown', against: null });
          if (parts.includes('*')) expect(surveyWords(one)).toMatch(/^skjermet/);
          if (ours === '*') expect(one.own?.said).toBeNull();
        }
        // A figure that is hidden leaves the others as they are without it.
        expect(compared.filter(({ grades }) => grades.length === 1)).toHaveLength(4);
      },
    ),
  );
});
