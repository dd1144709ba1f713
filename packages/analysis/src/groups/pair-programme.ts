import type { PairModel } from './pair-model.ts';
import type { Kept } from './stage-by-stage.ts';
import { terms } from './linear-solver.ts';

/** At most so many of these pairs can be together. */
export type Cut = { readonly pairs: readonly number[]; readonly most: number };

type Terms = [number, string][];

/** The programme of {@link boundByPairs}: e⟨pair⟩ is 1 when the pair is together, y⟨pupil⟩ when the pupil has nobody wished for. */
export function pairStage(
  { placing, pairs, most, mostAmong }: PairModel,
  stage: number,
  kept: readonly Kept[],
  cuts: readonly Cut[],
): string {
  const n = placing.pupils.length;
  const wishing = placing.wishes.flatMap(({ length }, i) => (length > 0 ? [i] : []));
  const costs = (of: number): Terms =>
    of === 1
      ? wishing.map((i) => [1, `y${i}`])
      : pairs.map(({ costs }, e): [number, string] => [costs[of] ?? 0, `e${e}`]);
  const rows: string[] = [];
  const row = (list: Terms, rest: string): void => {
    const text = terms(list);
    if (text !== '') rows.push(` r${rows.length}: ${text} ${rest}`);
  };
  const at = (i: number): number[] => pairs.flatMap((pair, e) => (pair.i === i || pair.j === i ? [e] : []));
  const plain = (list: readonly number[]): Terms => list.map((e) => [1, `e${e}`]);
  for (let i = 0; i < n; i += 1) row(plain(at(i)), `<= ${most[i] ?? 0}`);
  for (const i of wishing) {
    const wished = at(i).filter((e) => {
      const { i: a, j: b } = pairs[e]!;
      return (placing.wish[i * n + (a === i ? b : a)] ?? 0) > 0;
    });
    row([[1, `y${i}`], ...plain(wished)], '>= 1');
  }
  pairs.forEach(({ asked }, e) => {
    if (asked) row(plain([e]), '= 1');
  });
  row(plain(pairs.map((_, e) => e)), `<= ${mostAmong[n] ?? 0}`);
  for (const cut of cuts) row(plain(cut.pairs), `<= ${cut.most}`);
  for (const { stage: earlier, cost } of kept) row(costs(earlier), `<= ${cost}`);
  const names = [...pairs.map((_, e) => `e${e}`), ...wishing.map((i) => `y${i}`)];
  return [
    'Minimize',
    ` obj: ${terms(costs(stage)) || '0 c_none'}`,
    'Subject To',
    ...rows,
    'Binary',
    ...names.map((name) => ` ${name}`),
    'End',
  ].join('\n');
}

/** Sets of pupils joined by the chosen pairs that hold more of them than the room has between so many seats. */
export function overfullSets({ placing, pairs, mostAmong }: PairModel, chosen: readonly number[]): Cut[] {
  const setOf = placing.pupils.map((_, i) => [i]);
  for (const e of chosen) {
    const { i, j } = pairs[e]!;
    const [one, other] = [setOf[i]!, setOf[j]!];
    if (one === other) continue;
    one.push(...other);
    for (const pupil of other) setOf[pupil] = one;
  }
  const inside = (set: readonly number[], e: number): boolean =>
    setOf[pairs[e]?.i ?? 0] === set && setOf[pairs[e]?.j ?? 0] === set;
  return [...new Set(setOf)].flatMap((set) => {
    const most = mostAmong[set.length] ?? Infinity;
    if (chosen.filter((e) => inside(set, e)).length <= most) return [];
    return [{ pairs: pairs.flatMap((_, e) => (inside(set, e) ? [e] : [])), most }];
  });
}
