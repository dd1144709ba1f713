import type { PupilOutcome, StageResult } from './proposal.ts';
import type { Conflict } from './conflict.ts';
import type { DroppedWishes, PupilPair, Wish } from './wishes.ts';

/** Exact sizes, or a size or a number of groups, as even as can be (with a size: as many groups as come nearest to it). */
export type GroupSizes =
  { readonly sizes: readonly number[] } | { readonly size: number } | { readonly groups: number };

/** Sex, language and what else a child is are not asked for and cannot be used. */
export type GroupsInput = {
  readonly pupils: readonly string[];
  /** Repeated wishes, as from several criteria, have their weights added. */
  readonly wishes: readonly Wish[];
  readonly sizes: GroupSizes;
  readonly apart?: readonly PupilPair[];
  readonly together?: readonly PupilPair[];
  /** Earlier arrangements, each a list of groups. Pupils no longer in the class are ignored. */
  readonly earlier?: readonly (readonly (readonly string[])[])[];
};

export type GroupsProposal =
  | {
      readonly outcome: 'proposed';
      readonly version: string;
      readonly seed: number;
      /** In the order of the sizes asked for; pupils in order of id. */
      readonly groups: readonly (readonly string[])[];
      readonly stages: readonly StageResult[];
      /** Every stage proven best. */
      readonly proven: boolean;
      readonly pupils: readonly PupilOutcome[];
      readonly dropped: DroppedWishes;
    }
  | {
      readonly outcome: 'contradiction';
      readonly version: string;
      readonly seed: number;
      readonly conflict: Conflict;
    }
  /** No groups that keep what is asked for were found, nor was it shown that there are none. */
  | { readonly outcome: 'unsettled'; readonly version: string; readonly seed: number };
