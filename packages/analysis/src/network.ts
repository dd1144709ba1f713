/** Pupil `from` chose pupil `to`. */
export type Choice = { readonly from: string; readonly to: string };

/**
 * The choices of one class on one criterion.
 *
 * `roster` holds every pupil on the list, absent ones too: an absent pupil can be chosen, and what the pupil
 * would have chosen is unknown, not zero. `respondents` are those on the roster who answered this criterion.
 */
export type ChoiceNetwork = {
  readonly roster: readonly string[];
  readonly respondents: readonly string[];
  readonly choices: readonly Choice[];
};
