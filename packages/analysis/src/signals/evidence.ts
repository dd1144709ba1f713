import type { Repetition } from './earlier-rounds.ts';
import type { OwnFall, TopInNoTime } from './wellbeing-series.ts';

/**
 * What speaks for a closer look, each with the numbers a sentence needs. `counts` says whether it passes a
 * limit of the rule set; evidence that does not is shown for the whole picture.
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
      readonly kind: 'received-over-rounds';
      /** Choices over all criteria in this round and in the one compared with, and their expected sum. */
      readonly received: number;
      readonly before: number;
      readonly roundsAgo: number;
      readonly expected: number;
      readonly probability: number;
    }
  | {
      readonly kind: 'no-mutual';
      /** Distinct classmates the pupil chose, and those of them who answered and could have chosen back. */
      readonly given: number;
      readonly givenWhoAnswered: number;
      /** In the whole class: choices that could be returned, and that were. */
      readonly classReturnable: number;
      readonly classReturned: number;
      /** That none is returned if each choice is returned as often as in the class. */
      readonly probability: number;
    }
  | {
      readonly kind: 'no-mutual-over-rounds';
      /** Rounds on end without a mutual choice, this one counted; choices that could be returned; as above. */
      readonly rounds: number;
      readonly givenWhoAnswered: number;
      readonly probability: number;
    }
  | { readonly kind: 'chosen-only-by-unchosen'; readonly choosers: number }
  | { readonly kind: 'chosen-only-outside'; readonly choosers: number }
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
  | (OwnFall & { readonly kind: 'own-fall' })
  /** Items on safety answered with the lowest option. */
  | { readonly kind: 'safety-lowest'; readonly items: number }
  /** By other pupils, at the school or online, as often as what counts as bullied or more. */
  | { readonly kind: 'says-bullied' }
  /** The newest scores, newest first. */
  | { readonly kind: 'low-on-end'; readonly scores: readonly number[] }
  | (TopInNoTime & { readonly kind: 'top-in-no-time' })
  | (Repetition & {
      readonly kind: 'repeated';
      readonly of:
        'received' | 'received-all' | 'unchosen' | 'companionship-low' | 'gave-none' | 'safety-lowest';
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
