import type { SurveyTable, SurveyUnit } from '@samhold/contract';

/** What a figure is about. Two rows with the same key speak of the same number. */
export type FigureKey = {
  readonly table: SurveyTable;
  readonly unit: SurveyUnit | 'class';
  /** The year the school year begins in. */
  readonly year: number;
  readonly grade: number;
  /** Empty unless the figure is of one class. */
  readonly className: string;
  readonly topicCode: string;
  /** Empty where the figure is of the whole topic. */
  readonly questionCode: string;
  /** Empty where the figure is of the whole question. */
  readonly optionCode: string;
};

/**
 * One figure of Udir's export or of a class. A hidden one has no measures at all: `udir` where the file has `*`, `few_units` where the figure of
 * a wider unit would tell the one unit below it that is hidden.
 */
export type Figure = FigureKey & {
  readonly topic: string;
  readonly question: string;
  readonly option: string;
  readonly hidden: 'udir' | 'few_units' | null;
  /** A mean from 1 to 5. */
  readonly score: number | null;
  readonly deviation: number | null;
  /** Per cent from 0 to 100. */
  readonly share: number | null;
  readonly answers: number | null;
  readonly invited: number | null;
};

export const keyOf = (key: FigureKey): string =>
  JSON.stringify([
    ...[key.table, key.unit, key.year, key.grade, key.className],
    ...[key.topicCode, key.questionCode, key.optionCode],
  ]);

export const sameMeasures = (a: Figure, b: Figure): boolean =>
  a.hidden === b.hidden &&
  a.score === b.score &&
  a.deviation === b.deviation &&
  a.share === b.share &&
  a.answers === b.answers &&
  a.invited === b.invited;

/** Why a row or a file cannot be read, in a sentence without any value from it. */
export type Fault = { readonly fault: string };

export const isFault = (read: unknown): read is Fault =>
  typeof read === 'object' && read !== null && 'fault' in read;
