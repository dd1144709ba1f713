import type { RoundKind } from '@samhold/contract';

export type EndedRound = {
  readonly roundId: string;
  readonly kind: RoundKind;
  readonly name: string;
  readonly sittings: readonly {
    readonly sitting_id: string;
    readonly class_id: string;
    readonly questionnaire_id: string;
    readonly questionnaire_version: number;
  }[];
};
