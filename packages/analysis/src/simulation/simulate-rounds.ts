import type { ChoiceNetwork } from '../network.ts';
import { modelOfClass, nextLife, startLife } from './class-life.ts';
import type { ClassModel } from './class-model.ts';
import { bestLiked, likings } from './liking.ts';
import { randomValues } from './random-values.ts';

/** Pupil ids of a generated class: `p01`, `p02`, … */
export const pupilName = (i: number): string => `p${String(i + 1).padStart(2, '0')}`;

/** For one round and criterion: how many choices each pupil makes, null for those who did not answer. */
export type Given = readonly (number | null)[];

/**
 * Ordinary classes, nobody planted: `given[round][criterion]` says how many each pupil chooses, and the model says
 * whom. Returns one network per round and criterion. For comparing generated classes with real ones.
 */
export function simulateRounds(
  model: ClassModel,
  given: readonly (readonly Given[])[],
  seed: number,
): ChoiceNetwork[][] {
  const random = randomValues(seed);
  const ofClass = modelOfClass(model, random);
  const size = given[0]?.[0]?.length ?? 0;
  let life = startLife(size, given[0]?.length ?? 0, random);
  return given.map((criteria, round) => {
    if (round > 0) life = nextLife(life, ofClass, random);
    return criteria.map((counts, c) => networkOf(likings(life, ofClass, c), counts));
  });
}

/** Each who answered chooses as many as given of those liked best. */
export function networkOf(liking: Float64Array, given: Given): ChoiceNetwork {
  const size = given.length;
  const answered = given.flatMap((count, i) => (count === null ? [] : [i]));
  return {
    roster: given.map((_, i) => pupilName(i)),
    respondents: answered.map(pupilName),
    choices: answered.flatMap((i) =>
      bestLiked(liking, size, i, given[i] ?? 0).map((j) => ({ from: pupilName(i), to: pupilName(j) })),
    ),
  };
}
