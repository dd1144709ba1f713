/**
 * One pupil's answer to one item. `declined` is «vil ikke svare»; `none` is «ingen», a choice of nobody. An item
 * without an answer was not reached or was skipped. `choices` with an empty list says nothing and counts as skipped,
 * never as `none`.
 */
export type Answer =
  | { readonly itemId: string; readonly type: 'option'; readonly optionId: string }
  | { readonly itemId: string; readonly type: 'declined' }
  | { readonly itemId: string; readonly type: 'choices'; readonly pupilIds: readonly string[] }
  | { readonly itemId: string; readonly type: 'none' };

/** What a pupil's device sends for one questionnaire. */
export type ResponseBody = { readonly answers: readonly Answer[] };
