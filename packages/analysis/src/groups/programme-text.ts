/** A sum of terms in CPLEX LP format, in lines short enough for every reader; empty when all coefficients are 0. */
export function terms(list: readonly (readonly [number, string])[]): string {
  const parts = list.filter(([coefficient]) => coefficient !== 0);
  return parts
    .map(
      ([coefficient, name], k) =>
        `${coefficient < 0 ? '-' : '+'} ${Math.abs(coefficient)} ${name}${k % 8 === 7 ? '\n' : ''}`,
    )
    .join(' ');
}
