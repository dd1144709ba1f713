import { encode } from 'uqr';
import { describe, expect, it } from 'vitest';
import { qrPath } from './qr-path.ts';

const squaresOf = (path: string): ReadonlySet<string> => {
  const squares = new Set<string>();
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let i = 0; i < Number(width); i += 1) squares.add(`${Number(x) + i},${Number(y)}`);
  }
  return squares;
};

describe('the path of a QR code', () => {
  it('covers exactly the dark squares', () => {
    const text = 'https://samhold.example/s?code=ABCD1234';
    const { data } = encode(text, { ecc: 'M', border: 4 });
    const dark = data.flatMap((row, y) => row.flatMap((on, x) => (on ? [`${x},${y}`] : [])));
    expect(squaresOf(qrPath(text).path)).toEqual(new Set(dark));
  });
});
