import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matrixOrder } from './matrix-order.ts';

const mutual = (...pairs: string[]): { from: string; to: string }[] =>
  pairs.flatMap((pair) => {
    const [from = '', to = ''] = pair.split('');
    return [
      { from, to },
      { from: to, to: from },
    ];
  });
const one = (pair: string): { from: string; to: string } => ({ from: pair.charAt(0), to: pair.charAt(1) });

describe('the order of a choice matrix', () => {
  it('puts subgroups of mutual ties in blocks, the largest first, and the most chosen first in each', () => {
    const choices = [...mutual('ab', 'bc', 'ac', 'bd', 'ad', 'cd', 'xy', 'yz', 'xz'), one('ez'), one('yb')];
    const { order, subgroups, withoutMutual } = matrixOrder([...'zyxedcba'], choices);
    expect(subgroups).toEqual([
      ['b', 'a', 'c', 'd'],
      ['z', 'x', 'y'],
    ]);
    expect(withoutMutual).toEqual(['e']);
    expect(order).toEqual([...'bacdzxye']);
  });

  it('puts subgroups with most ties between them side by side', () => {
    const groups = mutual('ab', 'bc', 'ac', 'ad', 'bd', 'cd', 'ef', 'fg', 'eg', 'xy', 'yz', 'xz');
    const { subgroups } = matrixOrder([...'abcdefgxyz'], [...groups, one('xa'), one('ya'), one('eb')]);
    expect(subgroups.map(([first = '', ...rest]) => [first, ...rest].sort().join(''))).toEqual([
      'abcd',
      'xyz',
      'efg',
    ]);
  });

  it('has every pupil once, and the same order whatever the order of pupils and choices', () => {
    const ends = fc.array(fc.tuple(fc.nat(14), fc.nat(14)), { maxLength: 60 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 14 }), ends, (n, pairs) => {
        const ids = Array.from({ length: n }, (_, k) => `p${k}`);
        const choices = pairs.map(([from, to]) => ({ from: `p${from}`, to: `p${to}` }));
        const found = matrixOrder(ids, choices);
        expect([...found.order].sort()).toEqual([...ids].sort());
        expect(matrixOrder(ids.toReversed(), choices.toReversed())).toEqual(found);
      }),
      { seed: 1 },
    );
  });
});
