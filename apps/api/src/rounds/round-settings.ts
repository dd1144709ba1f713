import type { RoundSettings } from '@samhold/contract';

/** The settings of a round as stored. Only insertRound writes the column, from this type. */
export const roundSettings = (stored: unknown): RoundSettings => stored as RoundSettings;
