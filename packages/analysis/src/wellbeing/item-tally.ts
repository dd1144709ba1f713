/** How many chose an option. `score` runs from 1 to 5, high is good; null for an option outside the scale. */
export type OptionCount = {
  readonly optionId: string;
  readonly score: number | null;
  readonly count: number;
};

/** The answers of a group to one item, as counts. Options come in the order of the questionnaire. */
export type ItemTally = {
  readonly counts: readonly OptionCount[];
  /** Came to the item and left it open. */
  readonly skipped: number;
  /** Stopped before the item. */
  readonly notReached: number;
};
