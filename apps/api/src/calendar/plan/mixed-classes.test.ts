import { describe, expect, it } from 'vitest';
import { freePeriodsFrom, usualYear } from '../year-template.ts';
import { planRounds } from './plan-rounds.ts';
import { overlaps } from './planned-round.ts';
import { ownSurveyWeeks } from './survey-weeks.fixture.ts';

const year = usualYear(2026);
const periods = [...freePeriodsFrom(2026), ownSurveyWeeks];
const planWith = (...grades: readonly number[]) =>
  planRounds({ ...year, free: freePeriodsFrom(2026) }, periods, {
    from: year.startsOn,
    opened: [],
    mixedClasses: [{ name: 'Elva', grades }],
  });

describe('a class of several grades', () => {
  it('is named when its upper grades have a survey while it is asked with its lowest', () => {
    const { rounds, conflicts } = planWith(4, 5);
    const asked = rounds.filter((round) => round.fromGrade <= 4 && overlaps(round, ownSurveyWeeks));
    expect(asked).toHaveLength(1);
    expect(conflicts.filter(({ code }) => code === 'survey_in_mixed_class')).toEqual([
      {
        code: 'survey_in_mixed_class',
        kind: 'wellbeing',
        fromGrade: 4,
        toGrade: 4,
        opensOn: asked[0]?.opensOn,
        name: 'Elevundersøkelsen',
        startsOn: '2026-10-12',
        endsOn: '2026-10-23',
        count: null,
        limit: null,
        className: 'Elva',
      },
    ]);
  });

  it('is not named when all its grades have the ownSurveyWeeks, or none', () => {
    for (const grades of [
      [5, 6],
      [3, 4],
    ])
      expect(planWith(...grades).conflicts.filter(({ className }) => className !== null)).toEqual([]);
  });
});
