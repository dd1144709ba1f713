import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChoiceNetwork } from '../network.ts';
import { coieDodgeStatus, type CoieDodgeOptions } from './coie-dodge.ts';
import type { InvestigationInput } from './investigation-input.ts';
import { newcombBukowskiStatus } from './newcomb-bukowski.ts';
import { cleanNominations } from './nominations.ts';
import { rareScores } from './rare-scores.ts';

const ids = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'];

/** Eight who all answer: H is liked by seven, G disliked by seven, nobody else is named. */
const divided: InvestigationInput = {
  roster: ids,
  nominators: ids.map((id) => ({
    id,
    liked: id === 'H' ? [] : ['H'],
    disliked: id === 'G' ? [] : ['G'],
  })),
};

const statuses = (pupils: readonly { readonly pupilId: string; readonly status: string }[]) =>
  Object.fromEntries(pupils.map(({ pupilId, status }) => [pupilId, status]));

describe('a group worked out by hand', () => {
  // Likes are 7 for one of eight: mean 7/8, sum of squares 49 − 49/8, so that the SD by n − 1 is √6.125.
  it('has the standard scores of one who got everything', () => {
    const { pupils } = coieDodgeStatus(divided, { received: 'count' });
    const h = pupils.find(({ pupilId }) => pupilId === 'H');
    expect(h?.zLiked).toBeCloseTo((7 - 7 / 8) / Math.sqrt(6.125), 12);
    expect(h?.zDisliked).toBeCloseTo(-(7 / 8) / Math.sqrt(6.125), 12);
  });

  it('has one popular and one rejected, and everyone else average, by both methods', () => {
    const wanted = { A: 'average', B: 'average', C: 'average', D: 'average', E: 'average', F: 'average' };
    expect(statuses(coieDodgeStatus(divided).pupils)).toEqual({ ...wanted, G: 'rejected', H: 'popular' });
    expect(statuses(newcombBukowskiStatus(divided).pupils)).toEqual({
      ...wanted,
      G: 'rejected',
      H: 'popular',
    });
  });

  // Five classmates made two nominations among seven, two made one: none for A in (5/7)^5 · (6/7)^2 ≈ .137 of draws.
  it('has those nobody named neglected only where that is rare enough', () => {
    const at = (alpha: number) =>
      newcombBukowskiStatus(divided, { alpha }).pupils.find(({ pupilId }) => pupilId === 'A');
    expect(at(0.1)?.tailImpact).toBeCloseTo((5 / 7) ** 5 * (6 / 7) ** 2, 12);
    expect([at(0.1)?.status, at(0.14)?.status]).toEqual(['average', 'neglected']);
  });

  // Raw impact of A is twice −(7/8)/√6.125 ≈ −.707, and preference 0.
  it('is classified by the limits of 1982: little preference either way is average', () => {
    const { pupils } = coieDodgeStatus(divided, { version: 1982, scores: 'raw', received: 'count' });
    const a = pupils.find(({ pupilId }) => pupilId === 'A');
    expect(a?.impact).toBeCloseTo((-2 * 7) / 8 / Math.sqrt(6.125), 12);
    expect([a?.preference, a?.status]).toEqual([0, 'average']);
  });
});

describe('no status', () => {
  it('is given in a group under eight', () => {
    const seven = { roster: ids.slice(1), nominators: divided.nominators.slice(1) };
    expect(coieDodgeStatus(seven)).toMatchObject({ noStatus: 'small-group', pupils: [] });
    expect(newcombBukowskiStatus(seven)).toMatchObject({ noStatus: 'small-group', pupils: [] });
  });

  it('is given when nobody answered, or all received alike', () => {
    expect(coieDodgeStatus({ roster: ids, nominators: [] }).noStatus).toBe('no-nominators');
    const ring = ids.map((id, at) => ({
      id,
      liked: [ids[(at + 1) % 8] ?? ''],
      disliked: [ids[(at + 3) % 8] ?? ''],
    }));
    expect(coieDodgeStatus({ roster: ids, nominators: ring }).noStatus).toBe('no-variation');
  });

  it('is within reach of a routine round: its choices are no likes and dislikes', () => {
    const routine: ChoiceNetwork = { roster: ids, respondents: ids, choices: [] };
    // @ts-expect-error A routine round must not fit: it holds positive choices only (forskrift § 20-5).
    expect(() => coieDodgeStatus(routine)).toThrow(TypeError);
  });
});

describe('what is no nomination', () => {
  it('is left out and counted by its reason', () => {
    const { dropped } = cleanNominations({
      roster: ['A', 'B', 'C', 'D'],
      nominators: [
        { id: 'A', liked: ['A', 'B', 'B', 'Z', 'C'], disliked: ['C', 'D'], couldName: ['A', 'B', 'C'] },
        { id: 'A', liked: ['D'], disliked: [] },
        { id: 'Z', liked: ['A'], disliked: [] },
      ],
    });
    expect(dropped).toEqual({ outsideRoster: 1, self: 1, notAsked: 1, duplicate: 1, both: 1 });
  });
});

describe('rare scores', () => {
  // Binomial with 23 classmates and p = 3/23: P(≥ 7) = .0289…, P(≥ 6) = .0745…
  it('of a class of 24 with three choices begin at seven', () => {
    expect(rareScores(24, 3, 0.05)).toMatchObject({ many: 7, few: 0 });
  });

  it('cannot be asked for more nominations than there are classmates', () => {
    expect(() => rareScores(6, 3, 0.05)).toThrow(RangeError);
  });
});

const anyGroup = fc.integer({ min: 8, max: 14 }).chain((n) => {
  const roster = Array.from({ length: n }, (_, at) => `p${at}`);
  const answer = fc.array(fc.constantFrom('', 'like', 'dislike'), { minLength: n, maxLength: n });
  return fc.record({
    roster: fc.constant(roster),
    answers: fc.array(answer, { minLength: n, maxLength: n }),
    silent: fc.subarray(roster, { maxLength: 3 }),
    order: fc.shuffledSubarray(roster, { minLength: n }),
  });
});
const inputOf = (
  {
    roster,
    answers,
    silent,
  }: { roster: readonly string[]; answers: readonly (readonly string[])[]; silent: readonly string[] },
  [like, dislike] = ['like', 'dislike'],
): InvestigationInput => ({
  roster,
  nominators: roster
    .map((id, i) => ({
      id,
      liked: roster.filter((_, j) => i !== j && answers[i]?.[j] === like),
      disliked: roster.filter((_, j) => i !== j && answers[i]?.[j] === dislike),
    }))
    .filter(({ id }) => !silent.includes(id)),
});
const anyOptions: fc.Arbitrary<Required<CoieDodgeOptions>> = fc.record({
  version: fc.constantFrom(1983 as const, 1982 as const),
  deviation: fc.constantFrom('sample' as const, 'population' as const),
  received: fc.constantFrom('share' as const, 'count' as const),
  scores: fc.constantFrom('restandardised' as const, 'raw' as const),
});

describe('any group', () => {
  it('gets the same statuses in whatever order pupils and nominators come', () => {
    fc.assert(
      fc.property(anyGroup, anyOptions, (group, options) => {
        const input = inputOf(group);
        const place = new Map(input.nominators.map((nominator) => [nominator.id, nominator]));
        const shuffled = {
          roster: group.order,
          nominators: group.order.flatMap((id) => place.get(id) ?? []),
        };
        expect(coieDodgeStatus(shuffled, options)).toEqual(coieDodgeStatus(input, options));
        expect(newcombBukowskiStatus(shuffled)).toEqual(newcombBukowskiStatus(input));
      }),
      { numRuns: 100, seed: 1983 },
    );
  });

  it('exchanges popular and rejected when likes and dislikes are exchanged', () => {
    const other: Readonly<Record<string, string>> = { popular: 'rejected', rejected: 'popular' };
    const turned = (found: Readonly<Record<string, string>>) =>
      Object.fromEntries(Object.entries(found).map(([id, status]) => [id, other[status] ?? status]));
    fc.assert(
      fc.property(anyGroup, anyOptions, (group, options) => {
        const [input, mirrored] = [inputOf(group), inputOf(group, ['dislike', 'like'])];
        // Neglected in 1982 asks for no likes, which is not the mirror of no dislikes.
        const same = { ...options, version: 1983 as const };
        expect(turned(statuses(coieDodgeStatus(mirrored, same).pupils))).toEqual(
          statuses(coieDodgeStatus(input, same).pupils),
        );
        expect(turned(statuses(newcombBukowskiStatus(mirrored).pupils))).toEqual(
          statuses(newcombBukowskiStatus(input).pupils),
        );
      }),
      { numRuns: 100, seed: 1982 },
    );
  });

  it('has standard scores of mean 0 and variance 1', () => {
    fc.assert(
      fc.property(anyGroup, (group) => {
        const { pupils } = coieDodgeStatus(inputOf(group));
        if (pupils.length === 0) return;
        for (const key of ['zLiked', 'zDisliked', 'preference', 'impact'] as const) {
          const scores = pupils.map((pupil) => pupil[key]);
          expect(scores.reduce((sum, score) => sum + score, 0)).toBeCloseTo(0, 8);
          expect(scores.reduce((sum, score) => sum + score ** 2, 0) / (scores.length - 1)).toBeCloseTo(1, 8);
        }
      }),
      { numRuns: 100, seed: 7 },
    );
  });
});
