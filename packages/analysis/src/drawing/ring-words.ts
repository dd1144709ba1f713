import type { TargetRing } from '../layout/target-rings.ts';

/** What a ring of the target says of received choices, held against choices made at random. */
export const ringWords: Readonly<Record<TargetRing, string>> = {
  high: 'valgt av flere enn ventet',
  expected: 'omtrent som ventet',
  low: 'valgt av færre enn ventet',
  none: 'ikke valgt av noen som svarte',
};
