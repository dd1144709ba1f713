import fc from 'fast-check';
import { expect, test } from 'vitest';
import { marking, segmentsOf, toggled, unmarked } from './segments.ts';

const text = 'Hun gikk med Mathilde og Storm til husken, og Mathilde lo.';
const mentions = [
  { from: 13, to: 21, kind: 'name' as const },
  { from: 25, to: 30, kind: 'name' as const },
  { from: 46, to: 54, kind: 'name' as const },
];

test('found places are masked until somebody lets them stand, and can be masked again', () => {
  const [first] = mentions;
  if (first === undefined) throw new Error('a mention');
  const decided = toggled([], first);
  const shown = segmentsOf({ text, mentions, decisions: decided }).flatMap((one) =>
    one.kind === 'found' ? [[one.text, one.shown]] : [],
  );
  expect(shown).toEqual([
    ['Mathilde', true],
    ['Storm', false],
    ['Mathilde', false],
  ]);
  expect(toggled(decided, first)).toEqual([]);
});

test('words are marked wherever they stand, in place of what was found there', () => {
  const decisions = marking({ text, decisions: [] }, ' MATHILDE og ');
  expect(decisions).toEqual([{ from: 13, to: 24, show: false }]);
  const segments = segmentsOf({ text, mentions, decisions: decisions ?? [] });
  expect(segments.map(({ kind }) => kind)).toEqual([
    'plain',
    'marked',
    'plain',
    'found',
    'plain',
    'found',
    'plain',
  ]);
  expect(marking({ text, decisions: [] }, 'mathilde')).toHaveLength(2);
  expect(marking({ text, decisions: [] }, 'finnes ikke')).toBeNull();
  expect(marking({ text, decisions: [] }, '  ')).toBeNull();
});

test('what was marked can be let go again', () => {
  const decisions = marking({ text, decisions: [] }, 'husken') ?? [];
  const [gone] = decisions;
  if (gone === undefined) throw new Error('a decision');
  expect(unmarked(decisions, gone)).toEqual([]);
});

test('the pieces are the text, in order, whatever was decided', () => {
  const decision = fc.tuple(fc.nat(text.length), fc.nat(text.length), fc.boolean()).map(([a, b, show]) => ({
    from: Math.min(a, b),
    to: Math.max(a, b) + 1,
    show,
  }));
  fc.assert(
    fc.property(fc.array(decision, { maxLength: 6 }), (wishes) => {
      const decisions = wishes
        .map((one) => ({ ...one, to: Math.min(one.to, text.length) }))
        .filter((one) => one.from < one.to);
      expect(
        segmentsOf({ text, mentions, decisions })
          .map((one) => one.text)
          .join(''),
      ).toBe(text);
    }),
  );
});
