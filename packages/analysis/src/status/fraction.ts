/** An exact fraction; the denominator is positive. */
export type Fraction = { readonly numerator: bigint; readonly denominator: bigint };

/** Both whole numbers, the denominator at least 1. */
export const fraction = (numerator: number, denominator: number): Fraction => ({
  numerator: BigInt(numerator),
  denominator: BigInt(denominator),
});

export function sumOfFractions(terms: readonly Fraction[]): Fraction {
  const denominator = terms.reduce((least, term) => leastCommonMultiple(least, term.denominator), 1n);
  const numerator = terms.reduce((sum, term) => sum + term.numerator * (denominator / term.denominator), 0n);
  return { numerator, denominator };
}

/** −1, 0 or 1 as `a` is less than, equal to or greater than `b`. */
export function compareFractions(a: Fraction, b: Fraction): -1 | 0 | 1 {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

function leastCommonMultiple(a: bigint, b: bigint): bigint {
  let [divisor, rest] = [a, b];
  while (rest !== 0n) [divisor, rest] = [rest, divisor % rest];
  return (a / divisor) * b;
}
