import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keyOf, type Figure } from './figure.ts';
import { asCsv, bytesOf, rowOf } from './made-export.fixture.ts';
import { readExport } from './read-export.ts';

const own = '999999999';
const words = fc.stringMatching(/^[A-Za-zÆØÅæøå?",;]( ?[A-Za-zÆØÅæøå?",;]){0,20}$/);
const tenths = (from: number, to: number) => fc.integer({ min: from * 10, max: to * 10 }).map((n) => n / 10);
const answers = fc.integer({ min: 1, max: 60_000 });

const measures = {
  indicators: fc.record({ score: tenths(1, 5), deviation: fc.option(tenths(0, 2)), answers }),
  bullying: fc.record({ share: tenths(0, 100), answers }),
  participation: answers.map((n) => ({ share: 100, answers: n, invited: n })),
  questions: fc.record({ score: tenths(1, 5), share: fc.option(tenths(0, 100)), answers }),
} as const;

const none = {
  score: null,
  deviation: null,
  share: null,
  answers: null,
  invited: null,
  hidden: null,
} as const;

const figuresOf = (table: Figure['table']) => {
  const figure = fc
    .record({
      unit: fc.constantFrom('school', 'municipality', 'county', 'nation'),
      year: fc.integer({ min: 2010, max: 2030 }),
      grade: fc.integer({ min: 1, max: 7 }),
      className: fc.constant(''),
      topic: words,
      question: table === 'questions' ? words : fc.constant(''),
      option: table === 'questions' ? words : fc.constant(''),
      measures: measures[table] as fc.Arbitrary<Partial<Figure>>,
      hidden: fc.boolean(),
    })
    .filter(({ topic, question }) => topic !== question)
    .map(({ measures: read, hidden, ...rest }): Figure => {
      const key = {
        ...rest,
        table,
        topicCode: rest.topic,
        questionCode: rest.question,
        optionCode: rest.option,
      };
      return hidden ? { ...key, ...none, hidden: 'udir' } : { ...key, ...none, ...read };
    });
  return fc.uniqueArray(figure, { minLength: 1, maxLength: 12, selector: keyOf });
};

test.each(['indicators', 'bullying', 'participation', 'questions'] as const)(
  'what was written of %s is what is read, as CSV and as JSON',
  async (table) => {
    await fc.assert(
      fc.asyncProperty(figuresOf(table), async (figures) => {
        // Each year has a figure of the school, by which the municipality and the county are known.
        const anchors = [...new Set(figures.map(({ year }) => year))].map((year): Figure => ({
          ...{
            table,
            unit: 'school',
            year,
            grade: 7,
            className: '',
            topic: '.',
            topicCode: '.',
            question: '',
            questionCode: '',
          },
          ...{ option: '', optionCode: '', ...none, hidden: 'udir' },
        }));
        const question = table === 'questions' ? { question: '!', questionCode: '!' } : {};
        const all = [...anchors.map((one) => ({ ...one, ...question })), ...figures];
        const rows = all.map(rowOf);
        for (const text of [asCsv(rows), JSON.stringify(rows)]) {
          const read = await readExport(bytesOf(text), own);
          const widerTells = (one: Figure) => ({ ...one, ...none, hidden: 'few_units' });
          expect(read).toMatchObject({ file: { faultCount: 0, duplicates: 0 } });
          if (!('figures' in read)) return;
          for (const [at, figure] of read.figures.entries()) {
            const written = all[at];
            if (written === undefined) expect.fail('More was read than was written.');
            expect([written, widerTells(written)]).toContainEqual(figure);
            if (figure.unit === 'school') expect(figure).toEqual(written);
          }
          expect(read.figures).toHaveLength(all.length);
        }
      }),
      { numRuns: 60 },
    );
  },
);
