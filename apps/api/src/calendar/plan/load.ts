import type { GradeLoad, RoundKind } from '@samhold/contract';
import type { Questionnaire } from '@samhold/survey';
import type { Term } from '../queries.ts';
import { isFor, surveysOf, type PlannedRound, type PlanPeriod } from './planned-round.ts';

/** Half a minute to hear and answer a choice, two minutes to look through the class for a nomination. */
const minutesPerItem = { choice: 0.5, nomination: 2 } as const;

/** A school hour is set aside for Elevundersøkelsen (45 minutes with getting started); Oslo's own survey is shorter. */
const minutesOfSurvey = { national_survey: 40, municipal_survey: 20 } as const;

/** Minutes one pupil of a grade spends on a round of a kind, from the items of its questionnaire; whole, at least 1. */
export const minutesOfRound = (
  kind: RoundKind,
  grade: number,
  questionnaires: readonly Questionnaire[],
): number => {
  const asked = questionnaires.find(
    (doc) => doc.kind === kind && doc.grades.from <= grade && grade <= doc.grades.to,
  );
  const items = asked?.items ?? [];
  return Math.max(1, Math.round(items.reduce((sum, item) => sum + minutesPerItem[item.type], 0)));
};

/** The term a day belongs to: the last that has begun, or the first. */
const termOf = (terms: readonly Term[], day: string): number =>
  (terms.findLast((term) => term.startsOn <= day) ?? terms[0])?.number ?? 1;

/** Minutes of survey for one pupil of each grade in each term; a survey of others counts where it begins. */
export const loadOf = (
  terms: readonly Term[],
  periods: readonly PlanPeriod[],
  rounds: readonly PlannedRound[],
  grades: readonly number[],
  questionnaires: readonly Questionnaire[],
): readonly GradeLoad[] =>
  grades.map((grade) => {
    const spent = [
      ...rounds
        .filter((round) => isFor(round, grade))
        .map((round) => ({
          term: termOf(terms, round.opensOn),
          minutes: minutesOfRound(round.kind, grade, questionnaires),
        })),
      ...surveysOf(periods, grade).flatMap((survey) =>
        survey.kind === 'free'
          ? []
          : [{ term: termOf(terms, survey.startsOn), minutes: minutesOfSurvey[survey.kind] }],
      ),
    ];
    const sum = (of: typeof spent): number => of.reduce((total, { minutes }) => total + minutes, 0);
    return {
      grade,
      terms: terms.map(({ number }) => ({
        number,
        minutes: sum(spent.filter(({ term }) => term === number)),
      })),
      minutes: sum(spent),
    };
  });
