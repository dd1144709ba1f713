/** Entry r is the number of pupils who received r choices, up to the most received. */
export function distribution(received: readonly number[]): number[] {
  const most = received.reduce((a, b) => Math.max(a, b), -1);
  const pupilsWith = new Array<number>(most + 1).fill(0);
  for (const count of received) pupilsWith[count]! += 1;
  return pupilsWith;
}
