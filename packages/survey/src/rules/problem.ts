import type { LanguageCode } from '../language.ts';
import type { Questionnaire } from '../questionnaire.ts';

/** What can be wrong with a questionnaire; each code is one rule. */
export const problemCodes = [
  'bad_version',
  'bad_grades',
  'duplicate_item_id',
  'scale_key_mismatch',
  'unused_scale',
  'unknown_scale',
  'duplicate_option_id',
  'wrong_option_count',
  'partly_scored',
  'score_out_of_range',
  'duplicate_score',
  'unknown_symbol',
  'duplicate_symbol',
  'missing_text',
  'missing_read_aloud',
  'text_too_long',
  'forbidden_word',
  'exclamation_mark',
  'duplicate_text',
  'unknown_theme',
  'missing_source',
  'bad_age_range',
  'wrong_item_type',
  'wrong_item_count',
  'negative_nomination',
  'unknown_criterion',
  'duplicate_criterion',
  'global_item_not_first',
  'closing_item_not_last',
  'companionship_missing',
  'safety_missing',
  'bullying_missing',
  'not_comparison_core',
  'not_sensitive',
  'bad_threshold_option',
  'bullying_scored',
  'too_many_own',
  'bad_max_choices',
  'asks_for_name',
  'negative_wording',
  'asks_what_a_child_is',
] as const;

export type ProblemCode = (typeof problemCodes)[number];

/** `path` says where, as in `missingTexts`; an empty path means the document. */
export type Problem = {
  readonly code: ProblemCode;
  readonly path: string;
  readonly language?: LanguageCode;
  /** The word that broke the rule, as it stands in the text. */
  readonly found?: string;
};

/** One family of rules: reads a document, yields what is wrong with it. */
export type Rule = (doc: Questionnaire) => Iterable<Problem>;

/** Yields each value that has occurred earlier in the list. */
export function* repeated<T>(values: Iterable<T>): Generator<T> {
  const seen = new Set<T>();
  for (const value of values) {
    if (seen.has(value)) yield value;
    seen.add(value);
  }
}
