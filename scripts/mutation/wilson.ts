/** Wilson's interval of 95 % for a share of which `found` of `n` were seen, least and most. */
export function wilson(found: number, n: number): readonly [number, number] {
  const [share, z] = [found / n, 1.96];
  const middle = (share + z ** 2 / (2 * n)) / (1 + z ** 2 / n);
  const half = (z * Math.sqrt((share * (1 - share)) / n + z ** 2 / (4 * n ** 2))) / (1 + z ** 2 / n);
  return [middle - half, middle + half];
}
