/**
 * The regularised lower incomplete gamma function P(a, x), the distribution function of a gamma variable of shape `a`, for
 * a > 0 and x ≥ 0; by its power series below a + 1 and Lentz's continued fraction above (Abramowitz & Stegun 1964, 6.5.29 and
 * 6.5.31). Near 1e-13 of the truth in the range of classes.
 */
export function gammaDistribution(a: number, x: number): number {
  if (x <= 0) return 0;
  return x < a + 1 ? series(a, x) : 1 - continuedFraction(a, x);
}

function series(a: number, x: number): number {
  let term = 1;
  let sum = 1;
  for (let n = 1; term > sum * 1e-17; n += 1) {
    term *= x / (a + n);
    sum += term;
  }
  return sum * front(a, x);
}

function continuedFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1e300;
  let d = 1 / b;
  let product = d;
  for (let n = 1; n < 100_000; n += 1) {
    const numerator = n * (a - n);
    b += 2;
    d = 1 / (numerator * d + b);
    c = b + numerator / c;
    product *= c * d;
    if (Math.abs(c * d - 1) < 1e-16) break;
  }
  return product * front(a, x) * a;
}

/** xᵃ e⁻ˣ / Γ(a + 1), with the large parts of numerator and denominator taken against each other first. */
function front(a: number, x: number): number {
  if (a < 20) return (front(a + 1, x) * (a + 1)) / x;
  const u = (x - a) / a;
  const stirling = 1 / (12 * a) - 1 / (360 * a ** 3) + 1 / (1260 * a ** 5) - 1 / (1680 * a ** 7);
  return Math.exp(a * (Math.log1p(u) - u) - stirling) / Math.sqrt(2 * Math.PI * a);
}
