import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChoiceNetwork } from '../network.ts';
import { describeNetwork } from './describe-network.ts';

const roster = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
const tie = fc
  .record({ from: fc.constantFrom(...roster), to: fc.constantFrom(...roster) })
  .filter(({ from, to }) => from !== to);

/** A class, and the same class with one more choice by somebody who answered. */
const grown: fc.Arbitrary<{ before: ChoiceNetwork; after: ChoiceNetwork; to: string }> = fc
  .record({ choices: fc.array(tie, { maxLength: 30 }), absent: fc.subarray(roster), more: tie })
  .map(({ choices, absent, more }) => {
    const respondents = roster.filter((id) => id === more.from || !absent.includes(id));
    const fewer = choices.filter(({ from, to }) => from !== more.from || to !== more.to);
    return {
      before: { roster, respondents, choices: fewer },
      after: { roster, respondents, choices: [...fewer, more] },
      to: more.to,
    };
  });

const runs = { seed: 4, numRuns: 200 };

describe('one more choice', () => {
  it('raises what the chosen received by one, and nobody else’s', () => {
    fc.assert(
      fc.property(grown, ({ before, after, to }) => {
        const [first, second] = [describeNetwork(before).pupils, describeNetwork(after).pupils];
        second.forEach((pupil, i) => {
          expect(pupil.received - (first[i]?.received ?? NaN)).toBe(pupil.pupilId === to ? 1 : 0);
        });
      }),
      runs,
    );
  });

  it('never lowers density, mutual pairs, core numbers or triangles, nor makes more components', () => {
    fc.assert(
      fc.property(grown, ({ before, after }) => {
        const [first, second] = [describeNetwork(before), describeNetwork(after)];
        expect(second.class.density).toBeGreaterThan(first.class.density ?? NaN);
        expect(second.class.dyadCensus.mutual).toBeGreaterThanOrEqual(first.class.dyadCensus.mutual);
        expect(second.class.mutualTriangles).toBeGreaterThanOrEqual(first.class.mutualTriangles);
        for (const key of ['weakComponentSizes', 'strongComponentSizes', 'mutualComponentSizes'] as const) {
          expect(second.class[key].length).toBeLessThanOrEqual(first.class[key].length);
        }
        second.pupils.forEach((pupil, i) => {
          expect(pupil.coreNumber).toBeGreaterThanOrEqual(first.pupils[i]?.coreNumber ?? NaN);
          expect(pupil.mutual ?? 0).toBeGreaterThanOrEqual(first.pupils[i]?.mutual ?? 0);
        });
      }),
      runs,
    );
  });

  it('leaves fewer or as many unchosen, isolated and without a mutual tie', () => {
    fc.assert(
      fc.property(grown, ({ before, after }) => {
        const [first, second] = [describeNetwork(before).class, describeNetwork(after).class];
        for (const key of ['unchosenCount', 'isolateCount', 'withoutMutualCount'] as const) {
          expect(second[key]).toBeLessThanOrEqual(first[key]);
        }
      }),
      runs,
    );
  });
});

describe('the choices that are returned', () => {
  it('are an even number, two for each mutual pair', () => {
    fc.assert(
      fc.property(grown, ({ after }) => {
        const { class: figures, ties } = describeNetwork({ ...after, respondents: roster });
        const returned = (figures.reciprocity.edgewise ?? 0) * figures.choices;
        expect(returned).toBeCloseTo(2 * ties.mutualPairs.length, 9);
        expect(figures.choices).toBe(2 * figures.dyadCensus.mutual + figures.dyadCensus.asymmetric);
      }),
      runs,
    );
  });
});
