import {
  evaluateGroups,
  evaluateSeating,
  type Demand,
  type PupilPair,
  type StageName,
  type StageValues,
} from '@samhold/analysis';
import { groupsOf, pairKey, type Placed, type ToSolve } from './problem-to-solve.ts';

type Share = { readonly fulfilled: number; readonly all: number };

/** How an arrangement stands, by the same sums as the proposal, and in whole pupils and pairs. */
export type Figures = {
  readonly values: StageValues;
  /** Pupils with a wish, none of which is fulfilled. */
  readonly without: readonly string[];
  readonly broken: readonly Demand[];
  /** Whom each pupil wishes for, of those who are there. */
  readonly wishes: ReadonlyMap<string, readonly string[]>;
  readonly fulfilled: ReadonlyMap<string, readonly string[]>;
  readonly withWishes: number;
  readonly mutual: Share;
  readonly all: Share;
  /** Pairs together who have been together before. */
  readonly repeats: number;
};

const togetherIn = ({ kind, input }: ToSolve, placed: Placed): PupilPair[] => {
  if (kind === 'groups')
    return groupsOf(placed).flatMap((group) =>
      group.flatMap((a, at) => group.slice(at + 1).map((b): PupilPair => [a, b])),
    );
  const at = new Map(placed.map(({ pupilId, place }) => [place, pupilId]));
  return input.room.beside.flatMap(([s, t]) => {
    const [a, b] = [at.get(s), at.get(t)];
    return a === undefined || b === undefined ? [] : [[a, b] as const];
  });
};

const evaluated = (problem: ToSolve, placed: Placed, groups: number) =>
  problem.kind === 'groups'
    ? // A group that was emptied is none.
      evaluateGroups(
        problem.input,
        groupsOf(placed, groups).filter((group) => group.length > 0),
      )
    : evaluateSeating(
        problem.input,
        placed.map(({ pupilId, place }) => ({ pupil: pupilId, seat: place })),
      );

export const figuresOf = (problem: ToSolve, placed: Placed, groups: number): Figures => {
  const there = new Set(problem.input.pupils);
  const wishes = new Map<string, string[]>([...there].map((id) => [id, []]));
  for (const { from, to } of problem.wishes) {
    const own = wishes.get(from);
    if (own !== undefined && from !== to && there.has(to) && !own.includes(to)) own.push(to);
  }
  const pairs = togetherIn(problem, placed);
  const together = new Set(pairs.map(pairKey));
  const fulfilled = new Map(
    [...wishes].map(([id, own]) => [id, own.filter((other) => together.has(pairKey([id, other])))]),
  );
  const mutual = [...wishes].flatMap(([id, own]) =>
    own
      .filter((other) => id < other && wishes.get(other)?.includes(id) === true)
      .map((b): PupilPair => [id, b]),
  );
  const before = new Set(
    problem.kind === 'groups'
      ? (problem.input.earlier ?? []).flat().flatMap(([a, b]) => (a && b ? [pairKey([a, b])] : []))
      : (problem.input.earlier ?? []).flat().map(pairKey),
  );
  const { values, broken } = evaluated(problem, placed, groups);
  return {
    ...{ values, broken, wishes, fulfilled },
    without: [...wishes].flatMap(([id, own]) =>
      own.length > 0 && fulfilled.get(id)?.length === 0 ? [id] : [],
    ),
    withWishes: [...wishes.values()].filter((own) => own.length > 0).length,
    mutual: { fulfilled: mutual.filter((pair) => together.has(pairKey(pair))).length, all: mutual.length },
    all: {
      fulfilled: [...fulfilled.values()].flat().length,
      all: [...wishes.values()].flat().length,
    },
    repeats: pairs.filter((pair) => before.has(pairKey(pair))).length,
  };
};

const fewerIsBetter: ReadonlySet<StageName> = new Set(['without', 'repeats']);

/** The first aim in which two arrangements differ, and whether the second is the better there; null when they are as good. */
export const firstDifference = (
  stages: readonly { readonly stage: StageName; readonly value: number }[],
  values: StageValues,
): { readonly stage: StageName; readonly better: boolean } | null => {
  const found = stages.find(({ stage, value }) => values[stage] !== value);
  if (found === undefined) return null;
  const more = values[found.stage] > found.value;
  return { stage: found.stage, better: fewerIsBetter.has(found.stage) ? !more : more };
};
