import { keyOf, type Figure } from './figure.ts';

/** A row that holds the sum of a grade, or of all classes; it is held against them and not kept. */
export type SumRow = { readonly row: number; readonly figure: Figure; readonly wholeSchool: boolean };

/** A mean in a file has one decimal at the coarsest. */
const roundedTo = 0.05;
const roundedShare = 0.5;

const isOf = (sum: SumRow, { figure }: { readonly figure: Figure }): boolean =>
  keyOf({ ...sum.figure, grade: 0, className: '' }) === keyOf({ ...figure, grade: 0, className: '' }) &&
  (sum.wholeSchool || sum.figure.grade === figure.grade);

const outside = (weighted: number, answers: number, given: number | null, rounding: number): boolean =>
  given !== null && Math.abs(weighted / answers - given) > 2 * rounding + 1e-9;

/**
 * The sums that do not agree with their classes. Where a class is hidden nothing is held against the sum: the difference would
 * be the hidden number.
 */
export const faultsInSums = (
  sums: readonly SumRow[],
  read: readonly { readonly figure: Figure }[],
): readonly { readonly row: number; readonly reason: string }[] =>
  sums.flatMap((sum) => {
    const parts = read.filter((one) => isOf(sum, one)).map(({ figure }) => figure);
    if (sum.figure.hidden !== null || parts.length === 0 || parts.some(({ hidden }) => hidden !== null))
      return [];
    const answers = parts.reduce((all, one) => all + (one.answers ?? 0), 0);
    const reason = (what: string) => [
      { row: sum.row, reason: `${what} i summen stemmer ikke med klassene.` },
    ];
    if (answers !== sum.figure.answers) return reason('Antall svar');
    if (answers === 0) return [];
    const weighted = (of: 'score' | 'share') =>
      parts.reduce((all, one) => all + (one.answers ?? 0) * (one[of] ?? 0), 0);
    if (outside(weighted('score'), answers, sum.figure.score, roundedTo)) return reason('Snittet');
    return outside(weighted('share'), answers, sum.figure.share, roundedShare) ? reason('Andelen') : [];
  });
