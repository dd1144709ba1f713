import type { ChoiceNetwork } from '../../packages/analysis/src/index.ts';
import type { ClassModel } from '../../packages/analysis/src/simulation/class-model.ts';
import {
  classLikeness,
  classMoments,
  type ClassMoments,
} from '../../packages/analysis/src/simulation/class-moments.ts';
import { simulateRounds, type Given } from '../../packages/analysis/src/simulation/simulate-rounds.ts';
import type { ReferenceClass } from './signals-reference.ts';

/** How many each pupil of a real class chose, null for those who did not answer. */
function givenOf({ roster, respondents, choices }: ChoiceNetwork): Given {
  const answered = new Set(respondents);
  return roster.map((id) =>
    answered.has(id)
      ? new Set(choices.filter(({ from, to }) => from === id && to !== id).map(({ to }) => to)).size
      : null,
  );
}

export type Compared = {
  readonly family: string;
  readonly name: string;
  readonly real: ClassMoments;
  /** One element per generated class with as many pupils and choices. */
  readonly made: readonly ClassMoments[];
};

export const compareClasses = (
  model: ClassModel,
  references: readonly ReferenceClass[],
  replicates: number,
  seed: number,
): Compared[] =>
  references.map(({ family, name, network }, i) => {
    const given = givenOf(network);
    const made = Array.from({ length: replicates }, (_, r) =>
      classMoments(simulateRounds(model, [[given]], seed + 7919 * i + 104_729 * r)[0]![0]!),
    );
    return { family, name, real: classMoments(network), made };
  });

export type Likeness = { readonly jaccard: number; readonly received: number };

/** Knecht's four waves with the same pupils throughout, and two of Vickers' questions in one class. */
export function compareLikeness(
  model: ClassModel,
  references: readonly ReferenceClass[],
  replicates: number,
  seed: number,
): { readonly rounds: readonly [Likeness, Likeness]; readonly criteria: readonly [Likeness, Likeness] } {
  const named = (name: string): ChoiceNetwork => references.find((one) => one.name === name)!.network;
  const waves = [1, 2, 3, 4].map((wave) => named(`knecht.w${wave}`));
  const questions = [named('vickers.best-friend'), named('vickers.work-with')];
  const roster = waves[0]!.roster;
  const givenInWaves = waves.map((wave) => [givenOf({ ...wave, roster })]);
  const pairs = (networks: readonly ChoiceNetwork[]): Likeness[] =>
    networks.slice(1).map((network, i) => classLikeness(networks[i]!, network));
  const made = Array.from({ length: replicates }, (_, r) => ({
    rounds: pairs(simulateRounds(model, givenInWaves, seed + r).map(([network]) => network!)),
    criteria: pairs(simulateRounds(model, [questions.map(givenOf)], seed + r)[0]!),
  }));
  return {
    rounds: [meanLikeness(pairs(waves)), meanLikeness(made.flatMap((one) => one.rounds))],
    criteria: [meanLikeness(pairs(questions)), meanLikeness(made.flatMap((one) => one.criteria))],
  };
}

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

export const deviation = (values: readonly number[]): number =>
  Math.sqrt(mean(values.map((value) => (value - mean(values)) ** 2)));

const meanLikeness = (all: readonly Likeness[]): Likeness => ({
  jaccard: mean(all.map(({ jaccard }) => jaccard)),
  received: mean(all.map(({ received }) => received)),
});
