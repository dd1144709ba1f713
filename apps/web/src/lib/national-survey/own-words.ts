import type { OwnFigure, OwnSeries, SurveySeries } from '@samhold/contract';
import { matterOf, surveyMatters, type SurveyMatter } from '@samhold/survey';
import { counted, decimal } from '#lib/format/numbers.ts';
import { figureWords, yearName, yearsOf } from './figure-words.ts';

const protectedWords = 'skjermet av hensyn til personvern';

/** The number of an own round as it is written, or that it is hidden. */
export const ownWords = ({ value }: OwnFigure, { measure }: Pick<OwnSeries, 'measure'>): string => {
  if (value === null) return protectedWords;
  return measure === 'mean' ? decimal(value, 2).replace(/^\d$/, '$&,0') : `${decimal(value)}\u00a0%`;
};

/** What an own question is called, with what is counted of it. */
export const ownName = ({ text, measure }: Pick<OwnSeries, 'text' | 'measure'>): string =>
  ({
    mean: `«${text}»`,
    bullied: `«${text}» To til tre ganger i måneden eller oftere`,
    unchosen: `Sosiogram, ${text.toLowerCase()}: elever ingen valgte`,
    mutual: `Sosiogram, ${text.toLowerCase()}: elever med minst ett gjensidig valg`,
  })[measure];

type BesideMatter = {
  readonly matter: SurveyMatter;
  readonly survey: SurveySeries;
  readonly own: readonly OwnSeries[];
};

/** The matters of a grade that both Elevundersøkelsen and the school's own rounds have something of. */
export const besideOf = (
  series: readonly SurveySeries[],
  ownRounds: readonly OwnSeries[],
): readonly BesideMatter[] =>
  surveyMatters.flatMap((matter) => {
    const survey = series.find((one) => one.table !== 'participation' && matterOf(one)?.id === matter.id);
    const own = ownRounds.filter((one) => one.matter === matter.id && one.className === '');
    return survey === undefined || own.length === 0 ? [] : [{ matter, survey, own }];
  });

/** Whether both can be drawn on one scale: two means, or two shares. */
export const sameUnit = ({ table }: Pick<SurveySeries, 'table'>, { measure }: Pick<OwnSeries, 'measure'>) =>
  (table === 'bullying') === (measure !== 'mean');

const latestOf = (survey: SurveySeries) => yearsOf(survey).findLast(({ school }) => school !== undefined);

type OwnRound = OwnSeries['rounds'][number];

/** What is drawn of a round: the grade, or the grades together where the grade is hidden. */
export const drawnOf = ({ found, together }: OwnRound): number | null => found.value ?? together.value;

/** Whether any round of a question has something to draw. */
export const isDrawn = ({ rounds }: OwnSeries): boolean => rounds.some((one) => drawnOf(one) !== null);

/** A round in words: the grade's number, or that it is hidden and what is shown instead. */
export const roundWords = ({ found, together }: OwnRound, own: Pick<OwnSeries, 'measure'>): string => {
  if (found.value !== null) return ownWords(found, own);
  const { fromGrade, toGrade } = together;
  const all =
    together.value === null ? '' : `; ${fromGrade}.–${toGrade}. trinn samlet: ${ownWords(together, own)}`;
  return `${protectedWords}${all}`;
};

/** The counts that are shown of a round whose number is hidden: «Vises: «Aldri» 40. 54 på listen.» */
export const cellWords = ({ found }: OwnRound): string =>
  found.cells.length === 0
    ? ''
    : `Vises: ${found.cells.map(({ text, count }) => `«${text}» ${count}`).join(', ')}. ${found.size} på listen.`;

/** The latest of both in a sentence. */
export const latestBeside = (survey: SurveySeries, own: OwnSeries): string => {
  const [latest, round] = [latestOf(survey), own.rounds.at(-1)];
  const ofSurvey =
    latest === undefined ? '' : `Elevundersøkelsen ${yearName(latest.year)}: ${figureWords(latest.school)}. `;
  return round === undefined
    ? ofSurvey.trim()
    : `${ofSurvey}${round.name}, ${yearName(round.year)}: ${roundWords(round, own)}.`;
};

/** How many answers the latest of both rest on, and how many rounds are hidden. */
export const ownBasis = (matter: SurveyMatter, survey: SurveySeries, own: OwnSeries): string => {
  const answers = latestOf(survey)?.school?.answers ?? null;
  const ofRound = own.rounds.at(-1)?.found.answers ?? null;
  const hidden = own.rounds.filter(({ found }) => found.value === null).length;
  return [
    ...(answers === null ? [] : [`${counted(answers, 'svar', 'svar')} i undersøkelsen.`]),
    ...(ofRound === null ? [] : [`${counted(ofRound, 'svar', 'svar')} i siste runde.`]),
    ...(hidden === 0
      ? []
      : [`${hidden} av ${counted(own.rounds.length, 'runde', 'runder')} er ${protectedWords}.`]),
    ...(matter.fit === 'near' ? ['Ikke helt det samme spørsmålet.'] : []),
  ].join(' ');
};

/** A scale from 0 that holds the survey's shares and those of the rounds. */
export const besideTicks = (ticks: readonly number[], own: OwnSeries): readonly number[] => {
  const highest = Math.max(...ticks, ...own.rounds.map((round) => drawnOf(round) ?? 0));
  const top = Math.ceil(highest / 10) * 10;
  return [0, top / 2, top];
};
