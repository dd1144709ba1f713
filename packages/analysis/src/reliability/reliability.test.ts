import fc from 'fast-check';
import { sampleCovariance, sampleVariance } from 'simple-statistics';
import { describe, expect, it } from 'vitest';
import type { ChoiceNetwork } from '../network.ts';
import { cronbachAlpha } from './cronbach-alpha.ts';
import { splitHalf } from './split-half.ts';

const ids = Array.from({ length: 10 }, (_, i) => `p${i}`);
const choosing = (
  respondents: readonly string[],
  of: (id: string, i: number) => string[],
): ChoiceNetwork => ({
  roster: ids,
  respondents,
  choices: respondents.flatMap((from, i) => of(from, i).map((to) => ({ from, to }))),
});

const networks: fc.Arbitrary<ChoiceNetwork> = fc.record({
  roster: fc.constant(ids),
  respondents: fc.subarray(ids, { minLength: 2 }),
  choices: fc.array(fc.record({ from: fc.constantFrom(...ids), to: fc.constantFrom(...ids) }), {
    minLength: 5,
    maxLength: 60,
  }),
});

/** A class of four to ten, of whom two or more answered. */
const classes: fc.Arbitrary<ChoiceNetwork> = fc
  .tuple(networks, fc.integer({ min: 4, max: 10 }))
  .map(([network, n]) => {
    const roster = network.roster.slice(0, n);
    const inside = (id: string) => roster.includes(id);
    return {
      roster,
      respondents: [...new Set([...roster.slice(0, 2), ...network.respondents.filter(inside)])],
      choices: network.choices.filter(({ from, to }) => inside(from) && inside(to)),
    };
  });

/** Alpha from its definition in covariances, over the pupils both nominators rated, as its two terms. */
function alphaByDefinition({ roster, respondents, choices }: ChoiceNetwork): {
  above: number;
  below: number;
} {
  const cell = (i: string, j: string): number =>
    Number(choices.some(({ from, to }) => from === i && to === j));
  const column = (i: string, without: string[]): number[] =>
    roster.filter((id) => !without.includes(id)).map((id) => cell(i, id));
  const mean = (values: number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
  const variance = mean(respondents.map((i) => sampleVariance(column(i, [i]))));
  const covariance = mean(
    respondents.flatMap((i) =>
      respondents.filter((j) => j !== i).map((j) => sampleCovariance(column(i, [i, j]), column(j, [i, j]))),
    ),
  );
  const k = respondents.length;
  return { above: k * covariance, below: variance + (k - 1) * covariance };
}

describe("Cronbach's alpha over nominators", () => {
  it('equals its definition by covariances', () => {
    fc.assert(
      fc.property(classes, (network) => {
        const alpha = cronbachAlpha(network);
        const { above, below } = alphaByDefinition(network);
        expect(alpha === null).toBe(below < 1e-9);
        if (alpha === null) return;
        expect(Math.abs(alpha - above / below)).toBeLessThan(1e-9 * Math.max(1, Math.abs(above / below)));
      }),
      { seed: 4 },
    );
  });

  it('is high when all choose the same two, and unknown when all are chosen equally often', () => {
    const agreeing = choosing(ids.slice(0, 8), () => ['p8', 'p9']);
    // Variances over nine others and covariances over eight differ a little, so it passes 1.
    expect(cronbachAlpha(agreeing)).toBeCloseTo(1, 1);
    const ring = choosing(ids, (_, i) => [ids[(i + 1) % 10] ?? '']);
    expect(cronbachAlpha(ring)).toBeNull();
  });

  it('does not take an absent pupil for a nominator who chose nobody', () => {
    const seven = choosing(ids.slice(0, 7), (_, i) => ['p8', ids[(i + 3) % 7] ?? '']);
    expect(cronbachAlpha(seven)).not.toBeCloseTo(cronbachAlpha({ ...seven, respondents: ids }) ?? NaN, 6);
  });

  it('is unknown when nobody differs, with one nominator, and in a class of three', () => {
    expect(cronbachAlpha(choosing(ids, () => []))).toBeNull();
    expect(cronbachAlpha(choosing(['p0'], () => ['p1']))).toBeNull();
    const three = { roster: ['a', 'b', 'c'], respondents: ['a', 'b'], choices: [{ from: 'a', to: 'b' }] };
    expect(cronbachAlpha(three)).toBeNull();
  });
});

describe('split-half reliability over nominators', () => {
  it('is 1 when all choose the same two', () => {
    const agreeing = choosing(ids.slice(0, 8), () => ['p8', 'p9']);
    expect(splitHalf(agreeing, 1, 20)).toEqual({ reliability: 1, halfCorrelation: 1, splits: 20 });
  });

  it('is corrected to full length by Spearman–Brown', () => {
    fc.assert(
      fc.property(networks, fc.nat(), (network, seed) => {
        const { reliability, halfCorrelation: r } = splitHalf(network, seed, 10);
        if (r === null || reliability === null) return;
        expect(Math.abs(r)).toBeLessThanOrEqual(1);
        expect(reliability).toBeCloseTo(2 / (1 / r + 1), 9);
      }),
      { seed: 4 },
    );
  });

  it('goes by what can be seen of four nominators: three splits, worked by hand', () => {
    // p0 and p1 choose p8, p2 and p3 choose p9: two of the three splits agree wholly, one not at all.
    const four = choosing(ids.slice(0, 4), (_, i) => [i < 2 ? 'p8' : 'p9']);
    // Shares over ten pupils in the third split: 1 for one pupil each, r = −1/9.
    const { halfCorrelation, splits } = splitHalf(four, 3, 3000);
    expect(splits).toBe(3000);
    expect(Math.abs((halfCorrelation ?? NaN) - (2 - 1 / 9) / 3)).toBeLessThan(0.03);
  });

  it('repeats from its seed and does not depend on the order of the input', () => {
    fc.assert(
      fc.property(networks, fc.nat(), ({ roster, respondents, choices }, seed) => {
        const again = {
          roster: [...roster].reverse(),
          respondents: [...respondents].reverse(),
          choices: [...choices].reverse(),
        };
        expect(splitHalf(again, seed, 5)).toEqual(splitHalf({ roster, respondents, choices }, seed, 5));
      }),
      { seed: 4 },
    );
  });

  it('has no correction when one half chooses whom the other does not', () => {
    const six = ids.slice(0, 6);
    const odd = choosing(six.slice(0, 4), (id, i) =>
      six.filter((other, j) => other !== id && j % 2 === (i < 2 ? 0 : 1)),
    );
    const divided = Array.from({ length: 20 }, (_, seed) => splitHalf({ ...odd, roster: six }, seed, 1));
    const opposed = divided.filter(({ halfCorrelation }) => halfCorrelation === -1);
    expect(opposed).not.toEqual([]);
    expect(opposed.every(({ reliability }) => reliability === null)).toBe(true);
    const others = divided.filter(({ halfCorrelation }) => halfCorrelation !== -1);
    expect(others.every(({ reliability }) => reliability !== null)).toBe(true);
  });

  it('leaves a pupil out of the nominators who could choose the pupil', () => {
    // All choose p0, apart from p0, and p9: with the own cell as a zero, p0 would have less than p9 in one half.
    const all = choosing(ids.slice(0, 4), (id) => (id === 'p0' ? ['p9'] : ['p0', 'p9']));
    expect(splitHalf(all, 1, 10).halfCorrelation).toBeCloseTo(1, 12);
  });

  it('is unknown with three respondents and when all shares are equal', () => {
    const none = { reliability: null, halfCorrelation: null, splits: 0 };
    expect(
      splitHalf(
        choosing(ids.slice(0, 3), () => ['p9']),
        1,
      ),
    ).toEqual(none);
    expect(
      splitHalf(
        choosing(ids, () => []),
        1,
      ),
    ).toEqual(none);
  });

  it('refuses a number of splits that is not a positive whole number', () => {
    expect(() =>
      splitHalf(
        choosing(ids, () => []),
        1,
        0,
      ),
    ).toThrow(RangeError);
  });
});
