import type { Repetition } from './earlier-rounds.ts';

/**
 * What speaks for a closer look, each with the numbers a sentence needs. `counts` says whether it meets a
 * condition of the rule table; evidence that does not is shown for the whole picture.
 *
 * A `probability` is that of so few, or so large a fall, if the choices made were spread at random.
 */
export type Evidence = { readonly counts: boolean } & (
  | {
      readonly kind: 'received';
      readonly criterionId: string;
      readonly received: number;
      readonly couldChoose: number;
      readonly expected: number;
      readonly probability: number;
    }
  | {
      readonly kind: 'received-all';
      readonly criteria: number;
      /** Choices over all criteria, and the distinct classmates they came from. */
      readonly received: number;
      readonly choosers: number;
      readonly couldChoose: number;
      readonly expected: number;
      /** Each nominator's peers exchanged once for all criteria. */
      readonly probability: number;
      /** As if criteria had nothing to do with each other; what the joint probability is to be compared with. */
      readonly probabilityIfUnrelated: number;
      /** Share of the draws in which this pupil received as little. */
      readonly probabilityInDraws: number;
    }
  | {
      readonly kind: 'no-mutual';
      /** Distinct classmates the pupil chose, and those of them who answered and could have chosen back. */
      readonly given: number;
      readonly givenWhoAnswered: number;
      readonly probability: number;
    }
  | { readonly kind: 'chosen-only-by-unchosen'; readonly choosers: number }
  | {
      readonly kind: 'fell';
      /** Distinct classmates who chose the pupil on the criteria both rounds asked about. */
      readonly before: number;
      readonly now: number;
      readonly expectedBefore: number;
      readonly expectedNow: number;
      readonly probability: number;
    }
  | { readonly kind: 'companionship-low'; readonly score: number }
  | { readonly kind: 'gave-none' }
  | (Repetition & {
      readonly kind: 'repeated';
      readonly of: 'received' | 'received-all' | 'unchosen' | 'companionship-low' | 'gave-none';
      /** Null unless `of` is `received`. */
      readonly criterionId: string | null;
    })
);

/** What speaks against a closer look; shown beside the evidence, and weighed by the reader, not by a rule. */
export type CounterEvidence =
  | {
      readonly kind: 'chosen';
      readonly criterionId: string;
      readonly received: number;
      readonly couldChoose: number;
      readonly expected: number;
    }
  | { readonly kind: 'mutual'; readonly mutual: number; readonly given: number }
  | { readonly kind: 'companionship-fine'; readonly score: number }
  | { readonly kind: 'chosen-before'; readonly choosers: number };
