import type { Conflict } from '../groups/conflict.ts';
import type { PupilOutcome, StageResult } from '../groups/proposal.ts';
import type { DroppedWishes, PupilPair, Wish } from '../groups/wishes.ts';
import type { Room } from './room.ts';

export type SeatingInput = {
  readonly pupils: readonly string[];
  /** Repeated wishes, as from several criteria, have their weights added. */
  readonly wishes: readonly Wish[];
  readonly room: Room;
  readonly fixed?: readonly { readonly pupil: string; readonly seat: string }[];
  /** Pupils who must have a seat that counts as near the front. */
  readonly nearFront?: readonly string[];
  /** Not beside each other. */
  readonly apart?: readonly PupilPair[];
  /** Beside each other. */
  readonly together?: readonly PupilPair[];
  /** Who sat beside whom, a list for each earlier seating. */
  readonly earlier?: readonly (readonly PupilPair[])[];
};

export type SeatOfPupil = { readonly pupil: string; readonly seat: string };

export type SeatingProposal =
  | {
      readonly outcome: 'proposed';
      readonly version: string;
      readonly seed: number;
      /** In order of pupil. */
      readonly seating: readonly SeatOfPupil[];
      readonly stages: readonly StageResult[];
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
  /** No seating that keeps what is asked for was found, nor was it shown that there is none. */
  | { readonly outcome: 'unsettled'; readonly version: string; readonly seed: number };
