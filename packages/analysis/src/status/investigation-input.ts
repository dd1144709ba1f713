/**
 * What one nominator said. `liked` and `disliked` are ids; `couldName` those the nominator was asked about, everybody on the
 * roster when left out.
 */
export type Nominator = {
  readonly id: string;
  readonly liked: readonly string[];
  readonly disliked: readonly string[];
  readonly couldName?: readonly string[];
};

/**
 * Likes and dislikes by name, as only an investigation may ask for them (forskrift til opplæringslova § 20-5). Routine rounds
 * have a `ChoiceNetwork`, which has no place for a dislike and does not fit here.
 */
export type InvestigationInput = {
  readonly roster: readonly string[];
  readonly nominators: readonly Nominator[];
};
