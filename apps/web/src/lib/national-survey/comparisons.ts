import type { NationalSurvey } from '@samhold/contract';
import { ownSide, seenIn, type OwnSide } from './own-sides.ts';
import { surveySides, togetherOf, type Side, type SurveySide } from './survey-sides.ts';

/** What the anonymous survey says of a unit, held against what own rounds do. Only what is shown on both sides is compared. */
export type Comparison = SurveySide & {
  readonly own: OwnSide | null;
  /** Of how many pupils own rounds have given signals, at most, whatever the signals are of. */
  readonly atMost: number | null;
  /** In how many cases its pupils are, at most: told beside, and not held against the survey, since a case has many grounds. */
  readonly cases: number | null;
  /** What the survey was held against: the round's own share or mean, or the number of pupils with signals. */
  readonly against: 'round' | 'signals' | null;
  readonly says: 'more' | 'not_more' | 'unknown';
};

/** How far apart means from 1 to 5 must be to be spoken of. */
const clearlyApart = 0.3;
const rounding = 1e-9;

type Verdict = Pick<Comparison, 'against' | 'says'>;
const verdict = (against: Comparison['against'], isMore: boolean): Verdict => ({
  against,
  says: isMore ? 'more' : 'not_more',
});

/** Shares must be a pupil's worth apart. */
const moreBullied = (survey: Side, own: Side): boolean =>
  survey.value - own.value >= 100 / Math.min(survey.answers, own.answers) - rounding;

export const pupilsOf = ({ value, answers }: Side): number => (value * answers) / 100;

const hold = (
  { about, said }: Pick<SurveySide, 'about' | 'said'>,
  own: OwnSide | null,
  atMost: number | null,
): Verdict => {
  const ofRound = own?.said ?? null;
  if (typeof said === 'string') return { against: null, says: 'unknown' };
  if (about === 'company')
    return ofRound === null
      ? { against: null, says: 'unknown' }
      : verdict('round', ofRound.value - said.value >= clearlyApart - rounding);
  if (ofRound !== null) return verdict('round', moreBullied(said, ofRound));
  return atMost === null
    ? { against: null, says: 'unknown' }
    : verdict('signals', pupilsOf(said) - atMost >= 1 - rounding);
};

/** The grades that own rounds show together, where the survey has a figure of each. */
const together = (survey: NationalSurvey, sides: readonly SurveySide[]): readonly SurveySide[] =>
  [
    ...Map.groupBy(
      sides.filter(({ className }) => className === ''),
      ({ year, about }) => `${year} ${about}`,
    ).values(),
  ].flatMap((same): SurveySide[] => {
    const [first] = same;
    const own = survey.ownRounds.find(({ measure }) => measure === 'mean' || measure === 'bullied');
    const range = own?.rounds[0]?.together;
    if (first === undefined || range === undefined) return [];
    const parts = same.filter(
      ({ grades: [grade = 0] }) => grade >= range.fromGrade && grade <= range.toGrade,
    );
    const count = range.toGrade - range.fromGrade + 1;
    const said = togetherOf(parts);
    if (count < 2 || parts.length !== count || said === null) return [];
    const grades = parts.flatMap((one) => one.grades).toSorted((a, b) => a - b);
    return [{ ...first, grades, said }];
  });

/** Each pair of figures, the latest year first, with what can be said of it. A year without anything of one's own is left out. */
export const comparisonsOf = (survey: NationalSurvey): readonly Comparison[] => {
  const sides = surveySides(survey);
  const all = [...sides, ...together(survey, sides)].map((side): Comparison => {
    const [own, atMost] = [ownSide(survey, side, side.about), seenIn(survey, side, 'atMost')];
    return { ...side, own, atMost, cases: seenIn(survey, side, 'cases'), ...hold(side, own, atMost) };
  });
  const years = new Set(
    all.filter(({ own, atMost }) => own !== null || atMost !== null).map((one) => one.year),
  );
  return all
    .filter(({ year }) => years.has(year))
    .toSorted(
      (a, b) =>
        b.year - a.year ||
        a.about.localeCompare(b.about) ||
        a.grades.length - b.grades.length ||
        (a.grades[0] ?? 0) - (b.grades[0] ?? 0) ||
        a.className.localeCompare(b.className, 'nb'),
    );
};
