import type { ClassFigure, NationalSurvey, OwnSeries } from '@samhold/contract';
import { matterOf } from '@samhold/survey';

/** One place where the anonymous survey says more than the frozen figures of own rounds; both with their answers. */
export type Discrepancy = {
  readonly key: string;
  /** «7. trinn» or «7B» */
  readonly place: string;
  readonly grade: number;
  readonly year: number;
  readonly about: 'bullied' | 'company';
  readonly survey: { readonly value: number; readonly answers: number };
  readonly own: { readonly value: number; readonly answers: number; readonly round: string };
};

/** How far apart means from 1 to 5 must be to be spoken of. */
const clearlyApart = 0.3;

type SurveyFigure = Pick<
  ClassFigure,
  'year' | 'grade' | 'className' | 'topic' | 'question' | 'score' | 'share' | 'answers'
>;

const surveyFigures = ({ series, classes }: NationalSurvey): readonly SurveyFigure[] => [
  ...series.flatMap(({ grade, topic, question, figures, table }) =>
    table === 'participation'
      ? []
      : figures
          .filter(({ unit }) => unit === 'school')
          .map((one) => ({ ...one, grade, topic, question, className: '' })),
  ),
  ...classes,
];

type Shown = { readonly value: number; readonly answers: number; readonly round: string };

/** The latest round of a question in the same school year, if it is shown; an earlier one does not stand in for a hidden one. */
const latestShown = (own: OwnSeries, year: number): Shown | null => {
  const round = own.rounds.findLast((one) => one.year === year);
  return round === undefined || round.found.value === null || round.found.answers === null
    ? null
    : { value: round.found.value, answers: round.found.answers, round: round.name };
};

const ofBullying = (share: number, answers: number, own: readonly (Shown | null)[]): Shown | null => {
  const shown = own.filter((one) => one !== null);
  const [first] = shown;
  // Somebody can be bullied in several ways, so together they are the most it can be; one hidden, and there is no such sum.
  if (first === undefined || shown.length < own.length) return null;
  const most = shown.reduce((sum, { value }) => sum + value, 0);
  const fewest = Math.min(...shown.map((one) => one.answers));
  // At least one pupil's worth apart.
  return share - most >= 100 / Math.min(answers, fewest) ? { ...first, value: most, answers: fewest } : null;
};

/** Where the survey says more bullying or loneliness than own rounds. What is hidden on either side is compared with nothing. */
export const discrepanciesOf = (survey: NationalSurvey): readonly Discrepancy[] =>
  surveyFigures(survey).flatMap((figure): Discrepancy[] => {
    const { year, grade, className, score, share, answers } = figure;
    const matter = matterOf(figure);
    if (matter === undefined || answers === null) return [];
    const own = survey.ownRounds.filter(
      (one) => one.matter === matter.id && one.grade === grade && one.className === className,
    );
    const at = { place: className || `${grade}. trinn`, grade, year };
    if (matter.measure === 'bullied' && share !== null) {
      const asked = own.filter(({ measure }) => measure === 'bullied');
      const found = ofBullying(
        share,
        answers,
        asked.map((one) => latestShown(one, year)),
      );
      return found === null
        ? []
        : [
            {
              key: `${year} ${at.place} bullied`,
              ...at,
              about: 'bullied',
              survey: { value: share, answers },
              own: found,
            },
          ];
    }
    if (matter.id !== 'company' || score === null) return [];
    const higher = own
      .filter(({ measure }) => measure === 'mean')
      .map((one) => latestShown(one, year))
      .filter((one) => one !== null)
      .find(({ value }) => value - score >= clearlyApart - 1e-9);
    return higher === undefined
      ? []
      : [
          {
            key: `${year} ${at.place} company`,
            ...at,
            about: 'company',
            survey: { value: score, answers },
            own: higher,
          },
        ];
  });
