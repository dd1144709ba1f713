import type { ChoiceNetwork } from '../network.ts';
import type { WellbeingSeries } from './wellbeing-series.ts';

export type CriterionChoices = { readonly criterionId: string; readonly network: ChoiceNetwork };

type PerPupil<Value> = ReadonlyMap<string, Value> | readonly (readonly [string, Value])[];

/** Pupil to score 1–5 on having someone to be with; high is good. Pupils who skipped it are left out. */
export type Companionship = PerPupil<number>;

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
  /** By pupil, the wellbeing rounds up to now, newest first. */
  readonly wellbeing?: PerPupil<WellbeingSeries>;
  /** By pupil, how many outside the class chose the pupil, where the round asks for others than classmates. */
  readonly chosenOutside?: PerPupil<number>;
  /** Newest first. */
  readonly history: readonly EarlierRound[];
  readonly seed: number;
  /** Relabelled classes behind the numbers on chance; 2,000 when left out. Fewer is too rough to show. */
  readonly draws?: number;
};
