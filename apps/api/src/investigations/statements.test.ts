import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shownCount, shownPatterns, type ShownPair } from './statements.ts';

const ids = (count: number) => Array.from({ length: count }, (_, at) => `p${at}`);

describe('a count', () => {
  test('of under three is the same as none, and of all but two the same as all', () => {
    expect([0, 1, 2].map((count) => shownCount(count, 20))).toEqual(Array(3).fill({ kind: 'few' }));
    expect([17, 18, 19].map((count) => shownCount(count, 20))).toEqual(Array(3).fill({ kind: 'most' }));
    expect([3, 16].map((count) => shownCount(count, 20))).toEqual([
      { kind: 'count', count: 3 },
      { kind: 'count', count: 16 },
    ]);
  });

  test('never tells what any one pupil answered, even to somebody who knows what two others did', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 5, max: 30 }),
        fc.nat(),
        fc.boolean(),
        (answered, drawn, answeredSelf) => {
          const others = answeredSelf ? answered - 1 : answered;
          const count = drawn % (others + 1);
          const said = shownCount(count, answered);
          const alike = Array.from({ length: others + 1 }, (_, at) => at).filter(
            (other) => JSON.stringify(shownCount(other, answered)) === JSON.stringify(said),
          );
          // Somebody who has said it and somebody who has not is possible in every case.
          const some = alike.some((other) => other > 0);
          const notAll = alike.some((other) => other < others);
          expect([some, notAll]).toEqual([true, true]);
          if (said.kind === 'count')
            expect([said.count >= 3, others - said.count >= 2]).toEqual([true, true]);
        },
      ),
    );
  });
});

const pairs = (
  counts: readonly (readonly [liked: number, disliked: number])[],
  answered: number,
): readonly ShownPair[] =>
  counts.map(([liked, disliked], at) => ({
    pupilId: `p${at}`,
    liked: shownCount(liked, answered),
    disliked: shownCount(disliked, answered),
  }));

describe('a pattern', () => {
  const plain = Array.from({ length: 18 }, (_, at) => [3 + (at % 3), 3 + ((at * 7) % 3)] as const);

  test('tells whom many find hard to be with and few like to, where the hidden counts cannot change it', () => {
    const { none, pupils } = shownPatterns('case', pairs([[0, 12], [12, 0], ...plain], 20), 20);
    expect(none).toBeNull();
    expect(pupils.slice(0, 2)).toEqual([
      { pupilId: 'p0', pattern: 'disliked' },
      { pupilId: 'p1', pattern: 'liked' },
    ]);
  });

  test('is nobody’s when it rests on which of the hidden counts it is', () => {
    const { pupils } = shownPatterns(
      'case',
      pairs(
        ids(20).map((_, at) => [at % 3, at === 4 ? 3 : 2]),
        20,
      ),
      20,
    );
    expect(pupils.filter(({ pupilId }) => pupilId !== 'p4')).toEqual([]);
  });

  test('is the same for all answers that are shown the same', () => {
    const count = fc.tuple(fc.nat(19), fc.nat(19));
    const hide = (value: number, other: number) =>
      value < 3 ? other % 3 : value > 16 ? 17 + (other % 3) : value;
    fc.assert(
      fc.property(fc.array(fc.tuple(count, count), { minLength: 20, maxLength: 20 }), (both) => {
        const first = both.map(([one]) => one);
        const second = both.map(([[a, b], [c, d]]) => [hide(a, c), hide(b, d)] as const);
        expect(shownPatterns('case', pairs(second, 20), 20)).toEqual(
          shownPatterns('case', pairs(first, 20), 20),
        );
      }),
    );
  });

  test('needs eight pupils, six in ten to have answered, and counts that differ', () => {
    const seven = pairs([[0, 4], ...plain.slice(0, 6)], 7);
    expect(shownPatterns('case', seven, 7).none).toBe('small_group');
    expect(shownPatterns('case', pairs(plain, 20), 10).none).toBe('participation');
    expect(
      shownPatterns(
        'case',
        pairs(
          ids(20).map(() => [4, 4]),
          20,
        ),
        20,
      ).none,
    ).toBe('no_spread');
  });
});
