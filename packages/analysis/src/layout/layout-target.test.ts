import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Choice } from '../network.ts';
import { layoutQuality } from './layout-quality.ts';
import type { TargetInput, TargetLayout } from './layout-target.ts';
import { layoutTarget } from './layout-target.ts';
import { ringsByChance, targetRings } from './target-rings.ts';

const frame = { width: 1000, height: 750, seed: 3 };
const longName = 'Abdirahman Mohammed';
const quick = { work: 200_000 };

const idsOf = (n: number): string[] => Array.from({ length: n }, (_, k) => `p${k}`);
const inputOf = (n: number, choices: readonly Choice[], label = longName): TargetInput => ({
  pupils: idsOf(n).map((id) => ({ id, label })),
  respondents: idsOf(n),
  choices,
  ...frame,
});
const everyone = (n: number): Choice[] => idsOf(n).flatMap((from) => idsOf(n).map((to) => ({ from, to })));

const smallClass: fc.Arbitrary<TargetInput> = fc
  .record({
    labels: fc.array(fc.string({ minLength: 1, maxLength: 30 }), { minLength: 1, maxLength: 40 }),
    ends: fc.array(fc.tuple(fc.nat(40), fc.nat(40)), { maxLength: 140 }),
    absent: fc.nat(40),
    seed: fc.integer(),
  })
  .map(({ labels, ends, absent, seed }) => ({
    pupils: labels.map((label, k) => ({ id: `p${k}`, label })),
    respondents: idsOf(labels.length).filter((_, k) => k !== absent),
    choices: ends.map(([from, to]) => ({ from: `p${from}`, to: `p${to}` })),
    ...frame,
    seed,
  }));

function expectSound(layout: TargetLayout): void {
  expect(layoutQuality(layout)).toMatchObject({ overlaps: 0, outside: 0 });
  for (const { id, x, y, ring } of layout.pupils) {
    const k = targetRings.indexOf(ring);
    const within = (outer: { radiusX: number; radiusY: number } | undefined): boolean => {
      if (outer === undefined) return false;
      const [dx, dy] = [(x - layout.centre.x) / outer.radiusX, (y - layout.centre.y) / outer.radiusY];
      return dx * dx + dy * dy < 1;
    };
    expect(within(layout.rings[k]), `${id} is not outside its ring`).toBe(true);
    if (k > 0) expect(within(layout.rings[k - 1]), `${id} is not within the next`).toBe(false);
  }
}

describe('a target', () => {
  it('never overlaps, never leaves the frame, and has every pupil in its ring', () => {
    fc.assert(
      fc.property(smallClass, (input) => expectSound(layoutTarget(input, quick))),
      { numRuns: 50, seed: 1 },
    );
  });

  it('does not depend on the order of pupils, respondents and choices', () => {
    fc.assert(
      fc.property(smallClass, (input) => {
        const turned = {
          ...input,
          pupils: input.pupils.toReversed(),
          respondents: input.respondents.toReversed(),
          choices: input.choices.toReversed(),
        };
        expect(layoutTarget(turned, quick)).toEqual(layoutTarget(input, quick));
      }),
      { numRuns: 12, seed: 1 },
    );
  });

  it('never overlaps when built on an earlier picture', () => {
    const anywhere = fc.record({
      x: fc.integer({ min: -400, max: 2000 }),
      y: fc.integer({ min: -400, max: 2000 }),
    });
    const earlier = fc
      .array(fc.tuple(fc.nat(45), anywhere))
      .map((places) => new Map(places.map(([k, at]) => [`p${k}`, at])));
    fc.assert(
      fc.property(smallClass, earlier, (input, previous) => {
        expectSound(layoutTarget({ ...input, previous }, quick));
      }),
      { numRuns: 30, seed: 1 },
    );
  });

  it.each([1, 2, 3, 40])('has room for %i pupils without ties, all with the same long name', (n) => {
    const layout = layoutTarget(inputOf(n, []));
    expect(layout.pupils.every(({ label, ring }) => label === longName && ring === 'none')).toBe(true);
    expectSound(layout);
  });

  it.each([2, 3, 12, 40])('has room for %i pupils who all chose each other', (n) => {
    expectSound(layoutTarget(inputOf(n, everyone(n)), quick));
  });

  it('has room for 400 pupils', () => {
    const choices = idsOf(400).map((from, k) => ({ from, to: `p${(k * 7 + 1) % 400}` }));
    expectSound(layoutTarget(inputOf(400, choices), quick));
  });

  it('has nothing to draw for an empty class', () => {
    expect(layoutTarget(inputOf(0, []))).toMatchObject({ pupils: [], ties: [] });
  });

  it('keeps the directions of an earlier target when nothing has changed, whatever the seed', () => {
    const choices = everyone(24).filter((_, k) => k % 13 === 0);
    const input = inputOf(24, choices, 'Ida');
    const first = layoutTarget(input);
    const previous = new Map(first.pupils.map(({ id, x, y }) => [id, { x, y }]));
    const shift = (again: TargetLayout): number =>
      again.pupils.reduce((sum, { x, y }, k) => {
        const before = first.pupils[k] ?? { x: 0, y: 0 };
        return sum + Math.hypot(x - before.x, y - before.y) / again.pupils.length;
      }, 0);
    const kept = shift(layoutTarget({ ...input, seed: 99, previous }));
    expect(kept).toBeLessThan(120);
    expect(kept).toBeLessThan(0.5 * shift(layoutTarget({ ...input, seed: 99 })));
  });
});

describe('the rings of a target', () => {
  /** A class of 24 in which everyone makes three choices in turn round the class. */
  const roster = idsOf(24);
  const round = roster.flatMap((from, k) => [1, 2, 3].map((step) => ({ from, to: `p${(k + step) % 24}` })));
  const ringOf = (id: string, choices: readonly Choice[], respondents = roster): string | undefined =>
    ringsByChance([id], { roster, respondents, choices })[0];

  it('are expected for the three choices that three by each give', () => {
    expect(ringOf('p5', round)).toBe('expected');
  });

  it('are none for the choice of nobody, and not low', () => {
    expect(
      ringOf(
        'p0',
        round.filter(({ to }) => to !== 'p0'),
      ),
    ).toBe('none');
  });

  it('are high from six choices on: P(X ≥ 6) is 0.075 and P(X ≥ 5) 0.18 for 23 who each choose 3 of 23', () => {
    const moved = (more: number): Choice[] =>
      round.map((choice) =>
        Number(choice.from.slice(1)) >= 8 &&
        Number(choice.from.slice(1)) < 8 + more &&
        choice.to === nextOf(choice)
          ? { from: choice.from, to: 'p5' }
          : choice,
      );
    expect(ringOf('p5', moved(2))).toBe('expected');
    expect(ringOf('p5', moved(3))).toBe('high');
  });

  it('are low for one choice where five by each are usual: P(X ≤ 1) is 0.03', () => {
    const five = roster.flatMap((from, k) =>
      [1, 2, 3, 4, 5].map((step) => ({ from, to: `p${(k + step) % 24}` })),
    );
    const anew = five.map(({ from, to }) =>
      to === 'p5' && from !== 'p4' ? { from, to: `p${(Number(from.slice(1)) + 12) % 24}` } : { from, to },
    );
    expect(ringOf('p5', anew)).toBe('low');
  });

  it('leave out choices by those who did not answer', () => {
    expect(
      ringOf(
        'p5',
        round,
        roster.filter((id) => !['p2', 'p3', 'p4'].includes(id)),
      ),
    ).toBe('none');
  });
});

const nextOf = ({ from }: Choice): string => `p${(Number(from.slice(1)) + 1) % 24}`;
