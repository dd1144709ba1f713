import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutSociogram } from '../layout/layout-sociogram.ts';
import { layoutTarget } from '../layout/layout-target.ts';
import { otherReferenceNetworks, referenceClasses } from '../layout/reference-classes.fixture.ts';
import { pictureLetters, type Picture, type PictureRequest } from './picture-request.ts';
import { sociogramSvg } from './sociogram-svg.ts';

const folder = fileURLToPath(new URL('../../../../../shared/reference/sociometry/data/', import.meta.url));
const read = (file: string): string => readFileSync(`${folder}${file}`, 'utf8');
const present = existsSync(folder);
if (!present) console.warn('reference classes absent: their drawings are not measured');
const reference = present ? [...referenceClasses(read), ...otherReferenceNetworks(read)] : [];

type Class = Omit<PictureRequest['rounds'][number], 'places' | 'respondents'>;
type Spot = { readonly what: string; readonly x: number; readonly y: number; readonly reach?: number };

/** Every place the drawing touches, in px of its viewBox; curves and arcs by points along their polygon of control. */
const spotsOf = (svg: string): readonly Spot[] => {
  const spots: Spot[] = [];
  const shifts = [{ x: 0, y: 0 }];
  for (const [tag, name = '', facts = ''] of svg.matchAll(/<(\/?\w+)([^>]*)>/g)) {
    const number = (fact: string): number => Number(new RegExp(` ${fact}="([^"]*)"`).exec(facts)?.[1]);
    const shift = shifts.at(-1) ?? { x: 0, y: 0 };
    const [, dx = 0, dy = 0] = /translate\(([-\d.]+) ([-\d.]+)\)/.exec(facts)?.map(Number) ?? [];
    if (name === 'g') shifts.push({ x: shift.x + dx, y: shift.y + dy });
    if (name === '/g') shifts.pop();
    const add = (what: string, x: number, y: number, reach = 0) =>
      spots.push({ what: `${what} ${tag.slice(0, 60)}`, x: x + shift.x, y: y + shift.y, reach });
    if (name === 'circle') add('circle', number('cx'), number('cy'), number('r') + 1.1);
    if (name === 'text') add('text', number('x'), number('y'));
    if (name !== 'path' || /[hv]/.test(facts)) continue;
    const steps = [...(/ d="([^"]*)"/.exec(facts)?.[1] ?? '').matchAll(/[MLQA]([^MLQAZ]*)/g)];
    for (const [step, numbers = ''] of steps) {
      const all = numbers.trim().split(' ').map(Number);
      const ends = step.startsWith('A') ? all.slice(-2) : step.startsWith('Q') ? all : all.slice(0, 2);
      for (let k = 0; k + 1 < ends.length; k += 2)
        // The control point of a curve pulls it half its way at most.
        add('path', ends[k] ?? NaN, ends[k + 1] ?? NaN);
    }
  }
  return spots;
};

/** As on the page, but with less work spent on crossings: what lies in the frame does not depend on it. */
const drawn = ({ pupils, choices }: Class, as: 'network' | 'target'): Picture => {
  const input = {
    pupils,
    choices,
    respondents: pupils.map(({ id }) => id),
    width: 1000,
    height: 750,
    seed: 1,
  };
  const options = { ...pictureLetters, work: 100_000 };
  return as === 'network' ? layoutSociogram(input, options) : layoutTarget(input, options);
};

const expectWithin = (one: Class, as: 'network' | 'target'): void => {
  const picture = drawn(one, as);
  const svg = sociogramSvg({
    picture,
    respondents: new Set(one.pupils.slice(1).map(({ id }) => id)),
    mutualOnly: false,
    heading: { title: 'Sosiogram '.repeat(12), lines: ['En rundes navn kan være langt '.repeat(9)] },
    notes: ['Ringene, fra midten og ut. '.repeat(8)],
    alternative: 'Sosiogram',
  });
  const [, width = 0, height = 0] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg)?.map(Number) ?? [];
  const outside = spotsOf(svg).filter(
    ({ x, y, reach = 0 }) => !(x - reach >= 0 && y - reach >= 0 && x + reach <= width && y + reach <= height),
  );
  expect(outside).toEqual([]);
  expect(svg.match(/<circle/g)).toHaveLength(one.pupils.length + 1);
  // Names: their boxes are what the letters are set in, and squeezed into where they are wider.
  for (const { labelBox: box } of picture.pupils) {
    expect(box.left).toBeGreaterThanOrEqual(0);
    expect(box.top).toBeGreaterThanOrEqual(0);
    expect(box.left + box.width).toBeLessThanOrEqual(picture.width);
    expect(box.top + box.height).toBeLessThanOrEqual(picture.height);
  }
};

const longNames = [
  'Abdirahman Mohammed',
  'Wilhelmine Sofie Wergeland-Strømme',
  'محمد عبدالله الرحمن',
  'ليلى',
  'Bo',
];
const made: fc.Arbitrary<Class> = fc
  .record({
    labels: fc.array(fc.constantFrom(...longNames), { minLength: 1, maxLength: 40 }),
    ends: fc.array(fc.tuple(fc.nat(39), fc.nat(39)), { maxLength: 120 }),
  })
  .map(({ labels, ends }) => ({
    pupils: labels.map((label, at) => ({ id: `p${at}`, label })),
    choices: ends.map(([from, to]) => ({ from: `p${from}`, to: `p${to}` })),
  }));

describe.each(['network', 'target'] as const)('nothing of a drawn %s is cut off', (as) => {
  it.skipIf(!present).each(reference.map((one) => [one.name, one] as const))('in %s', (_, one) => {
    expectWithin(one, as);
  });

  it('with long and right-to-left names, few pupils or many', () => {
    fc.assert(
      fc.property(made, (one) => expectWithin(one, as)),
      { numRuns: 6 },
    );
  });
});
