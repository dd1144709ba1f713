import type { StaffTexts, Texts } from './language.ts';
import type { SymbolId } from './symbols.ts';
import type { ThemeId } from './themes.ts';

export type QuestionnaireKind = 'wellbeing' | 'sociogram';

/** Both ends included. */
export type Range = { readonly from: number; readonly to: number };

export type Option = {
  readonly id: string;
  /** 1–5, high is good; null on every option of a scale that is counted and never averaged. */
  readonly score: number | null;
  readonly text: Texts;
  readonly symbol: SymbolId;
};

/** Options in the order the pupil sees them. */
export type Scale = { readonly id: string; readonly options: readonly Option[] };

type ItemShared = {
  readonly id: string;
  readonly theme: ThemeId;
  readonly text: Texts;
  /** One calm sentence shown and read with the item, when a word in it needs one. */
  readonly explanation?: Texts;
  /** What is read aloud when the written text does not read well; else the text itself is read. */
  readonly readAloud?: Texts;
  /** What the item serves and where its wording comes from; for staff, in bokmål. */
  readonly source: string;
  /** Ages in whole years that the wording is meant for. */
  readonly ageRange: Range;
  /** Answers need the larger group of the disclosure thresholds (trust D2). */
  readonly sensitive: boolean;
  /** Must stay, with its options, from version to version so that trends can be read. */
  readonly comparisonCore: boolean;
  /** Written by the school: bokmål is enough, and other languages fall back to it. */
  readonly own?: true;
};

export type BullyingBy = 'pupils' | 'digital' | 'adults';

export type ChoiceItem = ItemShared & {
  readonly type: 'choice';
  readonly scaleId: string;
  /** The lowest option is evidence for a signal. */
  readonly safety?: true;
  /** Asks whether the pupil has someone to be with. */
  readonly companionship?: true;
  /** The threshold option and those after it count as bullied. */
  readonly bullying?: { readonly by: BullyingBy; readonly thresholdOptionId: string };
};

export type NominationItem = ItemShared & {
  readonly type: 'nomination';
  readonly criterionId: string;
  readonly direction: 'positive';
  /** What staff call the criterion, when it is not one of `criteria`. */
  readonly criterion?: { readonly title: StaffTexts; readonly phrase: StaffTexts };
  /** Fewer choices than the round allows; the round alone decides when left out. */
  readonly maxChoices?: number;
};

export type Item = ChoiceItem | NominationItem;

/** A versioned document. A version that has been answered is never edited; a change is a new version. */
export type Questionnaire = {
  readonly id: string;
  readonly version: number;
  readonly kind: QuestionnaireKind;
  readonly grades: Range;
  readonly title: Texts;
  readonly scales: Readonly<Record<string, Scale>>;
  readonly items: readonly Item[];
};
