import type { ChoiceNetwork } from '../network.ts';

export type CriterionChoices = { readonly criterionId: string; readonly network: ChoiceNetwork };

/** Pupil to score 1–5 on having someone to be with; high is good. Pupils who skipped it are left out. */
export type Companionship = ReadonlyMap<string, number> | readonly (readonly [string, number])[];

/** An earlier round of the same class, with what the same evidence is computed from. */
export type EarlierRound = {
  readonly criteria: readonly CriterionChoices[];
  readonly companionship?: Companionship;
  readonly gaveNone?: readonly string[];
};

/** Positive choices only; every criterion of one sitting has the same roster. */
export type SignalInput = {
  readonly criteria: readonly CriterionChoices[];
  readonly companionship?: Companionship;
  /** Pupils who answered «ingen» on every criterion; they are respondents with no choices. */
  readonly gaveNone: readonly string[];
  /** Newest first. */
  readonly history: readonly EarlierRound[];
  readonly seed: number;
  /** Relabelled classes behind the numbers on chance; 2,000 when left out. Fewer is too rough to show. */
  readonly draws?: number;
};
