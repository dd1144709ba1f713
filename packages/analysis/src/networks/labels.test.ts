import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeLabels } from './describe-labels.ts';
import { assortativity, eiIndex } from './mixing.ts';

const roster = ['a', 'b', 'c', 'd', 'e', 'f'];
const choices = ['ab', 'ba', 'ac', 'cd', 'dc', 'de'].map(([from = '', to = '']) => ({ from, to }));
const network = { roster, respondents: roster, choices };
const labels = new Map(Object.entries({ a: 'north', b: 'north', c: 'south', d: 'south', e: 'south' }));

// Worked by hand.
describe('choices by a label', () => {
  const described = describeLabels(network, labels);

  it('are counted from label to label, without pupils that have no label', () => {
    expect(described.pupils).toEqual([2, 3]);
    expect(described.mixing).toEqual({
      labels: ['north', 'south'],
      counts: [
        [2, 1],
        [0, 3],
      ],
    });
    const toUnlabelled = { ...network, choices: [...choices, { from: 'a', to: 'f' }] };
    expect(describeLabels(toUnlabelled, labels)).toEqual(described);
  });

  it('have the labels by name, also when the last of them comes first in the class', () => {
    const turned = new Map(Object.entries({ a: 'south', b: 'south', c: 'north', d: 'mid', e: 'mid' }));
    const { mixing, pupils, mutual } = describeLabels(network, turned);
    expect(mixing.labels).toEqual(['mid', 'north', 'south']);
    expect(pupils).toEqual([2, 1, 2]);
    expect(mixing.counts).toEqual([
      [1, 1, 0],
      [1, 0, 0],
      [0, 1, 2],
    ]);
    expect(mutual).toEqual({ internal: 1, external: 1, eiIndex: 0 });
  });

  it('have an E–I index, of choices and of mutual ties', () => {
    expect(described.choices).toEqual({ internal: 5, external: 1, eiIndex: -4 / 6 });
    expect(described.mutual).toEqual({ internal: 2, external: 0, eiIndex: -1 });
  });

  it('have assortativity from what each label gives and receives', () => {
    // Shares: inside 5/6; expected 3/6 · 2/6 + 3/6 · 4/6 = 1/2.
    expect(described.assortativity.modularity).toBeCloseTo(1 / 3, 12);
    expect(described.assortativity.coefficient).toBeCloseTo(2 / 3, 12);
  });

  it('have neither with one label, nor without choices', () => {
    const one = new Map(roster.map((id) => [id, 'same']));
    for (const none of [
      describeLabels(network, one),
      describeLabels({ ...network, choices: [] }, labels),
      describeLabels(network, new Map()),
      describeLabels(network, new Map([...one, ['stranger', 'other']])),
    ]) {
      expect(none.choices.eiIndex).toBeNull();
      expect(none.assortativity).toEqual({ modularity: null, coefficient: null });
    }
  });

  it('have no coefficient when one of the labels gives and receives everything', () => {
    const mixing = {
      labels: ['x', 'y'],
      counts: [
        [4, 0],
        [0, 0],
      ],
    };
    expect(assortativity(mixing)).toEqual({ modularity: 0, coefficient: null });
  });
});

describe('mixing in the San Francisco couples of Newman 2003', () => {
  // Table I of "Mixing patterns in networks" (Phys. Rev. E 67, 026126), in thousandths. From the rounded table
  // networkx (test_attribute_assortativity_coefficient) has 0.623.
  it('has the assortativity that networkx gives', () => {
    const mixing = {
      labels: ['black', 'hispanic', 'white', 'other'],
      counts: [
        [258, 16, 35, 13],
        [12, 157, 58, 19],
        [13, 23, 306, 35],
        [5, 7, 24, 16],
      ],
    };
    expect(assortativity(mixing).coefficient).toBeCloseTo(0.623, 3);
  });
});

describe('any mixing matrix', () => {
  const square = fc.integer({ min: 2, max: 4 }).chain((k) =>
    fc.record({
      labels: fc.constant(['a', 'b', 'c', 'd'].slice(0, k)),
      counts: fc.array(fc.array(fc.nat(20), { minLength: k, maxLength: k }), { minLength: k, maxLength: k }),
    }),
  );

  it('has both measures between −1 and 1, and the same when turned around', () => {
    fc.assert(
      fc.property(square, (mixing) => {
        const { coefficient } = assortativity(mixing);
        const { eiIndex: index } = eiIndex(mixing);
        for (const value of [coefficient, index]) {
          if (value !== null) expect(Math.abs(value)).toBeLessThanOrEqual(1 + 1e-12);
        }
        const turned = mixing.counts.map((_, a) => mixing.counts.map((row) => row[a] ?? NaN));
        expect(assortativity({ ...mixing, counts: turned })).toEqual(assortativity(mixing));
      }),
      { seed: 4 },
    );
  });

  it('has coefficient 1 and index −1 when ties stay inside at least two labels', () => {
    expect(
      assortativity({
        labels: ['a', 'b'],
        counts: [
          [3, 0],
          [0, 5],
        ],
      }).coefficient,
    ).toBe(1);
  });
});
