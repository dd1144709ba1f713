import type { AdviceCode } from '../advise-questionnaire.ts';
import type { Texts } from '../language.ts';
import type { ThemeId } from '../themes.ts';

type OwnShared = {
  /** Tells the items of a draft apart; what is published has an id of its own. */
  readonly key: string;
  readonly text: Texts;
  /** Somebody has read it through for what no rule can see. */
  readonly readThrough: boolean;
  /** Advice that somebody has looked over and gone on with. */
  readonly goOnWith: readonly AdviceCode[];
};

export type OwnChoice = OwnShared & {
  readonly type: 'choice';
  readonly scaleId: string;
  readonly theme: ThemeId;
  readonly sensitive: boolean;
};

export type OwnNomination = OwnShared & {
  readonly type: 'nomination';
  /** What staff call it. */
  readonly title: string;
  readonly maxChoices: number;
};

export type OwnItem = OwnChoice | OwnNomination;

/** An item of the product's by its id, or one that the school has written. */
export type OwnEntry = { readonly standard: string } | { readonly own: OwnItem };
