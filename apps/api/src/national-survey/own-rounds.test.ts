import type { ReleasedDocument } from '@samhold/contract';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ownSeriesOf } from './own-rounds.ts';
import type { ReleasedRound } from './released-rounds.ts';

type Item = ReleasedDocument['tables'][number]['items'][number];
type Row = Item['rows'][number];

const frequency = ['never', 'sometimes', 'two-three-a-month', 'weekly'].map((optionId) => ({
  ...{ optionId, text: optionId, score: null },
}));
const scale = [1, 3, 5].map((score) => ({ optionId: String(score), text: String(score), score }));

const shown = (groupId: string, item: Pick<Item, 'options'>, counts: readonly number[]): Row => {
  const cells = item.options.map(({ optionId }, at) => ({ optionId, count: counts[at] ?? 0 }));
  const answered = cells.reduce((sum, { count }) => sum + count, 0);
  const scored = item.options.reduce((sum, { score }, at) => sum + (score ?? 0) * (counts[at] ?? 0), 0);
  const mean = item.options[0]?.score === null || answered === 0 ? null : scored / answered;
  return { groupId, shown: true, size: answered + 1, answered, counts: cells, mean };
};
const hidden = (groupId: string): Row => ({ groupId, shown: false });

const item = (itemId: string, theme: string, options: Item['options'], rows: Row[], total: Row): Item => ({
  ...{ itemId, theme, text: itemId, options, rows, total },
});
const roundOf = (items: Item[], kind: 'wellbeing' | 'sociogram' = 'wellbeing'): ReleasedRound => ({
  ...{ roundId: crypto.randomUUID(), year: 2026, releasedAt: new Date('2026-09-11T14:00:00Z') },
  document: {
    ...{ kind, roundName: 'Uke 36' },
    tables: [{ questionnaireId: 'q', fromGrade: 5, toGrade: 7, items }],
  },
});
const grades = new Set([5, 6, 7]);

test('a share of bullying is the options from the threshold and up, of those who answered', () => {
  const row = shown('7', { options: frequency }, [20, 6, 3, 1]);
  const [series] = ownSeriesOf([roundOf([item('b', 'bullying', frequency, [row], row)])], grades);
  expect(series).toMatchObject({ matter: 'Mobbing på skolen', grade: 7, measure: 'bullied' });
  expect(series?.rounds[0]?.ofGrade.value).toBeCloseTo(13.33, 2);
  expect(series?.rounds[0]?.ofGrade.answers).toBe(30);
});

test('of a sociogram only those whom nobody chose at recess stand beside company', () => {
  const options = ['chosen', 'unchosen'].map((optionId) => ({ optionId, text: optionId, score: null }));
  const row = shown('6', { options }, [36, 4]);
  const items = ['recess', 'work'].map((id) => item(id, 'friends', options, [row], row));
  expect(ownSeriesOf([roundOf(items, 'sociogram')], grades)).toMatchObject([
    { matter: 'company', itemId: 'recess', measure: 'unchosen', rounds: [{ ofGrade: { value: 10 } }] },
  ]);
});

test('grades and themes that Elevundersøkelsen has nothing of are left out', () => {
  const row = shown('3', { options: scale }, [0, 4, 20]);
  const round = roundOf([item('a', 'wellbeing', scale, [row], row), item('b', 'recess', scale, [row], row)]);
  expect(ownSeriesOf([round], grades)).toEqual([]);
  expect(ownSeriesOf([round], new Set([3]))).toHaveLength(1);
});

test('what the release hides has no number, whatever else is shown', () => {
  const counts = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 4, maxLength: 4 });
  const cell = fc.record({ isShown: fc.boolean(), counts });
  const kinds = fc.constantFrom(
    { theme: 'bullying', options: frequency },
    { theme: 'wellbeing', options: scale },
  );
  fc.assert(
    fc.property(kinds, fc.array(cell, { minLength: 3, maxLength: 3 }), cell, (kind, cells, whole) => {
      const rowOf = (one: typeof whole, groupId: string) =>
        one.isShown ? shown(groupId, kind, one.counts) : hidden(groupId);
      const rows = cells.map((one, at) => rowOf(one, String(5 + at)));
      const round = roundOf([item('x', kind.theme, kind.options, rows, rowOf(whole, 'school'))]);
      for (const { grade, rounds } of ownSeriesOf([round], grades))
        for (const { ofGrade, together } of rounds) {
          if (cells[grade - 5]?.isShown === false)
            expect(ofGrade).toEqual({ hidden: true, value: null, answers: null });
          if (!whole.isShown) expect(together).toMatchObject({ hidden: true, value: null, answers: null });
        }
    }),
  );
});
