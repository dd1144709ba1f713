import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutQuality } from './layout-quality.ts';
import type { TargetInput } from './layout-target.ts';
import { layoutTarget } from './layout-target.ts';
import { layoutSociogram } from './layout-sociogram.ts';
import type { SociogramLayout } from './sociogram.ts';

const frame = { width: 1000, height: 750, seed: 5 };
const quick = { work: 100_000 };
const pictures = [
  ['sociogram', layoutSociogram],
  ['target', layoutTarget],
] as const;

const name = fc.oneof(
  fc.string({ minLength: 1, maxLength: 30 }),
  fc.constant('Abdirahman Mohammed '.repeat(6)),
);

/** Ids are drawn at random, so that neither order nor length of ids says anything. */
const classOf = (n: number, ties: number): fc.Arbitrary<TargetInput> =>
  fc
    .record({
      ids: fc.uniqueArray(fc.string({ minLength: 1, maxLength: 8 }), { minLength: n, maxLength: n }),
      names: fc.array(name, { minLength: n, maxLength: n }),
      ends: fc.array(fc.tuple(fc.nat(n - 1), fc.nat(n - 1)), { maxLength: ties * n }),
    })
    .map(({ ids, names, ends }) => ({
      ...frame,
      pupils: ids.map((id, k) => ({ id, label: names[k] ?? '' })),
      respondents: ids,
      choices: ends.map(([from, to]) => ({ from: ids[from] ?? '', to: ids[to] ?? '' })),
    }));

describe.each(pictures)('the %s of any class', (_, draw) => {
  it.each([
    [1, 20],
    [2, 20],
    [30, 15],
    [60, 8],
    [61, 8],
    [120, 4],
    [400, 2],
  ])('of %i pupils has nothing that overlaps or leaves the frame', (n, numRuns) => {
    fc.assert(
      fc.property(classOf(n, 5), (input) => {
        const { overlaps, outside } = layoutQuality(draw(input, quick));
        expect({ overlaps, outside }).toEqual({ overlaps: 0, outside: 0 });
      }),
      // A large class takes minutes to shrink.
      { numRuns, seed: 1, endOnFailure: true },
    );
  });

  it('is the same under other ids in the same order and other names of the same lengths', () => {
    fc.assert(
      fc.property(classOf(24, 4), (input) => {
        const sorted = input.pupils.map(({ id }) => id).sort();
        const renamed = new Map(sorted.map((id, k) => [id, `pupil ${String(k).padStart(3, '0')}`]));
        const other = (id: string): string => renamed.get(id) ?? '';
        const pupils = input.pupils.map(({ id, label }) => ({
          id: other(id),
          label: 'x'.repeat([...label].length),
        }));
        const again = draw(
          {
            ...input,
            pupils,
            respondents: input.respondents.map(other),
            choices: input.choices.map(({ from, to }) => ({ from: other(from), to: other(to) })),
          },
          quick,
        );
        expect(places(again)).toEqual(places(draw(input, quick)));
      }),
      { numRuns: 10, seed: 1 },
    );
  });
});

function places({ pupils, ties }: SociogramLayout): unknown {
  const number = new Map(pupils.map(({ id }, k) => [id, k]));
  return {
    pupils: pupils.map(({ x, y, labelBox, labelSide }) => ({ x, y, labelBox, labelSide })),
    ties: ties.map(({ from, to, control }) => [number.get(from), number.get(to), control]),
  };
}
