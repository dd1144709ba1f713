/** The 0.975 quantile of the standard normal distribution. */
const Z = 1.959963984540054;

/** From so many degrees of freedom the expansion is as near as the series, and quicker. */
const large = 200;

/** The chance that Student's t lies within ± `t`: the finite series for whole degrees of freedom (Abramowitz & Stegun 1964, 26.7.3 and 26.7.4). */
const chanceWithin = (t: number, degrees: number): number => {
  const angle = Math.atan(t / Math.sqrt(degrees));
  const [sine, cosine] = [Math.sin(angle), Math.cos(angle)];
  const isOdd = degrees % 2 === 1;
  let term = isOdd ? cosine : 1;
  let sum = degrees === 1 ? 0 : term;
  for (let power = isOdd ? 3 : 2; power <= degrees - 2; power += 2) {
    term *= (cosine * cosine * (power - 1)) / power;
    sum += term;
  }
  return isOdd ? (2 / Math.PI) * (angle + sine * sum) : sine * sum;
};

/** Cornish & Fisher's expansion about the normal quantile with four terms (Abramowitz & Stegun 1964, 26.7.5). */
const expanded = (degrees: number): number => {
  const terms = [
    (Z ** 3 + Z) / 4,
    (5 * Z ** 5 + 16 * Z ** 3 + 3 * Z) / 96,
    (3 * Z ** 7 + 19 * Z ** 5 + 17 * Z ** 3 - 15 * Z) / 384,
    (79 * Z ** 9 + 776 * Z ** 7 + 1482 * Z ** 5 - 1920 * Z ** 3 - 945 * Z) / 92160,
  ];
  return Z + terms.reduce((sum, term, i) => sum + term / degrees ** (i + 1), 0);
};

/**
 * The 0.975 quantile of Student's t, for whole degrees of freedom from 1 up: what two-sided intervals of 95 % take. To nine
 * decimals.
 */
export function tQuantile975(degrees: number): number {
  if (degrees >= large) return expanded(degrees);
  let [low, high] = [Z, 13];
  while (high - low > 1e-12) {
    const middle = (low + high) / 2;
    if (chanceWithin(middle, degrees) < 0.95) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
