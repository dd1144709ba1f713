import type { PlanPeriod } from './planned-round.ts';

/** Elevundersøkelsen in weeks of the school's own, where wellbeing would else open. */
export const ownSurveyWeeks: PlanPeriod = {
  kind: 'national_survey',
  name: 'Elevundersøkelsen',
  startsOn: '2026-10-12',
  endsOn: '2026-10-23',
  fromGrade: 5,
  toGrade: 7,
};
