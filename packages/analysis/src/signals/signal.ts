import type { AbsentBound } from './absent-bounds.ts';
import type { CounterEvidence, Evidence } from './evidence.ts';
import type { CriterionStatus, NotComputed } from './prepare-round.ts';
import type { SignalCondition, SignalLevel } from './rules.ts';
import type { FoundAgainstChance } from './signals-by-chance.ts';

/** A reason to look closer at how one pupil has it: a question to staff, never a verdict on the pupil. */
export type Signal = {
  readonly pupilId: string;
  readonly level: SignalLevel;
  readonly ruleId: string;
  readonly conditions: readonly SignalCondition[];
  readonly evidence: readonly Evidence[];
  readonly against: readonly CounterEvidence[];
  /** False when the pupil's own answers alone give the same level. */
  readonly restsOnChoices: boolean;
  /** Null when the signal does not rest on choices. */
  readonly absence: AbsentBound | null;
};

export type ClassSignals = {
  readonly ruleSetVersion: string;
  readonly classSize: number;
  /** Pupils on the roster who answered at least one criterion. */
  readonly answered: number;
  readonly criteria: readonly CriterionStatus[];
  /** Why received choices give no signals; null when at least one criterion is computed. */
  readonly notComputed: NotComputed | null;
  /** At most one per pupil, by pupil id. */
  readonly signals: readonly Signal[];
  /** Signals that rest on choices, against chance; null when choices are not computed. */
  readonly chance:
    | (FoundAgainstChance & {
        readonly seed: number;
        readonly draws: number;
        /** The same for the higher level alone. */
        readonly soon: FoundAgainstChance;
      })
    | null;
};
