import type { SurveyFigure, SurveySeries } from '@samhold/contract';
import { counted, decimal } from '#lib/format/numbers.ts';

export const hiddenWords = {
  udir: 'skjermet av Udir',
  few_units: 'ikke vist, fordi det ville røpet et skjermet tall',
} as const;

/** «2023–24» */
export const yearName = (year: number): string => `${year}–${String(year + 1).slice(-2)}`;

/** The number a figure is read by: its mean, or its share in per cent. */
export const numberOf = ({ score, share }: SurveyFigure): number | null => score ?? share;

/** The number as it is written, or why there is none. */
export const figureWords = (figure: SurveyFigure | undefined): string => {
  if (figure === undefined) return '–';
  if (figure.hidden !== null) return hiddenWords[figure.hidden];
  if (figure.score !== null) return decimal(figure.score, 2).replace(/^\d$/, '$&,0');
  return figure.share === null ? '–' : `${decimal(figure.share)}\u00a0%`;
};

/** How many answers a figure rests on. */
export const answersWords = (figure: SurveyFigure | undefined): string => {
  if (figure === undefined) return '–';
  if (figure.hidden !== null) return hiddenWords[figure.hidden];
  if (figure.answers === null) return '–';
  return figure.invited === null ? String(figure.answers) : `${figure.answers} av ${figure.invited}`;
};

export const nameOf = ({ topic, question }: Pick<SurveySeries, 'topic' | 'question'>): string =>
  question === '' ? topic : question;

export type YearOfSeries = { readonly year: number } & Partial<
  Readonly<Record<SurveyFigure['unit'], SurveyFigure>>
>;

/** The figures of a series year by year, from the first year the school has one. */
export const yearsOf = ({ figures }: Pick<SurveySeries, 'figures'>): readonly YearOfSeries[] => {
  const first = Math.min(...figures.filter(({ unit }) => unit === 'school').map(({ year }) => year));
  return [...Map.groupBy(figures, ({ year }) => year)]
    .filter(([year]) => year >= first)
    .toSorted(([a], [b]) => a - b)
    .map(([year, ofYear]) => ({
      year,
      ...Object.fromEntries(ofYear.map((figure) => [figure.unit, figure])),
    }));
};

/** The latest year in a sentence, and the country's figure of the same year. */
export const latestWords = (series: SurveySeries): string => {
  const latest = yearsOf(series).findLast(({ school }) => school !== undefined);
  if (latest === undefined) return '';
  const nation = latest.nation === undefined ? '' : `, hele landet: ${figureWords(latest.nation)}`;
  return `${yearName(latest.year)}: ${figureWords(latest.school)}${nation}.`;
};

/** How many answers the school's figures rest on, year by year. */
export const basisWords = (series: SurveySeries): string => {
  const own = yearsOf(series).filter(({ school }) => school !== undefined);
  const latest = own.at(-1)?.school;
  const hidden = own.filter(({ school }) => school?.hidden === 'udir').map(({ year }) => yearName(year));
  const answers = latest?.answers ?? null;
  const basis =
    latest === undefined || answers === null
      ? ''
      : `${counted(answers, 'svar', 'svar')} i ${yearName(latest.year)}. `;
  return `${basis}${hidden.length === 0 ? '' : `Skjermet av Udir: ${hidden.join(', ')}.`}`.trim();
};

/** A scale from 0 that holds every share shown in a set of charts. */
export const shareTicks = (series: readonly SurveySeries[]): readonly number[] => {
  const highest = Math.max(10, ...series.flatMap(({ figures }) => figures.map(({ share }) => share ?? 0)));
  const top = Math.ceil(highest / 10) * 10;
  return [0, top / 2, top];
};
