import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Choice } from '../network.ts';
import { layoutQuality } from './layout-quality.ts';
import type { SociogramInput } from './layout-input.ts';
import { layoutSociogram } from './layout-sociogram.ts';
import type { PlacedPupil, SociogramLayout } from './sociogram.ts';

const frame = { width: 1000, height: 750, seed: 3 };
const longName = 'Abdirahman Mohammed';

const pupilsOf = (n: number, label = longName): { id: string; label: string }[] =>
  Array.from({ length: n }, (_, k) => ({ id: `p${k}`, label }));

const everyoneMutual = (n: number): Choice[] =>
  Array.from({ length: n * n }, (_, k) => ({ from: `p${Math.floor(k / n)}`, to: `p${k % n}` }));

/** Where `to` is numbered past the class, the choice is of someone outside it. */
const smallClass: fc.Arbitrary<SociogramInput> = fc
  .record({
    labels: fc.array(fc.string({ minLength: 1, maxLength: 30 }), { minLength: 1, maxLength: 40 }),
    ends: fc.array(fc.tuple(fc.nat(40), fc.nat(40)), { maxLength: 140 }),
    seed: fc.integer(),
  })
  .map(({ labels, ends, seed }) => ({
    pupils: labels.map((label, k) => ({ id: `p${k}`, label })),
    choices: ends.map(([from, to]) => ({ from: `p${from}`, to: `p${to}` })),
    ...frame,
    seed,
  }));

const quick = { work: 200_000 };

describe('a sociogram', () => {
  it('never overlaps and never leaves the frame', () => {
    fc.assert(
      fc.property(smallClass, (input) => {
        const layout = layoutSociogram(input, quick);
        expect(layoutQuality(layout)).toMatchObject({ overlaps: 0, outside: 0 });
        for (const { control } of layout.ties) {
          if (control === null) continue;
          expect(control.x >= 0 && control.x <= 1000 && control.y >= 0 && control.y <= 750).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('never overlaps when built on an earlier picture, whoever came or left', () => {
    const anywhere = fc.record({
      x: fc.integer({ min: -400, max: 2000 }),
      y: fc.integer({ min: -400, max: 2000 }),
    });
    const earlier = fc
      .array(fc.tuple(fc.nat(45), anywhere))
      .map((places) => new Map(places.map(([k, at]) => [`p${k}`, at])));
    fc.assert(
      fc.property(smallClass, earlier, (input, previous) => {
        const layout = layoutSociogram({ ...input, previous }, quick);
        expect(layoutQuality(layout)).toMatchObject({ overlaps: 0, outside: 0 });
      }),
      { numRuns: 40 },
    );
  });

  it('does not depend on the order of pupils and choices', () => {
    fc.assert(
      fc.property(smallClass, (input) => {
        const turned = { ...input, pupils: input.pupils.toReversed(), choices: input.choices.toReversed() };
        expect(layoutSociogram(turned, quick)).toEqual(layoutSociogram(input, quick));
      }),
      { numRuns: 15 },
    );
  });

  it.each([1, 2, 3, 40])('has room for %i pupils without ties, all with the same long name', (n) => {
    const layout = layoutSociogram({ pupils: pupilsOf(n), choices: [], ...frame });
    expect(layout.pupils.every(({ label }) => label === longName)).toBe(true);
    expect(layoutQuality(layout)).toMatchObject({ overlaps: 0, outside: 0, crossings: 0, edgesOverNodes: 0 });
  });

  it.each([2, 3, 12, 40])('has room for %i pupils who all chose each other', (n) => {
    const layout = layoutSociogram({ pupils: pupilsOf(n), choices: everyoneMutual(n), ...frame });
    expect(layout.ties).toHaveLength((n * (n - 1)) / 2);
    expect(layoutQuality(layout)).toMatchObject({ overlaps: 0, outside: 0 });
  });

  it('has room for 400 pupils, with small circles', () => {
    const choices = Array.from({ length: 1200 }, (_, k) => ({
      from: `p${k % 400}`,
      to: `p${(k * 7 + 13) % 400}`,
    }));
    const layout = layoutSociogram({ pupils: pupilsOf(400), choices, ...frame }, quick);
    expect(layout.nodeRadius).toBe(8);
    expect(layoutQuality(layout)).toMatchObject({ overlaps: 0, outside: 0 });
  });

  it('draws 150 pupils who all chose each other, though nothing can sort out their lines', () => {
    const layout = layoutSociogram({ pupils: pupilsOf(150), choices: everyoneMutual(150), ...frame });
    expect(layout.ties).toHaveLength(11_175);
    expect(layout.ties.every(({ control }) => control === null)).toBe(true);
    expect(layoutQuality({ ...layout, ties: [] })).toMatchObject({ overlaps: 0, outside: 0 });
  });

  it('has nothing to draw for an empty class', () => {
    expect(layoutSociogram({ pupils: [], choices: [], ...frame })).toMatchObject({ pupils: [], ties: [] });
  });

  it('puts a lone pupil in the middle', () => {
    const [only] = layoutSociogram({ pupils: pupilsOf(1), choices: [], ...frame }).pupils;
    expect(only?.x).toBeCloseTo(500, 0);
    expect(Math.abs((only?.y ?? 0) - 375)).toBeLessThan(20);
  });

  it('spreads pupils without ties instead of piling them up', () => {
    const { pupils } = layoutSociogram({ pupils: pupilsOf(24, 'Ida'), choices: [], ...frame });
    const quarters = Map.groupBy(pupils, ({ x, y }) => `${x < 500}${y < 365}`);
    expect([...quarters.values()].map((there) => there.length).every((count) => count >= 3)).toBe(true);
  });

  it('draws one line for a mutual pair, and leaves out choices of oneself, repeats and strangers', () => {
    const choices = [
      { from: 'p1', to: 'p0' },
      { from: 'p0', to: 'p1' },
      { from: 'p2', to: 'p1' },
      { from: 'p2', to: 'p1' },
      { from: 'p2', to: 'p2' },
      { from: 'p0', to: 'x' },
    ];
    expect(layoutSociogram({ pupils: pupilsOf(3), choices, ...frame }).ties).toEqual([
      { from: 'p0', to: 'p1', mutual: true, control: null },
      { from: 'p2', to: 'p1', mutual: false, control: null },
    ]);
  });

  it('draws mutual ties shorter than one-way ties', () => {
    const choices = [
      { from: 'p0', to: 'p1' },
      { from: 'p1', to: 'p0' },
      { from: 'p1', to: 'p2' },
      { from: 'p2', to: 'p3' },
      { from: 'p3', to: 'p2' },
    ];
    const layout = layoutSociogram({ pupils: pupilsOf(4, 'Ida'), choices, ...frame });
    expect(apart(layout, 'p0', 'p1')).toBeLessThan(apart(layout, 'p1', 'p2'));
    expect(apart(layout, 'p2', 'p3')).toBeLessThan(apart(layout, 'p1', 'p2'));
  });

  it('puts an unchosen pupil beside the one chosen, outside the group', () => {
    const group = everyoneMutual(6);
    const layout = layoutSociogram({
      pupils: pupilsOf(7, 'Ida'),
      choices: [...group, { from: 'p6', to: 'p2' }],
      ...frame,
    });
    const others = ['p0', 'p1', 'p3', 'p4', 'p5'];
    for (const other of others) expect(apart(layout, 'p6', 'p2')).toBeLessThan(apart(layout, 'p6', other));
    for (const other of others) expect(apart(layout, 'p2', other)).toBeLessThan(apart(layout, 'p6', other));
  });

  it('stays near where it was when nothing has changed, whatever the seed', () => {
    const choices = everyoneMutual(30).filter((_, k) => k % 17 === 0);
    const input = { pupils: pupilsOf(30), choices, ...frame };
    const first = layoutSociogram(input);
    const previous = new Map(first.pupils.map(({ id, x, y }) => [id, { x, y }]));
    const again = layoutSociogram({ ...input, seed: 99, previous });
    const fresh = layoutSociogram({ ...input, seed: 99 });
    expect(meanShift(first, again)).toBeLessThan(60);
    expect(meanShift(first, again)).toBeLessThan(0.5 * meanShift(first, fresh));
  });

  it('shortens names that the frame cannot hold', () => {
    const layout = layoutSociogram({ pupils: pupilsOf(40), choices: [], width: 420, height: 420, seed: 1 });
    expect(layout.pupils.every(({ label }) => label.endsWith('…'))).toBe(true);
    expect(layoutQuality(layout)).toMatchObject({ overlaps: 0, outside: 0 });
  });

  it('refuses a frame without room for the circles, and two pupils with one id', () => {
    const narrow = { pupils: pupilsOf(40), choices: [], width: 100, height: 100, seed: 1 };
    expect(() => layoutSociogram(narrow)).toThrow(RangeError);
    expect(() =>
      layoutSociogram({ ...frame, pupils: [...pupilsOf(1), ...pupilsOf(1)], choices: [] }),
    ).toThrow(RangeError);
  });
});

function pupil(layout: SociogramLayout, id: string): PlacedPupil {
  const found = layout.pupils.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no pupil ${id}`);
  return found;
}

function apart(layout: SociogramLayout, a: string, b: string): number {
  const [one, other] = [pupil(layout, a), pupil(layout, b)];
  return Math.hypot(one.x - other.x, one.y - other.y);
}

function meanShift(a: SociogramLayout, b: SociogramLayout): number {
  const shifts = a.pupils.map(({ id, x, y }) => Math.hypot(x - pupil(b, id).x, y - pupil(b, id).y));
  return shifts.reduce((sum, shift) => sum + shift, 0) / shifts.length;
}
