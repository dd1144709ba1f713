import type { ClassFigure, NationalSurvey } from '@samhold/contract';
import { matterOf } from '@samhold/survey';

/** What both the survey and own rounds ask about that must not be overlooked. */
export type About = 'bullied' | 'company';
/** One class, one grade, or several grades together. */
export type Unit = { readonly year: number; readonly grades: readonly number[]; readonly className: string };
export type Side = { readonly value: number; readonly answers: number };
/** What the survey says of a unit, or why nothing is shown. */
export type SurveySide = Unit & { readonly about: About; readonly said: Side | 'udir' | 'few_units' };

type Figure = Omit<ClassFigure, 'hidden'> & { readonly hidden: ClassFigure['hidden'] };

const figuresOf = ({ series, classes }: NationalSurvey): readonly Figure[] => [
  ...series.flatMap(({ figures, ...of }) =>
    figures.filter(({ unit }) => unit === 'school').map((one) => ({ ...one, ...of, className: '' })),
  ),
  ...classes,
];

const aboutOf = (figure: Figure): About | null => {
  const matter = matterOf(figure);
  if (matter?.measure === 'bullied') return figure.table === 'bullying' ? 'bullied' : null;
  return matter?.id === 'company' && figure.table !== 'participation' ? 'company' : null;
};

/** Each figure of a grade or a class that own rounds have something to hold against; one without answers says too little. */
export const surveySides = (survey: NationalSurvey): readonly SurveySide[] =>
  figuresOf(survey).flatMap((figure): SurveySide[] => {
    const about = aboutOf(figure);
    const { year, grade, className, hidden, answers } = figure;
    if (about === null) return [];
    const unit = { year, grades: [grade], className, about };
    if (hidden !== null) return [{ ...unit, said: hidden }];
    const value = about === 'bullied' ? figure.share : figure.score;
    return value === null || answers === null ? [] : [{ ...unit, said: { value, answers } }];
  });

/** Several grades together, weighed by their answers: of grades that are all shown, or hidden as the first that is. */
export const togetherOf = (parts: readonly SurveySide[]): SurveySide['said'] | null => {
  const hidden = parts.find(({ said }) => typeof said === 'string');
  if (hidden !== undefined) return hidden.said;
  const said = parts.flatMap((one) => (typeof one.said === 'string' ? [] : [one.said]));
  const answers = said.reduce((sum, one) => sum + one.answers, 0);
  return answers === 0
    ? null
    : { value: said.reduce((sum, one) => sum + one.value * one.answers, 0) / answers, answers };
};
