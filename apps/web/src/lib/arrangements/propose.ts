import {
  proposeGroups,
  proposeSeating,
  type Conflict,
  type Hindrance,
  type ProposalOptions,
  type StageResult,
} from '@samhold/analysis';
import type { Placed, ToSolve } from './problem-to-solve.ts';

export type Proposal = {
  readonly placed: Placed;
  /** Of groups: how many there are. */
  readonly groups: number;
  /** Shown to be the best there is, in all aims. */
  readonly proven: boolean;
  readonly stages: readonly StageResult[];
  /** For those who got none of whom they wished for. */
  readonly hindrances: Readonly<Record<string, Hindrance>>;
};

export type Answer =
  | ({ readonly outcome: 'proposed' } & Proposal)
  | { readonly outcome: 'contradiction'; readonly conflict: Conflict }
  | { readonly outcome: 'unsettled' };

/** What the solvers answer, in one shape for groups and seats. */
export const propose = (problem: ToSolve, options: ProposalOptions): Answer => {
  const answer =
    problem.kind === 'groups'
      ? proposeGroups(problem.input, options)
      : proposeSeating(problem.input, options);
  if (answer.outcome === 'unsettled') return { outcome: 'unsettled' };
  if (answer.outcome === 'contradiction') return { outcome: 'contradiction', conflict: answer.conflict };
  return {
    outcome: 'proposed',
    placed:
      'groups' in answer
        ? answer.groups.flatMap((group, at) => group.map((pupilId) => ({ pupilId, place: `${at + 1}` })))
        : answer.seating.map(({ pupil, seat }) => ({ pupilId: pupil, place: seat })),
    groups: 'groups' in answer ? answer.groups.length : 0,
    proven: answer.proven,
    stages: answer.stages,
    hindrances: Object.fromEntries(
      answer.pupils.flatMap(({ id, hindrance }) => (hindrance === null ? [] : [[id, hindrance]])),
    ),
  };
};
